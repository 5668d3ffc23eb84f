import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { buildSite } from '../../scripts/docs/site.ts'
import { texts } from '../../scripts/docs/texts.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { attributeValues, files, pages } from './site.ts'

test('the same contract and guides give the same bytes', async () => {
  expect(await buildSite(join(import.meta.dirname, '../..'))).toEqual(files)
})

test.each(apis)('every text of %s has its Chinese, in x-zh or in openapi/guides/texts.zh.yaml', async (api) => {
  const { untranslated } = await readContract(join(import.meta.dirname, '../..'), api)
  expect(untranslated).toEqual([])
})

test('there is a page for each thing in both languages', () => {
  const paths = (language: string) =>
    [...pages.keys()].filter((path) => path.startsWith(`${language}/`)).map((path) => path.slice(3))
  expect(paths('zh')).toEqual(paths('en'))
  expect(paths('zh')).toContain('index.html')
  expect(paths('zh')).toContain('reference/return-codes.html')
  expect(paths('zh').filter((path) => path.startsWith('guides/')).length).toBeGreaterThan(3)
})

describe.each([...pages])('%s', (path, markup) => {
  test('loads nothing from elsewhere and runs no inline script or style', () => {
    const loaded = [...attributeValues(markup, 'src'), ...stylesheets(markup)]
    expect(loaded.length).toBeGreaterThan(1)
    for (const address of loaded) expect(address).not.toMatch(/^(\w+:|\/\/)/)
    expect(markup).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(markup).not.toMatch(/<style|<[a-z][^<>]*\s(style|on\w+)="/)
  })

  test('links to pages and places that exist', () => {
    for (const link of [...attributeValues(markup, 'href'), ...attributeValues(markup, 'src')]) {
      const [target = '', anchor] = link.split('#')
      expect(link).not.toMatch(/^(\w+:|\/)/)
      const found = target === '' ? path : posix.join(posix.dirname(path), target)
      expect(files.has(found), `${link} leads to ${found}`).toBe(true)
      if (anchor) expect(attributeValues(files.get(found) ?? '', 'id'), link).toContain(anchor)
    }
  })
})

function stylesheets(markup: string): string[] {
  return [...markup.matchAll(/<link[^>]*href="([^"]*)"/g)].map(([, address = '']) => address)
}

test.each(['zh', 'en'] as const)(
  'every operation stands in the %s reference with its mark, and whether it is built',
  (language) => {
    for (const [id, operation] of Object.entries(operations)) {
      const place = [...pages].filter(
        ([path, markup]) =>
          path.startsWith(`${language}/reference/`) && markup.includes(`<section class="operation" id="${id}">`),
      )
      expect(place.length, id).toBe(1)
      const markup = place[0]?.[1] ?? ''
      const section = markup.slice(
        markup.indexOf(`id="${id}"`),
        markup.indexOf('</section>', markup.indexOf(`id="${id}"`)),
      )
      const { mark, page } = operation.source
      expect(section).toMatch(new RegExp(`<h1>.*mark mark-${mark}.*${texts[language].marks[mark]}.*</h1>`))
      expect(section).toContain(page)
      expect(section).toContain(`<code>${operation.path}</code>`)
      for (const status of operation.responses) expect(section).toContain(`>${status}</span>`)
    }
  },
)

test.each(['zh', 'en'])('the %s search index leads to every operation', (language) => {
  const entries = JSON.parse(files.get(`${language}/search.json`) ?? '[]') as { title: string; url: string }[]
  const urls = entries.map(({ url }) => url)
  for (const id of Object.keys(operations)) expect(urls.filter((url) => url.endsWith(`/${id}.html`))).toHaveLength(1)
  for (const url of urls) expect(files.has(`${language}/${url.split('#')[0]}`), url).toBe(true)
})
