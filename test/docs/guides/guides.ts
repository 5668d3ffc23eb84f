import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A block of code as it stands in a guide. */
export interface Block {
  language: string
  code: string
}

/** A guide in one language, as its file has it. */
export interface GuideFile {
  name: string
  slug: string
  language: 'zh' | 'en'
  order: number
  sources: { page: string; title: string; mark: string }[]
  /** Depth of each heading, in order. */
  headings: number[]
  /** Number of lines of each table, in order. */
  tables: number[]
  blocks: Block[]
  /** Addresses that the text links to. */
  links: string[]
}

const folder = new URL('../../../openapi/guides/account/', import.meta.url)

function readGuide(name: string): GuideFile {
  const content = readFileSync(new URL(name, folder), 'utf8')
  const [, slug = '', language = ''] = /^([a-z0-9-]+)\.(zh|en)\.md$/.exec(name) ?? []
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? []
  const { order, sources = [] } = parse(head) as Pick<GuideFile, 'order' | 'sources'>
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '')
  return {
    name,
    slug,
    language: language as GuideFile['language'],
    order,
    sources,
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length),
    tables: [...prose.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trimEnd().split('\n').length),
    blocks: [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      code,
    })),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address),
  }
}

/** Every guide of the Account API in every language, by file name. */
export const guides = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map(readGuide)

/** Method and path of each curl command in a block of shell. */
export function curlCalls(shell: string): { method: string; path: string }[] {
  const lines = shell.replaceAll(/\\\n\s*/g, ' ').split('\n')
  return lines
    .filter((line) => /\bcurl\b/.test(line))
    .map((line) => {
      const address = /https?:\/\/[^\s'"]+/.exec(line)?.[0]
      if (address === undefined) throw new Error(`no address in: ${line}`)
      const hasBody = /\s(-d|-F|--data-urlencode)\s/.test(line)
      const method = /\s-X\s+(\w+)/.exec(line)?.[1] ?? (hasBody ? 'POST' : 'GET')
      return { method: method.toLowerCase(), path: new URL(address).pathname }
    })
}
