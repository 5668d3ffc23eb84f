import { createHash, randomBytes } from 'node:crypto'
import type { components } from '../../../generated/account.ts'
import { contractFetch } from '../../support/contract-fetch.ts'
import { type Page, Person } from '../../support/person.ts'

export type Tokens = components['schemas']['TokenResponse']
export type OAuthError = components['schemas']['OAuthError']
export type Introspection = components['schemas']['Introspection']

/** The public client of the demo data and the address it is answered at. */
export const clientId = 'TestClient'
export const redirectUri = 'http://localhost:5173/login/callback/'
export const scope = 'openid profile offline_access'

/** The verifier of every flow that is not about PKCE. */
export const verifier = randomBytes(32).toString('base64url')

/** The S256 challenge of a verifier (RFC 7636 section 4.2). */
export function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url')
}

/** Parameters of a request; an undefined one is left out. */
export type Parameters = Record<string, string | undefined>

/** An authorization request of the demo client, with these parameters changed. */
export function authorizeUrl(issuer: string, changed: Parameters = {}): URL {
  const url = new URL('/connect/authorize', issuer)
  url.search = formOf({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'state of the attack',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...changed,
  }).toString()
  return url
}

/** A form without the fields that are undefined. */
export function formOf(fields: Parameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  )
}

/** Signs the demo user in, agreeing where asked, and gives the address the browser is sent to in the end. */
export async function authorize(issuer: string, changed: Parameters = {}, person = new Person(issuer)): Promise<Page> {
  let page = await person.visit(authorizeUrl(issuer, changed))
  if (page.url.pathname === '/Account/Login') page = await person.signIn(page)
  if (page.url.pathname === '/Account/Consent') page = await person.submit(page, { decision: 'allow' })
  return page
}

/** A fresh authorization code. @throws Error when there is none */
export async function obtainCode(issuer: string, changed: Parameters = {}, person?: Person): Promise<string> {
  const { url, status, body } = await authorize(issuer, changed, person)
  const code = url.searchParams.get('code')
  if (!code) throw new Error(`no code at ${url} (${status}): ${body.slice(0, 300)}`)
  return code
}

/** HTTP Basic with a client's secret (RFC 6749 section 2.3.1). */
export function basic(id: string, secret: string): Record<string, string> {
  const text = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` }
}

/** Posts a form; the answer is held against the contract. */
export function post(
  issuer: string,
  path: string,
  fields: Parameters | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = fields instanceof URLSearchParams ? fields : formOf(fields)
  return contractFetch(new URL(path, issuer), { method: 'POST', body, headers })
}

/** Redeems a code as the demo client, with these parameters changed. */
export function redeem(issuer: string, code: string, changed: Parameters = {}, headers?: Record<string, string>) {
  return post(
    issuer,
    '/connect/token',
    {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
      ...changed,
    },
    headers,
  )
}

/** Uses a refresh token as the demo client, with these parameters changed. */
export function refresh(issuer: string, token: string | undefined, changed: Parameters = {}) {
  return post(issuer, '/connect/token', {
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: token,
    ...changed,
  })
}

/** The whole flow. @throws Error when it ends without tokens */
export async function obtainTokens(issuer: string, changed: Parameters = {}, person?: Person): Promise<Tokens> {
  const code = await obtainCode(issuer, changed, person)
  const { client_id, redirect_uri } = changed
  const response = await redeem(issuer, code, {
    ...(client_id && { client_id }),
    ...(redirect_uri && { redirect_uri }),
  })
  return tokensOf(response)
}

/** The tokens of an answer. @throws Error when there are none */
export async function tokensOf(response: Response): Promise<Tokens> {
  if (response.status !== 200) throw new Error(`no tokens: ${response.status} ${await response.text()}`)
  return (await response.json()) as Tokens
}

/** The name of an answer's error; `undefined` when the answer is a success. */
export async function errorOf(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined
  return ((await response.json()) as OAuthError).error
}

/** Error and description of an answer; `undefined` when the answer is a success. */
export async function failureOf(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined
  const { error, error_description: description } = (await response.json()) as OAuthError
  return `${error}: ${description}`
}

/** What an authorization answered, wherever it stands in the address. */
export function answerOf(url: URL): URLSearchParams {
  return new URLSearchParams(url.search || url.hash.slice(1))
}

/** What userinfo answers to whoever bears this token. */
export async function userInfoStatus(issuer: string, token: string | undefined): Promise<number> {
  const { status } = await contractFetch(new URL('/connect/userinfo', issuer), {
    headers: { authorization: `Bearer ${token}` },
  })
  return status
}

/** A client's own token. */
export async function clientToken(issuer: string, id: string, secret: string, wanted?: string): Promise<string> {
  const response = await post(
    issuer,
    '/connect/token',
    { grant_type: 'client_credentials', scope: wanted },
    basic(id, secret),
  )
  return (await tokensOf(response)).access_token
}

/** What introspection says about a token to a client. */
export async function introspect(
  issuer: string,
  token: string | undefined,
  fields: Parameters,
  headers?: Record<string, string>,
): Promise<Introspection> {
  const response = await post(issuer, '/connect/introspect', { token, ...fields }, headers)
  if (response.status !== 200) throw new Error(`introspection answered ${response.status}`)
  return (await response.json()) as Introspection
}

/** The given number of calls at the same moment. */
export function atOnce<T>(times: number, call: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => call(index)))
}
