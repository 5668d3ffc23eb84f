import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../../generated/operations.ts'
import { type RunningMock, startMock } from '../start.ts'
import { deviceFields, send, signed, type Walker, walkerAt } from './support.ts'

let mock: RunningMock
let authorization: Walker['authorization']
let sessionToken: Walker['sessionToken']
let stateToken: Walker['stateToken']

beforeAll(async () => {
  mock = await startMock()
  ;({ authorization, sessionToken, stateToken } = await walkerAt(mock.origin))
})
// What one call has made, changed or deleted is not in the way of the next.
beforeEach(() => mock.reset())
afterAll(() => mock.stop())

const ids = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].api === 'oneaccess')
function guardedBy(scheme: string): OperationId[] {
  return ids.filter((id) => operations[id].security.some((alternative) => scheme in alternative))
}

/** Their requests hold what only this mock gives out; the walks send them. */
const walked: readonly string[] = ['issueSsoTicket', 'verifySsoTicket', 'refreshSessionToken', 'issueOauth2Token']

const successes = [200, 201, 204, 302]

test('every operation of the document is open or guarded in a way that is tested here', () => {
  const guards = ['managementToken', 'sessionSignature', 'stateToken', 'accessToken', 'clientBasic']
  const open = ids.filter((id) => operations[id].security.length === 0)
  expect([...open, ...guards.flatMap(guardedBy)].sort()).toEqual([...ids].sort())
})

test('a call that names another tenant than the one of the examples finds no application', async () => {
  const called = (tenant: string) => send(mock.origin, 'getPublicKey', { headers: { 'x-tenant-id': tenant } })
  const { status, body } = await called('0'.repeat(32))
  expect([status, body.error_code]).toEqual([400, 'APP.0001'])
  expect((await called('08F770F51F80D2F40F38C00CB199FD21')).status).toBe(200)
})

describe('management interfaces', () => {
  const guarded = guardedBy('managementToken')

  test.each(guarded)('%s without a token is 401', async (id) => {
    const { status, headers, body } = await send(mock.origin, id)
    expect([status, body.error_code]).toEqual([401, 'COMMON.0401'])
    expect(headers.get('www-authenticate')).toBe(`Bearer realm="${mock.origin}"`)
  })

  test.each(guarded.filter((id) => !walked.includes(id)))('%s is open with a token of the mock', async (id) => {
    expect(successes).toContain((await send(mock.origin, id, { headers: authorization })).status)
  })

  test("a session token, another API's access token and an id token open none", async () => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c', client_secret: 's' })
    const account = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body })
    const { access_token } = (await account.json()) as { access_token: string }
    const fields = { session_token: sessionToken, ...deviceFields }
    const refreshed = await send(mock.origin, 'refreshSessionToken', { headers: authorization, json: fields })
    for (const token of [sessionToken, access_token, refreshed.body.id_token, stateToken['x-state-token']]) {
      const answer = await send(mock.origin, 'listOrganizations', { headers: { authorization: `Bearer ${token}` } })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
  })

  test("a management token opens no operation of the account's API", async () => {
    const response = await fetch(`${mock.origin}/connect/userinfo`, { headers: authorization })
    expect(response.status).toBe(401)
  })
})

describe('calls of a signed-in user', () => {
  test.each(guardedBy('sessionSignature'))('%s needs a signature', async (id) => {
    expect(await send(mock.origin, id)).toMatchObject({ status: 400, body: { error_code: 'PARAM.0030' } })
    expect((await send(mock.origin, id, { headers: await signed(mock.origin, { sessionToken }) })).status).toBe(200)
  })
})

describe('steps of a sign-in', () => {
  test.each(guardedBy('stateToken'))('%s needs a state token', async (id) => {
    for (const headers of [{}, { 'x-state-token': sessionToken }, authorization]) {
      expect(await send(mock.origin, id, { headers })).toMatchObject({
        status: 400,
        body: { error_code: 'PARAM.0014' },
      })
    }
    expect((await send(mock.origin, id, { headers: stateToken })).status).toBe(200)
  })
})

test.each(ids.filter((id) => operations[id].security.length === 0 && !id.startsWith('validateCas')))(
  '%s is open to everyone',
  async (id) => {
    expect(successes).toContain((await send(mock.origin, id)).status)
  },
)
