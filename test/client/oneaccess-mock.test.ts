import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOneAccessClient, type OneAccessClient, unwrap } from '../../client/src/index.ts'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { contractExample } from './contract-example.ts'
import type { Proofs } from './oneaccess-call.ts'
import { oneAccessCalls } from './oneaccess-calls.ts'
import { application, device, management } from './oneaccess-server.ts'

type Id = keyof typeof oneAccessCalls

const redirectUri = 'http://localhost:5173/login/callback/'

let mock: RunningMock
let client: OneAccessClient
let proofs: Proofs
let sessionToken: string | undefined

/** An access token of a user, for a code that the mock gives at once. */
async function accessToken(): Promise<string> {
  const clientId = management.clientId
  const address = client.url('/api/v1/oauth2/authorize', {
    response_type: 'code',
    client_id: clientId,
    scope: 'get_user_info',
    redirect_uri: redirectUri,
  })
  const { headers } = await fetch(address, { redirect: 'manual' })
  const body = {
    grant_type: 'authorization_code',
    code: new URL(headers.get('location') ?? '').searchParams.get('code') ?? '',
    client_id: clientId,
    client_secret: management.clientSecret,
    redirect_uri: redirectUri,
  } as const
  return (await unwrap(client.POST('/api/v1/oauth2/token', { body }))).access_token
}

beforeAll(async () => {
  mock = await startMock({ memory: false })
  client = createOneAccessClient({
    baseUrl: mock.origin,
    management,
    application,
    device,
    language: 'en',
    sessionToken: () => sessionToken,
  })
  const body = { user_name: 'zhangsan', password: 'Zhangsan.2026' }
  const login = (example: string) =>
    unwrap(client.POST('/api/v2/sdk/login', { body, headers: { Prefer: `example=${example}` } }))
  sessionToken = (await login('success')).session_token
  proofs = { stateToken: (await login('mfaAuth')).state_token ?? '', accessToken: await accessToken() }
})
afterAll(() => mock.stop())

/** These redeem what nobody has issued: the documented tokens are not of this mock's start. */
const refused: Partial<Record<Id, object>> = {
  issueSsoTicket: { name: 'OneAccessError' },
  verifySsoTicket: { name: 'OneAccessError', code: 'PARAM.0032' },
  refreshSessionToken: { name: 'OneAccessError' },
  issueOauth2Token: { name: 'OAuthError', error: 'invalid_grant' },
}
/** What an answer is made of; the mock puts its own addresses, times, keys and tokens where the example has others. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  if (Array.isArray(value)) return value.map(shape)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
}

test.each(Object.keys(oneAccessCalls) as Id[])('%s', async (id) => {
  const result = oneAccessCalls[id](client, proofs)
  const failure = refused[id]
  if (failure) await expect(result).rejects.toMatchObject(failure)
  else expect(shape(await result)).toEqual(shape(contractExample(id)))
})

test('a walk: single sign-on with what the login gave', async () => {
  const from = {
    operating_sys_version: device.operatingSystemVersion,
    device_ip: device.ip,
    device_fingerprint: device.fingerprint,
  }
  const ticket = await unwrap(
    client.POST('/api/v2/tenant/sso/session-token/sso-ticket', {
      body: { session_token: sessionToken ?? '', ...from },
    }),
  )
  const verified = await unwrap(
    client.POST('/api/v2/tenant/sso/sso-ticket/verify', { body: { sso_ticket: ticket.sso_ticket, ...from } }),
  )
  expect(verified.data.user.userName).toMatch(/\S/)
})
