import { posix } from 'node:path'
import { expect, test } from 'vitest'
import * as sdk from '../../client/src/index.ts'
import document from '../../generated/account.json' with { type: 'json' }
import { operations } from '../../generated/operations.ts'
import { plain } from '../support/markup.ts'
import { attributeValues, files } from './site.ts'

const page = (language: string, name: string) => files.get(`${language}/reference/${name}.html`) ?? ''

/** A section of the reference as text, from the page to which the index leads. */
function entryOf(language: string, name: string): string {
  const [, link = ''] = page(language, 'sdk').match(new RegExp(`<li id="${name}"><a href="([^"]+)">`)) ?? []
  const [file = '', anchor = ''] = posix.join(`${language}/reference`, link).split('#')
  const markup = files.get(file) ?? ''
  const begin = markup.indexOf(`<section class="export" id="${anchor}">`)
  return begin < 0 ? '' : plain(markup.slice(begin, markup.indexOf('</section>', begin)).replaceAll(/<[^>]+>/g, ''))
}

test.each(['zh', 'en'])('the %s SDK reference has every export with its signature and comment', (language) => {
  for (const name of [...Object.keys(sdk), 'AccountClientOptions']) expect(entryOf(language, name)).toContain(name)
  const text = entryOf(language, 'unwrap')
  expect(text).toContain('function unwrap<Result extends Outcome>(outcome: Result | Promise<Result>)')
  expect(text).toContain('Takes the data out of the outcome of a call.')
  expect(text).toContain('EnvelopeError: the error answer of an account endpoint')
})

test.each(['zh', 'en'])('no %s page of the SDK is about more than a third of its exports', (language) => {
  const sections = [...files]
    .filter(([path]) => path.startsWith(`${language}/reference/sdk/`) && path.endsWith('.html'))
    .map(([, markup]) => markup.split('<section class="export"').length - 1)
  const all = sections.reduce((sum, count) => sum + count, 0)
  expect(all).toBeGreaterThan(60)
  expect(Math.max(...sections)).toBeLessThan(all / 3)
})

test.each(['account', 'oneaccess'] as const)('every named method of %s leads to its operation', (api) => {
  const methods = page('en', `sdk/${api}-methods`)
  const index = attributeValues(page('en', 'sdk'), 'href')
  for (const [id, operation] of Object.entries(operations)) {
    if (operation.api !== api) continue
    const row = methods.split('<tr>').find((part) => part.includes(`<code>${id}</code>`)) ?? ''
    expect(row, id).toMatch(/^<td><code>\w+\.\w+<\/code>/)
    expect(attributeValues(row, 'href')).toContain(`../../reference/${api}/${id}.html`)
    expect(index).toContain(`../reference/${api}/${id}.html`)
  }
})

test.each(['zh', 'en'])('the %s page of return codes has every code with both meanings and its mark', (language) => {
  const rows = [...page(language, 'return-codes').matchAll(/<tr id="(\w+)">(.*?)<\/tr>/g)]
  const codes = document['x-return-codes']
  expect(rows.map(([, name]) => name)).toEqual(codes.map(({ error }) => error ?? 'success'))
  for (const [index, code] of codes.entries()) {
    const row = plain(rows[index]?.[2] ?? '')
    for (const part of [code.status, code.http, code.message, code['x-zh'].message]) expect(row).toContain(`>${part}<`)
    expect(row).toContain(`mark-${code.mark}`)
  }
})

test.each(['zh', 'en'])('the %s landing page leads to both documents, the SDK, the mock and the codes', (language) => {
  const links = attributeValues(files.get(`${language}/index.html`) ?? '', 'href')
  const pages = [
    'guides/account/sign-in',
    'guides/oneaccess/login-states',
    'guides/tools/sdk',
    'guides/tools/mock',
    'journeys/oneaccess-provisioning',
    'reference/sdk',
    'reference/return-codes',
    'reference/error-codes',
    'reference/permission-codes',
  ]
  for (const path of pages) expect(links).toContain(`${path}.html`)
})
