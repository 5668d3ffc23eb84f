import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newcomer, send, signedIn } from '../account/account-person.ts'
import { ask, managementToken } from '../support/api.ts'
import { type Page, Person } from '../support/person.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { atOnce, authorizeUrl, basic, post, redeem, tokensOf, userInfoStatus } from './support/flow.ts'

let server: TestServer
let management: string
/** An application of the OneAccess issuer. */
let client: string
beforeAll(async () => {
  server = await startTestServer()
  management = await managementToken(server)
  client = await server.addApplication({ secret: 'a secret of the application', requirePkce: false, firstParty: true })
})
afterAll(() => server.close())

const newPassword = 'Another.Kettle.43'
type Someone = Awaited<ReturnType<typeof newcomer>>

const manage = async (method: string, path: string, body?: unknown) => {
  const answer = await ask(server, method, `/api/v2/tenant/users/${path}`, {
    token: management,
    ...(body ? { body } : {}),
  })
  expect(answer.status).toBeLessThan(300)
}

/** What ends whatever somebody was signed in with elsewhere. */
const ends: Record<string, (someone: Someone) => Promise<unknown>> = {
  'an application sets another password': ({ id }) => manage('PUT', `${id}/change-password`, { password: newPassword }),
  'the person changes the password': async (someone) => {
    const own = await signedIn(server, someone)
    const address = '/usercenter/security/password'
    const page = await own.visit(address)
    const changed = await send(own, page, address, { password: someone.password, newPassword })
    expect(changed.url.pathname).toBe('/usercenter/security')
  },
  'the person ends all other sessions': async (someone) => {
    const own = await signedIn(server, someone)
    const page = await own.visit('/usercenter/sessions')
    await send(own, page, '/usercenter/sessions/end')
    expect(await own.isSignedIn()).toBe(true)
  },
  'the account is disabled, and enabled again': async ({ id }) => {
    await manage('PUT', `${id}/disable`)
    await manage('PUT', `${id}/enable`)
  },
  'the person closes the account, and has it back': async (someone) => {
    const own = await signedIn(server, someone)
    await send(own, await own.visit('/usercenter/close'), '/usercenter/close', { password: someone.password })
    expect(await (await signedIn(server, someone)).isSignedIn()).toBe(true)
  },
}

/** The requests of applications that a sign-in answers. */
const requests: Record<string, () => string | URL> = {
  'the Account issuer': () => authorizeUrl(server.issuer),
  'the OneAccess issuer': () =>
    `/api/v1/oauth2/authorize?${new URLSearchParams({ response_type: 'code', client_id: client, scope: 'openid', redirect_uri: 'http://localhost:5173/callback' })}`,
}

const hidden = ({ body }: Page) =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /\sname="([^"]*)"/.exec(input)?.[1] ?? '',
      /\svalue="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  )

describe.each(Object.keys(requests))('14: a sign-in for %s whose browser has not gone on yet', (issuer) => {
  const begun = async (someone: Someone) => {
    const browser = new Person(server.issuer)
    const page = await browser.visit(requests[issuer]?.() ?? '')
    const fields = { ...hidden(page), username: someone.userName, password: someone.password }
    return { browser, location: (await browser.step('/Account/Login', fields)).location }
  }

  test('goes on', async () => {
    const { browser, location } = await begun(await newcomer(server))
    expect((await browser.visit(location)).url.searchParams.get('code')).not.toBeNull()
  })

  test('asks anew when the person may not sign in by then', async () => {
    const someone = await newcomer(server)
    const { browser, location } = await begun(someone)
    // As it is when the browser goes on at the same moment.
    await server.database.pool.query("update users set account_state = 'Disabled' where id = $1", [someone.id])
    const page = await browser.visit(location)
    expect([page.status, page.url.pathname]).toEqual([200, '/Account/Login'])
  })

  test.each(Object.keys(ends))('goes nowhere after %s', async (what) => {
    const someone = await newcomer(server)
    const { browser, location } = await begun(someone)
    await ends[what]?.(someone)
    const page = await browser.visit(location)
    expect([page.status, page.url.searchParams.get('code'), await browser.isSignedIn()]).toEqual([400, null, false])
  })
})

/** The doors that take a password, and what shows whether somebody came in: undefined where nobody did. */
const doors: Record<string, (someone: Someone) => Promise<(() => Promise<boolean>) | undefined>> = {
  'the hosted page': async (someone) => {
    const browser = await signedIn(server, someone)
    return () => browser.isSignedIn()
  },
  'the hosted page, for an application': async ({ userName, password }) => {
    const browser = new Person(server.issuer)
    const page = await browser.signIn(await browser.visit(authorizeUrl(server.issuer)), userName, password)
    const code = page.url.searchParams.get('code')
    return async () => code !== null && (await redeem(server.issuer, code)).ok
  },
  'the password grant': async ({ userName, password }) => {
    const form = { grant_type: 'password', scope: 'openid', username: userName, password }
    const answer = await post(server.issuer, '/connect/token', form, basic('testAutoClient', 'testAuto.2022'))
    if (!answer.ok) return undefined
    const { access_token } = await tokensOf(answer)
    return async () => (await userInfoStatus(server.issuer, access_token)) === 200
  },
  'an app': async ({ userName, password }) => {
    const app = new AppDevice(server)
    const { session_token: session } = (await app.login(userName, password)).body
    if (!session) return undefined
    return async () => (await app.signedCall(session, 'GET', 'profile')).status === 200
  },
}

describe.each(Object.keys(doors))('14: a password that is given at %s', (door) => {
  const come = async (someone: Someone) => doors[door]?.(someone)

  test('lets in', async () => {
    const isIn = await come(await newcomer(server))
    expect(await isIn?.()).toBe(true)
  })

  test('by 24 at once while another is set leaves nobody in', async () => {
    const someone = await newcomer(server)
    const coming = atOnce(24, () => come(someone))
    await manage('PUT', `${someone.id}/change-password`, { password: newPassword })
    const stays = await Promise.all((await coming).map((isIn) => isIn?.()))
    expect(stays.filter(Boolean)).toEqual([])
  })
})

test('14: somebody who is disabled while 24 sign in with an app at once is let in no more, and each is answered', async () => {
  const someone = await newcomer(server)
  const app = new AppDevice(server)
  const coming = atOnce(24, () => app.login(someone.userName, someone.password))
  await manage('PUT', `${someone.id}/disable`)
  const answers = await coming
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  const sessions = answers.flatMap(({ body }) => body.session_token ?? [])
  const calls = await Promise.all(sessions.map((session) => app.signedCall(session, 'GET', 'profile')))
  expect(calls.filter(({ status }) => status === 200)).toEqual([])
})

test.each(['the hosted page', 'the hosted page, for an application', 'the password grant'])(
  '14: a password at %s that was right and is replaced before the sign-in is written down leaves nobody in',
  async (door) => {
    const someone = await newcomer(server)
    const { pool } = server.database
    const holding = await pool.connect()
    await holding.query('begin')
    await holding.query('lock table login_records in exclusive mode')
    const coming = doors[door]?.(someone)
    await vi.waitFor(async () => {
      const waiting = await pool.query(
        "select from pg_locks where not granted and relation = 'login_records'::regclass",
      )
      expect(waiting.rowCount).toBe(1)
    })
    await manage('PUT', `${someone.id}/change-password`, { password: newPassword })
    await holding.query('commit')
    holding.release()
    expect(await (await coming)?.()).not.toBe(true)
  },
)
