import { expect, test } from 'vitest'
import * as sdk from '../../client/src/index.ts'
import document from '../../generated/account.json' with { type: 'json' }
import { plain } from '../support/markup.ts'
import { attributeValues, files } from './site.ts'

const page = (language: string, name: string) => files.get(`${language}/reference/${name}.html`) ?? ''

test.each(['zh', 'en'])('the %s SDK reference has every export with its signature and comment', (language) => {
  const markup = page(language, 'sdk')
  const ids = attributeValues(markup, 'id')
  for (const name of Object.keys(sdk)) expect(ids).toContain(name)
  expect(ids).toContain('AccountClientOptions')
  const section = markup.slice(
    markup.indexOf('id="unwrap"'),
    markup.indexOf('</section>', markup.indexOf('id="unwrap"')),
  )
  const text = plain(section.replaceAll(/<[^>]+>/g, ''))
  expect(text).toContain('function unwrap<Result extends Outcome>(outcome: Result | Promise<Result>)')
  expect(text).toContain('Takes the data out of the outcome of a call.')
  expect(text).toContain('EnvelopeError: the error answer of an account endpoint')
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
