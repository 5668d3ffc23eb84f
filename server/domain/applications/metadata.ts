import type { ApplicationsTable, Row } from '../../db/schema.ts'
import { permissionCodes } from './permission-codes.ts'
import { allScopes, oneAccessScopes } from './scopes.ts'

/** The columns of an application that its registration holds, beside its client id and its secret. */
const registered = [
  'name',
  'nameZh',
  'applicationType',
  'tokenEndpointAuthMethod',
  'jwks',
  'grantTypes',
  'responseTypes',
  'scopes',
  'redirectUris',
  'postLogoutRedirectUris',
  'backchannelLogoutUri',
  'backchannelLogoutSessionRequired',
  'listenerOrigins',
  'idTokenSigningAlgorithm',
  'requirePkce',
  'firstParty',
  'userAddressAllowed',
  'introspectsAllTokens',
  'claimsInIdToken',
  'permissionCodes',
  'refreshTokenGraceSeconds',
  'managementTokenSeconds',
] as const satisfies readonly (keyof ApplicationsTable)[]

/** What an application is registered with. */
export type Registration = Row<'applications', typeof registered>
type Column = (typeof registered)[number]

/** A registration that cannot be taken, with every reason. */
export class RegistrationError extends Error {
  override name = 'RegistrationError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** One member of a registration: under which name it is handed in, and what it may be. */
export interface Member {
  readonly column: Column
  /** The name of OpenID Connect Dynamic Client Registration 1.0, or ours where that has none. */
  readonly name: string
  readonly kind: 'text' | 'list' | 'words' | 'flag' | 'number' | 'object'
  readonly meaning: string
  /** What is wrong with a value of that kind; undefined when nothing is. */
  readonly fault?: (value: never) => string | undefined
  /** Where it may be left out: null removes it. */
  readonly optional?: true
}

const grantTypes = [
  'authorization_code',
  'implicit',
  'refresh_token',
  'client_credentials',
  'password',
  'urn:ietf:params:oauth:grant-type:device_code',
]
const responseTypes = ['code', 'id_token', 'code id_token', 'none']
const longestUri = 2048

const oneOf = (words: readonly string[]) => (value: string) =>
  words.includes(value) ? undefined : `must be one of ${words.join(', ')}`
const someOf = (words: readonly string[]) => (values: readonly string[]) => {
  const wrong = values.filter((value) => !words.includes(value))
  return wrong.length > 0 ? `does not know ${wrong.join(', ')}; there is ${words.join(', ')}` : undefined
}
const each = (fault: (value: string) => string | undefined) => (values: readonly string[]) =>
  values.map((value) => fault(value) && `${value} ${fault(value)}`).find((text) => text)
const between = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `must be a whole number from ${least} to ${most}`
const length = (most: number) => (value: string) =>
  value.length >= 1 && value.length <= most ? undefined : `must have 1 to ${most} characters`

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** RFC 9700 section 2.1, RFC 8252 section 7: https, http on the person's own machine, or a scheme of an app's own. */
function addressFault(value: string): string | undefined {
  if (!URL.canParse(value) || value.length > longestUri) return `is no address of at most ${longestUri} characters`
  const url = new URL(value)
  if (value.includes('#')) return 'must have no fragment'
  if (value.includes('*')) return 'must have no wildcard'
  if (url.username || url.password) return 'must have no user name'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:') return isLoopback(url.hostname) ? undefined : 'must use https'
  return /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]+:$/.test(url.protocol) ? undefined : 'must use https'
}

function webAddressFault(value: string): string | undefined {
  return addressFault(value) ?? (/^https?:/.test(value) ? undefined : 'must use https')
}

function originFault(value: string): string | undefined {
  const fault = webAddressFault(value)
  return fault ?? (new URL(value).origin === value ? undefined : 'must be an origin: no path and no slash at the end')
}

/** RFC 7517: public keys only, as a private one would be in the hands of two. */
function keySetFault(value: object): string | undefined {
  const keys: unknown = 'keys' in value ? value.keys : undefined
  if (!Array.isArray(keys) || keys.length === 0) return 'must be a JSON Web Key Set with keys'
  if (keys.some((key) => typeof key !== 'object' || key === null || !('kty' in key))) return 'must hold JSON Web Keys'
  return keys.some((key: object) => 'd' in key || 'k' in key) ? 'must hold public keys only' : undefined
}

