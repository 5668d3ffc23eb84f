import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/api.ts'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { type Page, Person } from '../support/person.ts'
import { AppDevice, type ErrorCode } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { invalidTicket } from './cas-refusal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'Only.With.An.Account.1'
const secret = 'a secret of the application'
const redirectUri = 'http://localhost:5173/callback'

/** An application that lets in only those who have an account of it. */
const application = {
  secret,
  firstParty: true,
  requirePkce: false,
  grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
  permissionCodes: ['all'],
  scopes: ['openid', 'offline_access'],
  applicationAccountRequired: true,
}
const idOf = async (clientId: string) =>
  (
    await server.database.db
      .selectFrom('applications')
      .select('id')
      .where('clientId', '=', clientId)
      .executeTakeFirstOrThrow()
  ).id

/** Somebody with an account of it, and what takes the account back, and gives it again. */
async function member(clientId: string) {
  const userName = `member-${crypto.randomUUID()}`
  const userId = await server.addUser({ userName, password })
  const applicationId = await idOf(clientId)
  const account = { applicationId, id: crypto.randomUUID(), userId, accountName: userName, name: userName }
  await server.database.db.insertInto('applicationAccounts').values(account).execute()
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret })
  const answer = await contractFetch(`${server.issuer}/api/v2/tenant/token`, { method: 'POST', body: form })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const set = async (word: 'disable' | 'enable') => {
    const path = `/api/v2/tenant/applications/${applicationId}/accounts/${account.id}/${word}`
    const { status } = await ask(server, 'PUT', path, { token })
    expect(status).toBeLessThan(300)
  }
  return { userName, token, set }
}

describe('who has no account of an application any more', () => {
  test.each([
    ['the Account issuer', '/connect'],
    ['the OneAccess issuer', '/api/v1/oauth2'],
  ])('gets nothing for a code or a refresh token: %s', async (_issuer, path) => {
    const clientId = await server.addApplication(application)
    const { userName, set } = await member(clientId)
    const query = {
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid offline_access',
    }
    const address = `${path}/authorize?${new URLSearchParams(query)}`
    const browser = new Person(server.issuer)
    const codeOf = ({ url }: Page) => url.searchParams.get('code') ?? ''
    const send = (form: Record<string, string>) => {
      const headers = { authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(secret)}`)}` }
      const body = new URLSearchParams({ redirect_uri: redirectUri, ...form })
      return contractFetch(`${server.issuer}${path}/token`, { method: 'POST', headers, body })
    }
    const redeem = (code: string) => send({ grant_type: 'authorization_code', code })
    const answer = await redeem(codeOf(await browser.signIn(await browser.visit(address), userName, password)))
    const { refresh_token } = (await answer.json()) as { refresh_token: string }
    const refresh = () => send({ grant_type: 'refresh_token', refresh_token })
    const unused = codeOf(await browser.visit(address))

    await set('disable')
    const refused = await Promise.all([redeem(unused), refresh()].map(async (given) => (await given).json()))
    expect(refused).toMatchObject([{ error: 'invalid_grant' }, { error: 'invalid_grant' }])

    await set('enable')
    expect((await refresh()).status).toBe(200)
  })

  test('is not let in by a ticket of CAS', async () => {
    const site = await CasSite.start(server)
    await server.database.db
      .updateTable('applications')
      .set({ permissionCodes: ['all'], applicationAccountRequired: true })
      .where('clientId', '=', site.clientId)
      .execute()
    const applicationId = await idOf(site.clientId)
    const userName = `guest-${crypto.randomUUID()}`
    const userId = await server.addUser({ userName, password })
    const account = { applicationId, id: crypto.randomUUID(), userId, accountName: userName, name: userName }
    await server.database.db.insertInto('applicationAccounts').values(account).execute()
    const browser = new Person(server.issuer)
    const first = ticketOf(await browser.signIn(await site.login(browser), userName, password))
    const second = ticketOf(await site.login(browser))
    expect(await site.validate(first)).toMatchObject({ authenticationSuccess: { user: userName } })
    await server.database.db.deleteFrom('applicationAccounts').where('id', '=', account.id).execute()
    expect(await site.validate(second)).toEqual(invalidTicket)
    site.close()
  })

  test('goes on with nothing of an app: calls, another token, tickets', async () => {
    const clientId = await server.addApplication(application)
    const { userName, token, set } = await member(clientId)
    const app = new AppDevice(server, { clientId })
    const session = await app.session(userName, password)
    const sso = (path: string, body: object) =>
      ask<ErrorCode & { sso_ticket: string }>(server, 'POST', `/api/v2/tenant/sso/${path}`, {
        token,
        body: {
          operating_sys_version: 'Android 10',
          device_ip: '10.10.10.1',
          device_fingerprint: app.fingerprint,
          ...body,
        },
      })
    const { sso_ticket } = (await sso('session-token/sso-ticket', { session_token: session })).body
    expect((await app.signedCall(session, 'GET', 'profile')).status).toBe(200)
    await set('disable')
    expect((await app.signedCall(session, 'GET', 'profile')).status).toBe(400)
    const refused = [
      await sso('session-token/refresh', { session_token: session }),
      await sso('session-token/sso-ticket', { session_token: session }),
      await sso('sso-ticket/verify', { sso_ticket }),
    ]
    expect(refused.map(({ body }) => body.error_code)).toEqual(['PARAM.0033', 'PARAM.0033', 'PARAM.0032'])
  })
})
