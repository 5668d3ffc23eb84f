import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer, send, signedIn } from '../account/account-person.ts'
import { ask, managementToken } from '../support/api.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { authorizeUrl } from './support/flow.ts'

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

  test.each(Object.keys(ends))('goes nowhere after %s', async (what) => {
    const someone = await newcomer(server)
    const { browser, location } = await begun(someone)
    await ends[what]?.(someone)
    const page = await browser.visit(location)
    expect([page.status, page.url.searchParams.get('code'), await browser.isSignedIn()]).toEqual([400, null, false])
  })
})