/** Every member of a registration, in the order in which it is shown. */
export const members: readonly Member[] = [
  { column: 'name', name: 'client_name', kind: 'text', meaning: 'what people read when asked', fault: length(128) },
  {
    column: 'nameZh',
    name: 'client_name#zh-CN',
    kind: 'text',
    meaning: 'the same in Chinese',
    fault: length(128),
    optional: true,
  },
  {
    column: 'applicationType',
    name: 'application_type',
    kind: 'text',
    meaning: 'web or native',
    fault: oneOf(['web', 'native']),
  },
  {
    column: 'tokenEndpointAuthMethod',
    name: 'token_endpoint_auth_method',
    kind: 'text',
    meaning: 'none, client_secret_basic, client_secret_post or private_key_jwt',
    fault: oneOf(['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt']),
  },
  {
    column: 'jwks',
    name: 'jwks',
    kind: 'object',
    meaning: 'public keys, for private_key_jwt',
    fault: keySetFault,
    optional: true,
  },
  {
    column: 'grantTypes',
    name: 'grant_types',
    kind: 'list',
    meaning: 'how it gets tokens',
    fault: someOf(grantTypes),
  },
  {
    column: 'responseTypes',
    name: 'response_types',
    kind: 'list',
    meaning: 'code, id_token, code id_token, none',
    fault: someOf(responseTypes),
  },
  {
    column: 'scopes',
    name: 'scope',
    kind: 'words',
    meaning: 'everything it may ever ask for',
    fault: someOf([...new Set([...allScopes, ...oneAccessScopes])]),
  },
  {
    column: 'redirectUris',
    name: 'redirect_uris',
    kind: 'list',
    meaning: 'where people come back to, letter by letter',
    fault: each(addressFault),
  },
  {
    column: 'postLogoutRedirectUris',
    name: 'post_logout_redirect_uris',
    kind: 'list',
    meaning: 'where people go after signing out',
    fault: each(addressFault),
  },
  {
    column: 'backchannelLogoutUri',
    name: 'backchannel_logout_uri',
    kind: 'text',
    meaning: 'where logout tokens are posted',
    fault: webAddressFault,
    optional: true,
  },
  {
    column: 'backchannelLogoutSessionRequired',
    name: 'backchannel_logout_session_required',
    kind: 'flag',
    meaning: 'whether they must name the session',
  },
  {
    column: 'listenerOrigins',
    name: 'listener_origins',
    kind: 'list',
    meaning: 'origins whose pages may ask who is signed in',
    fault: each(originFault),
  },
  {
    column: 'idTokenSigningAlgorithm',
    name: 'id_token_signed_response_alg',
    kind: 'text',
    meaning: 'RS256 or ES256',
    fault: oneOf(['RS256', 'ES256']),
  },
  { column: 'requirePkce', name: 'require_pkce', kind: 'flag', meaning: 'whether a code is given only with PKCE' },
  {
    column: 'firstParty',
    name: 'first_party',
    kind: 'flag',
    meaning: 'one of your own: people are not asked for consent',
  },
  {
    column: 'userAddressAllowed',
    name: 'user_address_allowed',
    kind: 'flag',
    meaning: 'whether it says, with the password grant, which address a person asks from',
  },
  {
    column: 'introspectsAllTokens',
    name: 'introspects_all_tokens',
    kind: 'flag',
    meaning: 'whether introspection tells it about tokens of other applications',
  },
  {
    column: 'claimsInIdToken',
    name: 'claims_in_id_token',
    kind: 'flag',
    meaning: 'whether the ID token has what the userinfo endpoint tells, for clients that read nothing else',
  },
  {
    column: 'permissionCodes',
    name: 'permission_codes',
    kind: 'list',
    meaning: 'which management interfaces of OneAccess it may call',
    fault: someOf(permissionCodes),
  },
  {
    column: 'refreshTokenGraceSeconds',
    name: 'refresh_token_grace_seconds',
    kind: 'number',
    meaning: 'how long a refresh token that was used may be sent again',
    fault: between(0, 300),
  },
  {
    column: 'managementTokenSeconds',
    name: 'management_token_seconds',
    kind: 'number',
    meaning: 'how long its credentials for OneAccess live',
    fault: between(60, 86_400),
  },
]

/** What a registration has where it says nothing. */
export const registrationDefaults: Registration = {
  name: '',
  nameZh: null,
  applicationType: 'web',
  tokenEndpointAuthMethod: 'client_secret_basic',
  jwks: null,
  grantTypes: ['authorization_code'],
  responseTypes: ['code'],
  scopes: ['openid'],
  redirectUris: [],
  postLogoutRedirectUris: [],
  backchannelLogoutUri: null,
  backchannelLogoutSessionRequired: false,
  listenerOrigins: [],
  idTokenSigningAlgorithm: 'RS256',
  requirePkce: true,
  firstParty: false,
  userAddressAllowed: false,
  introspectsAllTokens: false,
  claimsInIdToken: false,
  permissionCodes: [],
  refreshTokenGraceSeconds: 10,
  managementTokenSeconds: 1800,
}

