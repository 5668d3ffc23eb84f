import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type RunningMock, startMock } from './start.ts'

let server: TestServer
let mock: RunningMock
beforeAll(async () => {
  ;[server, mock] = await Promise.all([startTestServer(), startMock()])
})
afterAll(() => Promise.all([server.close(), mock.stop()]))

type Tokens = Partial<Record<'access_token' | 'id_token' | 'scope', string>>

const both = () => [server.issuer, mock.origin] as const
const redirectUri = 'http://localhost:5173/login/callback/'

async function send(origin: string, path: string, form: Record<string, string>): Promise<Tokens> {
  return (await (await fetch(origin + path, { method: 'POST', body: new URLSearchParams(form) })).json()) as Tokens
}

/** What a token says, with its own values for what differs from run to run. */
function claimsOf(origin: string, token: string | undefined): Record<string, unknown> | undefined {
  if (token === undefined) return undefined
  const { iss, aud, scope, ...others } = decodeJwt(token)
  const names = Object.keys(others)
  const settled = [iss, aud].map((value) => String(value).replace(origin, '{origin}'))
  return {
    iss: settled[0],
    aud: settled[1],
    scope,
    names: names.sort(),
    lifetime: Number(others.exp) - Number(others.iat),
  }
}

function told(origin: string, { access_token, id_token, scope }: Tokens) {
  return { access: claimsOf(origin, access_token), identity: claimsOf(origin, id_token), scope }
}

describe('tokens of the mock are those of the server', () => {
  const client = { grant_type: 'client_credentials', client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
  const person = {
    grant_type: 'password',
    client_id: 'testAutoClient',
    client_secret: 'testAuto.2022',
    username: 'testUserName',
    password: 'Abc.123456',
  }
  test.each([
    ['a client with a scope', { ...client, scope: 'ZMS.Users.Read' }],
    ['a client without one', client],
    ['a client with an unknown one', { ...client, scope: 'unknown' }],
    ['a person with a scope', { ...person, scope: 'openid profile' }],
    ['a person without one', person],
  ])('for %s', async (_name, form) => {
    const [real, mocked] = await Promise.all(
      both().map(async (origin) => {
        const answer = await send(origin, '/connect/token', form)
        return { ...told(origin, answer), error: (answer as { error?: string }).error }
      }),
    )
    expect(mocked).toEqual(real)
  })

  test.each([
    ['openid', { scope: 'openid' }],
    ['no scope', {}],
  ])('for a sign-in at OneAccess with %s', async (_name, wanted: Record<string, string>) => {
    const root = '/api/v1/oauth2'
    const application = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', redirect_uri: redirectUri }
    const query = new URLSearchParams({ response_type: 'code', state: 's', ...application, ...wanted })
    const asked = `${root}/authorize?${query}`
    const browser = new Person(server.issuer)
    const real = (await browser.signIn(await browser.visit(asked))).url
    const mocked = new URL((await fetch(mock.origin + asked, { redirect: 'manual' })).headers.get('location') ?? '')
    const [first, second] = await Promise.all(
      both().map(async (origin, index) => {
        const code = [real, mocked][index]?.searchParams.get('code') ?? ''
        const form = { grant_type: 'authorization_code', code, client_secret: 'oneaccess.Demo.2026', ...application }
        return told(origin, await send(origin, `${root}/token`, form))
      }),
    )
    expect(second).toEqual(first)
  })
})
