import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../contract.ts'
import { type RunningMock, startMock } from '../start.ts'

const service = 'http://localhost:5173/cas/?from=menu'
let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

async function redirected(path: string, query: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${mock.origin}${path}?${new URLSearchParams(query)}`, { redirect: 'manual' })
  expect([response.status, response.headers.has('content-type')]).toEqual([302, false])
  return response.headers.get('location') ?? ''
}

async function ticketFor(address: string): Promise<string> {
  const target = new URL(await redirected('/api/v1/cas/login', { service: address }))
  const ticket = target.searchParams.get('ticket') ?? ''
  expect(ticket).toMatch(/^ST-[\w-]{32}$/)
  target.searchParams.delete('ticket')
  expect(target.href).toBe(address)
  return ticket
}

async function validate(path: string, query: Record<string, string>) {
  const response = await fetch(`${mock.origin}/api/v1/cas/${path}?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return { mediaType: response.headers.get('content-type')?.split(';')[0], text: await response.text() }
}

test('CAS 1.0 says yes once', async () => {
  const ticket = await ticketFor(service)
  const query = { service, ticket }
  expect(await validate('validate', query)).toEqual({ mediaType: 'text/plain', text: 'yes\nzhangsan\n' })
  expect(await validate('validate', query)).toEqual({ mediaType: 'text/plain', text: 'no\n' })
})

describe.each([
  ['serviceValidate', 'validateCas2Ticket'],
  ['p3/serviceValidate', 'validateCas3Ticket'],
])('%s', (path, id) => {
  test('names the user once, as XML', async () => {
    const query = { service, ticket: await ticketFor(service) }
    const first = await validate(path, query)
    expect(first.mediaType).toBe('application/xml')
    expect(first.text).toContain('<cas:user>zhangsan</cas:user>')
    expect(first.text.includes('<cas:attributes>')).toBe(path.startsWith('p3'))
    expect((await validate(path, query)).text).toContain('<cas:authenticationFailure code="INVALID_TICKET">')
  })

  test('names the user once, as JSON, whatever is accepted', async () => {
    const query = { service, ticket: await ticketFor(service), format: 'JSON' }
    for (const expected of [
      { authenticationSuccess: { user: 'zhangsan' } },
      { authenticationFailure: { code: 'INVALID_TICKET', description: expect.stringContaining(query.ticket) } },
    ]) {
      const { mediaType, text } = await validate(path, query)
      const body: unknown = JSON.parse(text)
      expect([mediaType, body]).toMatchObject(['application/json', { serviceResponse: expected }])
      expect(violations(id, '200', 'application/json', body)).toEqual([])
    }
  })

  test('uses a ticket up for another service', async () => {
    const ticket = await ticketFor(service)
    const other = { service: 'http://localhost:5173/other/', ticket }
    expect((await validate(path, other)).text).toContain('code="INVALID_SERVICE"')
    expect((await validate(path, { service, ticket })).text).toContain('code="INVALID_TICKET"')
  })

  test.each([{}, { service }, { ticket: 'ST-x' }, { service, ticket: 'ST-x', format: 'YAML' }])(
    'answers %o as an invalid request',
    async (query) => {
      expect((await validate(path, query as Record<string, string>)).text).toContain('code="INVALID_REQUEST"')
    },
  )

  test('writes what came with the request as text', async () => {
    const { text } = await validate(path, { service, ticket: 'ST-<b>&\x02\x1b\ufffe😀' })
    expect(text).toContain('ST-&#60;b&#62;&#38;\ufffd\ufffd\ufffd😀 ')
  })
})

test('a missing parameter is no in CAS 1.0, and a page at the login', async () => {
  expect(await validate('validate', { service })).toMatchObject({ text: 'no\n' })
  for (const query of ['', '?service=nowhere']) {
    const response = await fetch(`${mock.origin}/api/v1/cas/login${query}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
  }
})

test.each([
  ['/api/v1/cas/logout', 'service'],
  ['/api/v1/logout', 'redirect_url'],
])('%s goes on to %s, or to sign in', async (path, parameter) => {
  expect(await redirected(path, { [parameter]: service })).toBe(service)
  const odd = ' http://localhost:5173/应用\r\nSet-Cookie: a=b'
  expect(await redirected(path, { [parameter]: odd })).toBe(new URL(odd).href)
  const page = await redirected(path)
  expect((await fetch(mock.origin + page)).status).toBe(200)
})

test('SAML: metadata of this address, and a page that carries the assertion', async () => {
  const metadata = await fetch(`${mock.origin}/api/v1/saml2/idp/metadata`)
  expect(metadata.headers.get('content-type')).toBe('application/samlmetadata+xml')
  expect(await metadata.text()).toContain(`Location="${mock.origin}/api/v1/saml2/idp/sso"`)
  const page = await fetch(`${mock.origin}/api/v1/saml2/idp/sso?sp=http%3A%2F%2Flocalhost%3A5173%2Fsaml%2Fmetadata`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('name="SAMLResponse"')
})
