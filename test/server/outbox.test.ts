import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const get = (query: string, accept: string, language = 'en') =>
  contractFetch(`${server.issuer}/dev/outbox${query}`, { headers: { accept, 'accept-language': language } })

async function send(text: string, channel: 'sms' | 'mail' = 'sms') {
  await server.app.services.deps.verificationCodes.send(
    {},
    { purpose: 'register', contact: { channel, text }, locale: 'en' },
  )
}

test('the outbox answers programs with the messages of one recipient, the newest first', async () => {
  await send('13967890001')
  await send('13967890002')
  await send('+8613967890001')
  const answer = await get('?to=13967890001', '*/*')
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'application/json; charset=utf-8',
    'no-store',
  ])
  const messages = await answer.json()
  expect(messages).toHaveLength(2)
  expect(messages[0]).toEqual({
    to: '13967890001',
    channel: 'sms',
    purpose: 'register',
    text: expect.stringContaining(messages[0].code),
    code: expect.stringMatching(/^\d{6}$/),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(messages[0].at > messages[1].at).toBe(true)
  for (const to of ['%2B8613967890001', '+8613967890001', '008613967890001', '139-6789-0001']) {
    expect(await (await get(`?to=${to}`, 'application/json')).json()).toHaveLength(2)
  }
})

test('the outbox is a page in a browser, in both languages, and escapes what it shows', async () => {
  await send('somebody@example.com', 'mail')
  const browser = 'text/html,application/xhtml+xml,*/*;q=0.8'
  for (const [language, title] of [
    ['en', 'Outbox'],
    ['zh', '发件箱'],
  ] as const) {
    const answer = await get('?to=somebody@example.com', browser, language)
    const body = await answer.text()
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ])
    expect(body).toContain(`<h1>${title}</h1>`)
    expect(body).toContain('somebody@example.com')
  }
  expect(await (await get('?to="><script>x</script>', browser)).text()).not.toContain('<script>x')
})

test('another node of the installation shows the same', async () => {
  await send('13967890009')
  const node = await startTestServer({ beside: server })
  try {
    const answer = await contractFetch(`http://localhost:${new URL(node.issuer).port}/dev/outbox?to=13967890009`)
    expect(await answer.json()).toHaveLength(1)
  } finally {
    await node.close()
  }
})

test('the outbox keeps two hundred messages', async () => {
  for (let n = 0; n < 205; n += 1) await send(`1396788${String(n).padStart(4, '0')}`)
  expect(await (await get('', '*/*')).json()).toHaveLength(200)
})

test.each(['POST', 'PUT', 'DELETE'])('the outbox takes no %s', async (method) => {
  expect((await contractFetch(`${server.issuer}/dev/outbox`, { method })).status).toBeGreaterThanOrEqual(404)
})
