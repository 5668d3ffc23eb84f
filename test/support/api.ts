import { contractFetch } from './contract-fetch.ts'
import type { Installation } from './installation.ts'

/** An answer with its JSON. */
export interface Answer<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

/** The envelope of the Account API. */
export interface Envelope<T> {
  readonly status: number
  readonly message: string
  readonly error: string | null
  readonly data: T[]
  readonly totalNum?: number
  readonly pageSize?: number
  readonly pageNum?: number
}

/** Asks in English; the answer is held against the contract. */
export async function ask<Body>(
  server: Installation,
  method: string,
  path: string,
  { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const answer = await contractFetch(new URL(path, server.issuer), {
    method,
    headers: {
      'X-L': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as Body }
}

async function tokenOf(
  server: Pick<Installation, 'issuer'>,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const answer = await contractFetch(new URL(path, server.issuer), {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`no token (${answer.status})`)
  return token
}

/** The access token of a person of the demo data, or of another. */
export function personToken(
  server: Pick<Installation, 'issuer'>,
  scope: string,
  username = 'testUserName',
  password = 'Abc.123456',
) {
  const client = { client_id: 'testAutoClient', client_secret: 'testAuto.2022' }
  return tokenOf(server, '/connect/token', { grant_type: 'password', scope, username, password, ...client })
}

/** The access token of the trusted client of the demo data. */
export function clientToken(server: Installation, scope: string): Promise<string> {
  const client = { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
  return tokenOf(server, '/connect/token', { grant_type: 'client_credentials', scope, ...client })
}

/** The access token of the OEM client of the demo data, or of another. */
export function oemToken(server: Installation, clientId = 'oemDemo', secret = 'oem.Demo.2026'): Promise<string> {
  const scope = 'ZMS.OEMUsers.Read ZMS.OEMUsers.Create ZMS.OEMUsers.Delete'
  return tokenOf(server, '/connect/token', {
    grant_type: 'client_credentials',
    scope,
    client_id: clientId,
    client_secret: secret,
  })
}

/** The access credential of the OneAccess application of the demo data. */
export function managementToken(server: Installation): Promise<string> {
  const client = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
  return tokenOf(server, '/api/v2/tenant/token', { grant_type: 'client_credentials', ...client })
}

/** What was written down about a subject, the oldest first. */
export async function auditOf(server: Installation, subjectId: string) {
  return server.database.db
    .selectFrom('auditEvents')
    .select(['action', 'actorId', 'actorClientId', 'details', 'address', 'requestId'])
    .where('subjectId', '=', subjectId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
