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

describe('single sign-on at the mock is that at the server', () => {
  const service = 'http://localhost:5173/cas/'
  const user = ['zhangsan', 'Zhangsan.2026'] as const

  /** Where a browser lands that signs in where it is asked to: the mock asks nobody. */
  async function landed(origin: string, address: string): Promise<URL> {
    const person = new Person(origin)
    const page = await person.visit(address)
    return (page.body.includes('name="password"') ? await person.signIn(page, ...user) : page).url
  }

  async function ticketFrom(origin: string): Promise<string> {
    const url = await landed(origin, `/api/v1/cas/login?${new URLSearchParams({ service })}`)
    expect(url.origin + url.pathname).toBe(service)
    return url.searchParams.get('ticket') ?? ''
  }

  test.each(['validate', 'serviceValidate', 'p3/serviceValidate'])(
    'a ticket at %s, once and once more, as XML and as JSON',
    async (path) => {
      const [real, mocked] = await Promise.all(
        both().map(async (origin) => {
          const told: unknown[] = []
          for (const format of path === 'validate' ? [undefined] : ['XML', 'JSON']) {
            const query = { service, ticket: await ticketFrom(origin), ...(format && { format }) }
            for (const validation of [query, query, { service }]) {
              const answer = await fetch(`${origin}/api/v1/cas/${path}?${new URLSearchParams(validation)}`)
              const [mediaType] = answer.headers.get('content-type')?.split(';') ?? []
              told.push(answer.status, mediaType, shapeOf(await answer.text()))
            }
          }
          return told
        }),
      )
      expect(mocked).toEqual(real)
    },
  )

  test.each(['/api/v1/cas/logout', '/api/v1/logout'])('a sign-out at %s leads on', async (path) => {
    const name = path.includes('cas') ? 'service' : 'redirect_url'
    const [real, mocked] = await Promise.all(
      both().map((origin) => landed(origin, `${path}?${new URLSearchParams({ [name]: service })}`)),
    )
    expect([mocked?.href, real?.href]).toEqual([service, service])
  })

  test.each(['get_user_info', 'openid'])('the user information with %s has the same names', async (scope) => {
    const [real, mocked] = await Promise.all(
      both().map(async (origin) => {
        const client = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
        const query = new URLSearchParams({ response_type: 'code', client_id: client.client_id, scope })
        const back = await landed(origin, `/api/v1/oauth2/authorize?${query}&redirect_uri=${redirectUri}`)
        const code = back.searchParams.get('code') ?? ''
        const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...client }
        const { access_token: token } = await send(origin, '/api/v1/oauth2/token', grant)
        const headers = { authorization: `Bearer ${token}` }
        const answer = await fetch(`${origin}/api/v1/oauth2/userinfo`, { headers })
        const body = (await answer.json()) as Record<string, string>
        return [answer.status, Object.keys(body).sort(), body.userName]
      }),
    )
    expect(mocked).toEqual(real)
  })
})

/** An answer of CAS without the values that differ from run to run. */
function shapeOf(text: string): string {
  return text
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '{moment}')
    .replace(/(isFromNewLogin|longTermAuthenticationRequestTokenUsed)(">?|":|>)\s*(true|false)/g, '$1$2{flag}')
    .replace(/[\w.]+@example\.com/, '{mail}')
    .replace(/(INVALID_REQUEST"(?:>|,"description":"))[^<"]*/, '$1{why}')
    .replace(/ST-[\w-]+/, '{ticket}')
}
