import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type ContractDocument, operationsOf } from '../../scripts/generate/document.ts'

const root = join(import.meta.dirname, '../..')
const guides = join(root, 'openapi/guides/account')

interface Page {
  page: string
  title: string
  method?: string
}

/** What stands above a guide, as far as it is read here. */
interface FrontMatter {
  page?: string
  lang?: string
  sources?: { page: string }[]
}

const pages = parse(readFileSync(join(root, 'openapi/pages.yaml'), 'utf8')) as { guides: Page[]; endpoints: Page[] }
const document = JSON.parse(readFileSync(join(root, 'generated/account.json'), 'utf8')) as ContractDocument
const owned = [...operationsOf(document)].filter(({ operation }) => !operation['x-source'].companion)

function claimsOf({ operation }: (typeof owned)[number]): Page[] {
  const source = operation['x-source']
  return source.pages ?? [source]
}

/** The languages in which a guide stands, by the page it is about: `lang`, or the end of the file's name. */
function guidesByPage(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const name of readdirSync(guides).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(join(guides, name), 'utf8')
    const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '{}') as FrontMatter
    const language = front.lang ?? /\.(zh|en)\.md$/.exec(name)?.[1] ?? 'none'
    const claimed = front.page === undefined ? (front.sources ?? []).map(({ page }) => page) : [front.page]
    for (const page of claimed) found.set(page, [...(found.get(page) ?? []), language])
  }
  return found
}

describe('the pages of the public reference', () => {
  it('are 59 endpoints and 9 guides, each once', () => {
    const ids = [...pages.guides, ...pages.endpoints].map(({ page }) => page)
    expect([pages.endpoints.length, pages.guides.length, new Set(ids).size]).toEqual([59, 9, 68])
  })

  it.each(pages.endpoints)('$page $title is claimed by one operation', ({ page, title, method }) => {
    const owners = owned.filter((entry) => claimsOf(entry).some((claim) => claim.page === page))
    expect(owners.map(({ operation }) => operation.operationId)).toHaveLength(1)
    expect(owners[0]?.method.toUpperCase()).toBe(method)
    expect(owners.flatMap(claimsOf).find((claim) => claim.page === page)?.title).toBe(title)
  })

  it('are all that operations claim', () => {
    const known = new Set([...pages.guides, ...pages.endpoints].map(({ page }) => page))
    const claimed = owned.flatMap(claimsOf).map(({ page }) => page)
    expect(claimed.filter((page) => !known.has(page))).toEqual([])
  })

  it('give the four token pages to one operation', () => {
    const issueToken = owned.find(({ operation }) => operation.operationId === 'issueToken')
    expect(issueToken && claimsOf(issueToken).map(({ page }) => page)).toEqual([
      'api-7985173',
      'api-8006756',
      'api-8257728',
      'api-14303223',
    ])
  })

  it.each(pages.guides)('$page $title is claimed by one guide in Chinese and one in English', ({ page }) => {
    expect(guidesByPage().get(page)?.sort()).toEqual(['en', 'zh'])
  })
})
