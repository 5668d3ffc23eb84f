import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes } from '../../generated/error-codes.ts'
import { returnCodes } from '../../generated/return-codes.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type RunningMock, startMock } from './start.ts'

let server: TestServer
let mock: RunningMock
beforeAll(async () => {
  ;[server, mock] = await Promise.all([startTestServer(), startMock()])
})
afterAll(() => Promise.all([server.close(), mock.stop()]))

/** The texts of a refusal that both give, in both languages. */
const paths = [
  ['/api/v1.0/user/details', returnCodes.Unauthorized.message],
  ['/api/v2/tenant/users', errorCodes['COMMON.0401'].message],
] as const

/** The language that a refusal is written in. It is asked for with these headers alone: `fetch` would add one. */
async function languageAt(
  origin: string,
  path: string,
  message: { zh: string; en: string },
  headers: Record<string, string>,
) {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const asked = request(origin + path, { headers })
  asked.once('error', reject)
  asked.once('response', (response) => resolve(json(response)))
  asked.end()
  const body = (await promise) as { message?: string; error_msg?: string }
  const text = body.message ?? body.error_msg ?? ''
  return (['zh', 'en'] as const).find((language) => text.startsWith(message[language])) ?? text
}

describe('the language of a refusal is chosen by the mock as by the server', () => {
  test.each([
    ['nothing', {}, '', 'zh'],
    ['any language', { 'accept-language': '*' }, '', 'zh'],
    ['a language that is not spoken', { 'accept-language': 'fr' }, '', 'en'],
    ['a French browser', { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8' }, '', 'en'],
    ['a Chinese browser', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, '', 'zh'],
    ['weights in another order', { 'accept-language': 'zh;q=0.2,en;q=0.7' }, '', 'en'],
    ['a language that is not wanted', { 'accept-language': 'en;q=0,de' }, '', 'en'],
    ['X-L', { 'x-l': 'zh', 'accept-language': 'en' }, '', 'zh'],
    ['X-L with a region', { 'x-l': 'en_US' }, '', 'en'],
    ['X-L in a language that is not spoken', { 'x-l': 'fr', 'accept-language': 'zh' }, '', 'zh'],
    ['ui_locales', { 'accept-language': 'zh' }, '?ui_locales=fr%20en', 'en'],
    ['ui_locales beside X-L', { 'x-l': 'zh' }, '?ui_locales=en', 'zh'],
  ] as const)('for %s', async (_name, headers: Record<string, string>, query, expected) => {
    for (const [path, message] of paths) {
      const found = [server.issuer, mock.origin].map((origin) => languageAt(origin, path + query, message, headers))
      expect([path, ...(await Promise.all(found))]).toEqual([path, expected, expected])
    }
  })
})

test('a documented failure of the Account API that is chosen on the mock is in the language of the caller', async () => {
  const { zh, en } = returnCodes.TooManyRequests.message
  for (const [language, text] of [
    ['fr', en],
    ['zh', zh],
  ] as const) {
    const headers = { prefer: 'code=429', 'accept-language': language }
    const response = await fetch(`${mock.origin}/api/v1.0/user/details`, { headers })
    expect(await response.json()).toMatchObject({ error: 'TooManyRequests', message: text })
  }
})
