import { randomUUID } from 'node:crypto'
import { type Answer, json } from '../answer.ts'
import { type Client, clientOf } from '../client.ts'
import { exampleOf, type MockDocument } from '../contract.ts'
import type { Step } from '../face.ts'
import { Refused } from '../failure.ts'
import { fitsChallenge } from '../pkce.ts'
import type { ShortLived } from '../short-lived.ts'
import type { Claims, Tokens } from '../tokens.ts'
import { type Lifetimes, lifetimeOf, type World } from '../world.ts'
import { knownScopes } from './scopes.ts'
import type { Users } from './users.ts'

const DAY_SECONDS = 24 * 60 * 60
const CLIENT_TOKEN_SECONDS = 60 * 60
const REFRESH_TOKEN_SECONDS = 30 * DAY_SECONDS

/** What an authorization code stands for. */
export interface CodeRecord {
  /** The user. */
  sub: string
  clientId: string
  redirectUri: string
  scope: string
  nonce?: string
  authTime?: number
  /** The PKCE challenge, method S256 (RFC 7636 section 4.2). */
  challenge: string
}

/** What a grant yields: whose tokens, and for what. */
interface Granted {
  sub: string
  scope: string
  nonce?: string
  authTime?: number
  /** Left out where it is new. */
  grantId?: string
}

/** The audience of access tokens, beside their issuer's own address: the server's are the same. */
function audienceOf(issuer: string): string {
  return `${issuer}/api`
}

/** The refusal of a client that does not say who it is, or not in a way that can be read (RFC 6749 section 5.2). */
export function clientRefused(origin: string): Refused {
  const headers = { 'www-authenticate': `Basic realm="${origin}"` }
  return new Refused({ status: 401, oauthError: 'invalid_client', message: 'client authentication failed', headers })
}

function refuse(error: string, error_description: string): Answer {
  return json(400, { error, error_description })
}

/** The form fields a grant must have, from the variant of the form in the contract; undefined for an unknown grant. */
function requiredFields(account: MockDocument, grantType: string): string[] | undefined {
  const operation = account.operations.find(({ id }) => id === 'issueToken')
  const [content] = operation?.prism.request?.body?.contents ?? []
  const variants = content?.schema?.oneOf ?? []
  for (const variant of variants) {
    if (typeof variant === 'boolean') continue
    const field = variant.properties?.grant_type
    if (typeof field === 'object' && field.const === grantType) return variant.required ?? []
  }
  return undefined
}

