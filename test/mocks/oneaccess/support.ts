import { constants, publicEncrypt, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { type OperationId, operations } from '../../../generated/operations.ts'
import { documentedRequest } from '../../support/documented-request.ts'
import { violations } from '../contract.ts'

/** The header set of the user interfaces. */
export const device = {
  'x-operating-sys-version': 'Android 10',
  'x-device-fingerprint': '156aysdna213sc50',
  'x-agent': 'Mozilla/5.0 (Linux; Android 10) Mobile Safari/537.36',
  'x-client-id': 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
  'x-l': 'en',
}

/** The same device in the body of a back-end's call. */
export const deviceFields = {
  operating_sys_version: 'Android 10',
  device_ip: '10.10.10.1',
  device_fingerprint: '156aysdna213sc50',
}

export interface Answered {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

interface Sent {
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Path and query, where the documented ones are not meant. */
  path?: string
}

/** Sends the documented request of an operation, changed as asked, and holds the answer to the contract. */
export async function send(origin: string, id: OperationId, { headers, json, path }: Sent = {}): Promise<Answered> {
  const documented = documentedRequest(id)
  const body = json === undefined ? documented.body : JSON.stringify(json)
  const all = new Headers({ ...documented.headers, 'x-l': 'en' })
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value)
  const response = await fetch(origin + (path ?? documented.path), {
    method: documented.method,
    headers: all,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const mediaType = response.headers.get('content-type')?.split(';')[0]
  const isJson = mediaType?.includes('json') ?? false
  const answer: unknown = isJson ? JSON.parse(text) : text
  if (mediaType) expect(violations(id, String(response.status), mediaType, answer)).toEqual([])
  else expect([text, operations[id].responses]).toEqual(['', expect.arrayContaining([String(response.status)])])
  return { status: response.status, headers: response.headers, body: (isJson ? answer : {}) as Record<string, unknown> }
}

/** The header with a token for the management interfaces. */
export async function management(origin: string): Promise<Record<string, string>> {
  const { body } = await send(origin, 'issueAccessCredential')
  return { authorization: `Bearer ${body.access_token}` }
}

/** A session token of a sign-in. */
export async function signIn(origin: string): Promise<string> {
  return String((await send(origin, 'loginWithPassword')).body.session_token)
}

/** What a signature is made of; made up where it is left out. */
interface Proof {
  sessionToken: string
  timestamp?: number
  nonce?: string
}

/** The text of a signature (section 9.1). */
export function proofText({ sessionToken, timestamp = Date.now(), nonce = randomBytes(8).toString('hex') }: Proof) {
  return `session_token=${sessionToken}&timestamp=${timestamp}&nonce=${nonce}`
}

/** The header of a signed call, encrypted with the mock's key by Node. */
export async function signed(origin: string, proof: Proof): Promise<Record<string, string>> {
  const key = String((await send(origin, 'getPublicKey')).body.public_key)
  const options = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  return { 'x-signature': publicEncrypt(options, Buffer.from(proofText(proof))).toString('base64') }
}

/** What one login and one access credential give to be used in calls. */
export interface Walker {
  /** The header of the management token. */
  authorization: Record<string, string>
  sessionToken: string
  /** The header of a login that is not finished. */
  stateToken: Record<string, string>
}

/** Gets everything that the mock's policies ask for. */
export async function walkerAt(origin: string): Promise<Walker> {
  const { body } = await send(origin, 'loginWithPassword', { headers: { prefer: 'example=mfaAuth' } })
  return {
    authorization: await management(origin),
    sessionToken: await signIn(origin),
    stateToken: { 'x-state-token': String(body.state_token) },
  }
}
