import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { guides } from './guides/guides.ts'
import { pages, plain } from './site.ts'

/** A call that a reader would paste into a shell. */
interface Call {
  method: string
  path: string
}

/** Reads curl's options as far as the docs use them. An option that is not known is an error. */
function readCurl(command: string): Call {
  const words = (command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []).map((word) => word.replaceAll(/['"]/g, ''))
  let method: string | undefined
  let address: string | undefined
  let hasBody = false
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? ''
    if (['-H', '-u', '--cookie'].includes(word)) index++
    else if (['-d', '-F', '--data-urlencode'].includes(word)) {
      hasBody = true
      index++
    } else if (word === '-X') method = words[++index]
    else if (/^https?:/.test(word) && address === undefined) address = word
    else throw new Error(`curl: '${word}' is not understood`)
  }
  if (address === undefined) throw new Error('curl: no address')
  return { method: (method ?? (hasBody ? 'POST' : 'GET')).toLowerCase(), path: new URL(address).pathname }
}

function curlCommands(shell: string): string[] {
  const joined = shell.replaceAll(/\\\n\s*/g, ' ')
  return joined.split('\n').filter((line) => /^curl\b/.test(line.trim()))
}

function expectDocumented({ method, path }: Call): void {
  const found = Object.values(operations).some((operation) => {
    const pattern = operation.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')
    return operation.method === method && new RegExp(`^${pattern}$`).test(path)
  })
  expect(found, `${method} ${path} is not in the contract`).toBe(true)
}

describe.each(guides)('$folder/$name', (guide) => {
  test('every curl command calls an operation of the contract', () => {
    for (const { language, code } of guide.blocks) {
      if (language === 'sh') for (const command of curlCommands(code)) expectDocumented(readCurl(command))
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
        expectDocumented(readCurl(command))
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(Object.keys(operations).length)
})