/** `POST /connect/token`: redeems codes and refresh tokens for real, and believes everything else unless the mock is strict. */
export function createTokenEndpoint(
  account: MockDocument,
  tokens: Tokens,
  codes: ShortLived<CodeRecord>,
  users: Users,
  world: World,
): Step {
  const userTokenSeconds = Number(exampleOf(account, 'issueToken', 200).expires_in)

  function fromCode(form: URLSearchParams, client: Client): Granted | Answer {
    const record = codes.take(form.get('code') ?? '')
    if (!record) return refuse('invalid_grant', 'the code is unknown, used or expired')
    if (record.clientId !== client.id) return refuse('invalid_grant', 'the code was given to another client')
    if (record.redirectUri !== form.get('redirect_uri')) {
      return refuse('invalid_grant', 'redirect_uri is not the one of the authorization request')
    }
    if (!fitsChallenge(form.get('code_verifier'), record.challenge))
      return refuse('invalid_grant', 'code_verifier does not fit code_challenge')
    return { sub: record.sub, scope: record.scope, nonce: record.nonce, authTime: record.authTime }
  }

  async function fromRefreshToken(form: URLSearchParams, client: Client): Promise<Granted | Answer> {
    const claims = await tokens.read('refresh', form.get('refresh_token') ?? '')
    if (!claims?.sub) return refuse('invalid_grant', "the refresh token is expired or not from this mock's start")
    if (claims.client_id !== client.id) return refuse('invalid_grant', 'the refresh token was given to another client')
    const granted = claims.scope ?? ''
    const scope = form.get('scope') ?? granted
    const within = scope.split(' ').every((name) => granted.split(' ').includes(name))
    if (!within) return refuse('invalid_scope', 'the scope is wider than the granted one')
    return { sub: claims.sub, scope, nonce: claims.nonce, authTime: claims.auth_time, grantId: claims.grant_id }
  }

  async function userTokens(granted: Granted, client: Client, issuer: string): Promise<Answer> {
    const { sub, scope, nonce, authTime, grantId = randomUUID() } = granted
    const names = new Set(scope.split(' '))
    const seconds = (kind: keyof Lifetimes, usual: number) => lifetimeOf(world, client.id, kind, usual)
    const accessSeconds = seconds('accessToken', userTokenSeconds)
    const common = { iss: issuer, sub }
    const signIn = { ...(nonce && { nonce }), ...(authTime && { auth_time: authTime }) }
    const own = { client_id: client.id, ...(scope && { scope }), grant_id: grantId }
    const access: Claims = { ...common, aud: audienceOf(issuer), ...own }
    const refresh: Claims = { ...access, ...signIn }
    return json(200, {
      access_token: await tokens.sign('access', access, accessSeconds),
      ...(names.has('openid') && {
        id_token: await tokens.sign(
          'identity',
          { ...(users.rows.get(sub)?.claims as Claims | undefined), ...common, aud: client.id, ...signIn },
          seconds('idToken', userTokenSeconds),
        ),
      }),
      ...(names.has('offline_access') && {
        refresh_token: await tokens.sign('refresh', refresh, seconds('refreshToken', REFRESH_TOKEN_SECONDS)),
      }),
      token_type: 'Bearer',
      expires_in: accessSeconds,
      ...(scope && { scope }),
    })
  }

  async function clientToken(client: Client, scope: string, issuer: string): Promise<Answer> {
    const granted = scope && { scope }
    const claims: Claims = { iss: issuer, sub: client.id, aud: audienceOf(issuer), client_id: client.id, ...granted }
    const expires_in = lifetimeOf(world, client.id, 'clientToken', CLIENT_TOKEN_SECONDS)
    const access_token = await tokens.sign('access', claims, expires_in)
    return json(200, { access_token, token_type: 'Bearer', expires_in, ...granted })
  }

  return {
    readsItself: true,
    async answer({ form, headers: { authorization }, origin: issuer }) {
      const client = clientOf(form, authorization, world)
      if (!client) throw clientRefused(issuer)
      const grantType = form.get('grant_type')
      if (!grantType) return refuse('invalid_request', 'grant_type is missing')
      const required = requiredFields(account, grantType)
      if (!required) return refuse('unsupported_grant_type', `there is no grant ${grantType}`)
      const missing = required.filter((name) => !form.get(name))
      if (missing.length > 0) return refuse('invalid_request', `missing: ${missing.join(', ')}`)
      if (grantType === 'client_credentials' && !client.authenticated) throw clientRefused(issuer)
      const asked = knownScopes(account, form.get('scope') ?? '')
      const [unknown] = asked.unknown
      if (unknown !== undefined && ['client_credentials', 'password'].includes(grantType)) {
        return json(400, { error: 'invalid_scope', error_description: 'there is no such scope', scope: unknown })
      }
      const scope = asked.known.join(' ')
      if (grantType === 'client_credentials') return clientToken(client, scope, issuer)
      const granted = await grantOf(grantType, form, client, scope)
      return 'status' in granted ? granted : userTokens(granted, client, issuer)
    },
  }

  async function grantOf(
    grantType: string,
    form: URLSearchParams,
    client: Client,
    scope: string,
  ): Promise<Granted | Answer> {
    if (grantType === 'authorization_code') return fromCode(form, client)
    if (grantType === 'refresh_token') return fromRefreshToken(form, client)
    // The user of a device has always agreed, to what is not kept.
    if (grantType !== 'password') return { sub: users.example, scope: scope || 'openid profile' }
    const user = users.named(form.get('username') ?? '')
    const isRight = !world.strict || user?.password === form.get('password')
    if (!user || !isRight || user.accountState !== 'Normal')
      return refuse('invalid_grant', 'the password is wrong, or the user is disabled')
    return { sub: String(user.guid), scope }
  }
}
