import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Pair } from '../../../scripts/fuzz/wire.ts'
import type { NewRow } from '../../../server/db/schema.ts'

/** Where every application of these tests is answered; nothing listens there. */
export const redirectUri = 'http://localhost:5173/callback'
export const otherRedirectUri = 'http://localhost:5173/elsewhere'

const openidScopes = ['openid', 'profile', 'email', 'phone', 'offline_access']
const everyGrant = ['authorization_code', 'refresh_token', 'client_credentials']

type Registration = Partial<NewRow<'applications'>>

/**
 * The applications that requests are made for, each different from `plain` in one thing that an answer depends on. What
 * is `taken` happens once its codes and tokens are there.
 */
const registrations = {
  plain: {},
  other: { redirectUris: [redirectUri] },
  posting: { tokenEndpointAuthMethod: 'client_secret_post' },
  public: { tokenEndpointAuthMethod: 'none', grantTypes: ['authorization_code', 'refresh_token'] },
  keyed: { tokenEndpointAuthMethod: 'private_key_jwt' },
  elliptic: { idTokenSigningAlgorithm: 'ES256' },
  thirdParty: { firstParty: false },
  graceless: { refreshTokenGraceSeconds: 0 },
  talkative: { claimsInIdToken: true },
  withoutPkce: { requirePkce: false },
  withoutRefresh: { grantTypes: ['authorization_code'] },
  watching: { introspectsAllTokens: true },
  disabled: {},
  narrowed: {},
  withoutCodes: {},
} satisfies Record<string, Registration>

export type ApplicationName = keyof typeof registrations
export const applicationNames = Object.keys(registrations) as ApplicationName[]

/** What becomes of an application after it was given codes and tokens. */
export const takenLater: Partial<Record<ApplicationName, Registration>> = {
  disabled: { enabled: false },
  narrowed: { scopes: ['openid', 'offline_access', 'ZMS.Users.Read'] },
  withoutCodes: { grantTypes: ['client_credentials'], responseTypes: [] },
}

/** An application and what it proves itself with. */
export interface TestApplication {
  readonly name: ApplicationName
  readonly clientId: string
  readonly secret: string
  readonly method: 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt'
  readonly key: CryptoKey
  /** As it is registered. */
  readonly registration: Registration & { secret?: string }
}

/** Makes an application that is not registered yet. */
export async function makeApplication(name: ApplicationName): Promise<TestApplication> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const given: Registration = registrations[name]
  const method = given.tokenEndpointAuthMethod ?? 'client_secret_basic'
  const [clientId, secret] = [`application-${name}`, `the secret of ${name}: 100%`]
  const jwk: JWK = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }
  return {
    name,
    clientId,
    secret,
    method,
    key: privateKey,
    registration: {
      clientId,
      name,
      redirectUris: [redirectUri, otherRedirectUri],
      grantTypes: everyGrant,
      scopes: [...openidScopes, 'ZMS.Users.Read', 'ZMS.MNS.Send'],
      firstParty: true,
      ...given,
      tokenEndpointAuthMethod: method,
      ...(method === 'private_key_jwt' && { jwks: { keys: [jwk] } }),
      ...(method.startsWith('client_secret') && { secret }),
    },
  }
}

/** The ways in which a client may say who it is, most of them wrong for most clients. */
export const authentications = [
  'as registered',
  'basic',
  'basic, lower case',
  'basic, scheme twice',
  'basic, header twice',
  'basic, not encoded',
  'basic, wrong secret',
  'basic, empty secret',
  'basic, no colon',
  'basic, no base64',
  'basic, another client',
  'basic and form',
  'basic and another client in the form',
  'form',
  'form, wrong secret',
  'form, empty secret',
  'form, no client',
  'form, unknown client',
  'bearer',
  'nothing',
  'assertion',
  'assertion, expired',
  'assertion, another audience',
  'assertion, another subject',
  'assertion, another key',
  'assertion and basic',
] as const
export type Authentication = (typeof authentications)[number]

/** What a request carries to say who sends it. */
export interface Credentials {
  readonly headers: readonly Pair[]
  readonly form: readonly Pair[]
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The credentials of an application, made as told. */
export async function credentialsOf(
  application: TestApplication,
  how: Authentication,
  { issuer, other }: { issuer: string; other: TestApplication },
): Promise<Credentials> {
  const { clientId, secret, method } = application
  const header = (...values: string[]): Credentials => ({
    headers: values.map((value): Pair => ['Authorization', value]),
    form: [],
  })
  const form = (...fields: Pair[]): Credentials => ({ headers: [], form: fields })
  const both = (first: Credentials, second: Credentials): Credentials => ({
    headers: [...first.headers, ...second.headers],
    form: [...first.form, ...second.form],
  })
  const basic = encoded(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`)
  const inForm = form(['client_id', clientId], ['client_secret', secret])
  const assertion = async (claims: { exp?: number; aud?: string; sub?: string; key?: CryptoKey } = {}) => {
    const now = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(clientId)
      .setSubject(claims.sub ?? clientId)
      .setAudience(claims.aud ?? issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.exp ?? 60))
      .sign(claims.key ?? application.key)
    return form(['client_assertion_type', assertionType], ['client_assertion', token])
  }
  switch (how) {
    case 'as registered':
      if (method === 'none') return form(['client_id', clientId])
      if (method === 'private_key_jwt') return assertion()
      return method === 'client_secret_post' ? inForm : header(`Basic ${basic}`)
    case 'basic':
      return header(`Basic ${basic}`)
    case 'basic, lower case':
      return header(`basic ${basic}`)
    case 'basic, scheme twice':
      return header(`Basic Basic ${basic}`)
    case 'basic, header twice':
      return header(`Basic ${basic}`, `Basic ${basic}`)
    case 'basic, not encoded':
      return header(`Basic ${encoded(`${clientId}:${secret}`)}`)
    case 'basic, wrong secret':
      return header(`Basic ${encoded(`${clientId}:wrong`)}`)
    case 'basic, empty secret':
      return header(`Basic ${encoded(`${clientId}:`)}`)
    case 'basic, no colon':
      return header(`Basic ${encoded(clientId)}`)
    case 'basic, no base64':
      return header('Basic ?')
    case 'basic, another client':
      return credentialsOf(other, 'basic', { issuer, other })
    case 'basic and form':
      return both(header(`Basic ${basic}`), inForm)
    case 'basic and another client in the form':
      return both(header(`Basic ${basic}`), form(['client_id', other.clientId]))
    case 'form':
      return inForm
    case 'form, wrong secret':
      return form(['client_id', clientId], ['client_secret', 'wrong'])
    case 'form, empty secret':
      return form(['client_id', clientId], ['client_secret', ''])
    case 'form, no client':
      return form(['client_secret', secret])
    case 'form, unknown client':
      return form(['client_id', 'nobody'], ['client_secret', secret])
    case 'bearer':
      return header(`Bearer ${basic}`)
    case 'nothing':
      return form()
    case 'assertion':
      return assertion()
    case 'assertion, expired':
      return assertion({ exp: -60 })
    case 'assertion, another audience':
      return assertion({ aud: 'https://elsewhere.example.com' })
    case 'assertion, another subject':
      return assertion({ sub: other.clientId })
    case 'assertion, another key':
      return assertion({ key: other.key })
    case 'assertion and basic':
      return both(await assertion(), header(`Basic ${basic}`))
  }
}

const encoded = (text: string) => Buffer.from(text).toString('base64')
