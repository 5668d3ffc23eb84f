import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { plain } from '../support/markup.ts'
import { curlCommands, operationOf, readCurl } from './guides/curl.ts'
import { guides } from './guides/guides.ts'
import { pages } from './site.ts'

describe.each(guides)('$folder/$name', (guide) => {
  test('every curl command calls an operation of the contract', () => {
    for (const { language, code } of guide.blocks) {
      if (language !== 'sh') continue
      for (const command of curlCommands(code)) expect(() => operationOf(readCurl(command))).not.toThrow()
    }
  })

  test('every block of code is well formed', () => {
    for (const { language, code } of guide.blocks) {
      if (language === 'json') JSON.parse(code)
      if (language === 'ts' || language === 'js') transformSync(code, { loader: language, format: 'esm' })
    }
  })

  test('the other language has the same code, but for comments', () => {
    const twin = guides.find(
      ({ folder, slug, language }) => folder === guide.folder && slug === guide.slug && language !== guide.language,
    )
    const bare = (blocks: typeof guide.blocks) => blocks.map(({ code }) => code.replaceAll(/ *\/\/ .*$/gm, ''))
    expect(bare(twin?.blocks ?? [])).toEqual(bare(guide.blocks))
  })
})

test('every curl sample of the reference calls its operation', () => {
  let count = 0
  for (const [path, markup] of pages) {
    if (!/\/reference\/(account|oneaccess)\//.test(path)) continue
    for (const [, sample = ''] of markup.matchAll(/<code>(curl [\s\S]*?)<\/code>/g)) {
      for (const command of curlCommands(plain(sample))) {
        expect(() => operationOf(readCurl(command))).not.toThrow()
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(Object.keys(operations).length)
})