/** Members of the guide that say nothing to this server. */
const informative = new Set(['client_id', 'contacts'])

/**
 * Reads a registration as it is handed in (the guide "Client registration and changes").
 * @returns the columns that it names
 * @throws RegistrationError of every member that is unknown or has a wrong value
 */
export function readRegistration(given: Readonly<Record<string, unknown>>): Partial<Registration> {
  const problems: string[] = []
  const values: [Column, unknown][] = []
  for (const [name, value] of Object.entries(given)) {
    const member = members.find((candidate) => candidate.name === name)
    if (member) {
      const read = readMember(member, value)
      if (read.problem === undefined) values.push([member.column, read.value])
      else problems.push(`${name} ${read.problem}`)
    } else if (!informative.has(name)) problems.push(`${name} is not known`)
  }
  if (problems.length > 0) throw new RegistrationError(problems)
  return Object.fromEntries(values)
}

type Read = { readonly value: unknown; readonly problem?: undefined } | { readonly problem: string }

function readMember({ kind, fault, optional }: Member, given: unknown): Read {
  if (given === null) return optional ? { value: null } : { problem: 'cannot be removed' }
  const value = kind === 'words' && typeof given === 'string' ? given.split(/\s+/).filter(Boolean) : given
  if (!isOfKind(kind, value)) return { problem: `must be ${kinds[kind]}` }
  const problem = fault?.(value as never)
  if (problem !== undefined) return { problem }
  return { value: Array.isArray(value) ? [...new Set(value)] : value }
}

const kinds: Readonly<Record<Member['kind'], string>> = {
  text: 'a text',
  list: 'a list of texts',
  words: 'words with blanks between',
  flag: 'true or false',
  number: 'a number',
  object: 'an object',
}

function isOfKind(kind: Member['kind'], value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && !value.includes('\0')
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
  }
}

/** A registration as it is handed in, from the columns that hold it. */
export function writeRegistration(registration: Registration): Record<string, unknown> {
  const shown = members.flatMap(({ column, name, kind }) => {
    const value = registration[column]
    if (value === null) return []
    return [[name, kind === 'words' && Array.isArray(value) ? value.join(' ') : value] as const]
  })
  return Object.fromEntries(shown)
}

/** What does not go together in a registration. @throws RegistrationError */
export function judgeRegistration(registration: Registration): void {
  const { tokenEndpointAuthMethod: method, grantTypes: grants, responseTypes: types, applicationType } = registration
  const has = (grant: string) => grants.includes(grant)
  const rules: readonly (readonly [broken: boolean, problem: string])[] = [
    [registration.name === '', 'client_name is missing'],
    [grants.length === 0, 'grant_types must name one at least'],
    [
      method === 'none' && (has('client_credentials') || has('password')),
      'grant_types client_credentials and password are for clients that authenticate: token_endpoint_auth_method is none',
    ],
    [method === 'private_key_jwt' && registration.jwks === null, 'jwks is missing, which private_key_jwt needs'],
    [
      (has('authorization_code') || has('implicit')) && registration.redirectUris.length === 0,
      'redirect_uris must name one at least, as grant_types has authorization_code or implicit',
    ],
    [
      types.some((type) => type.includes('code')) && !has('authorization_code'),
      'response_types has code, so grant_types must have authorization_code',
    ],
    [
      types.some((type) => type.includes('id_token')) && !has('implicit'),
      'response_types has id_token, so grant_types must have implicit',
    ],
    [
      has('authorization_code') && !types.some((type) => type.includes('code')),
      'grant_types has authorization_code, so response_types must have code',
    ],
    [method === 'none' && !registration.requirePkce, 'require_pkce may be lifted for confidential clients only'],
    [
      registration.userAddressAllowed && !has('password'),
      'user_address_allowed is about the grant type password, which grant_types does not have',
    ],
    [
      method === 'none' && registration.introspectsAllTokens,
      'introspects_all_tokens is for clients that authenticate: token_endpoint_auth_method is none',
    ],
    [
      applicationType === 'web' && registration.redirectUris.some((uri) => !/^https?:/.test(uri)),
      'redirect_uris with a scheme of their own are for application_type native',
    ],
    [
      registration.scopes.includes('offline_access') && !has('refresh_token'),
      'scope has offline_access, so grant_types must have refresh_token',
    ],
  ]
  const problems = rules.filter(([broken]) => broken).map(([, problem]) => problem)
  if (problems.length > 0) throw new RegistrationError(problems)
}
