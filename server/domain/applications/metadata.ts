import type { ApplicationsTable, Row } from '../../db/schema.ts'
import { mappingFault } from '../users/person-attributes.ts'
import {
  addressFault,
  attributesFault,
  between,
  each,
  keySetFault,
  length,
  mailFault,
  oneOf,
  originFault,
  someOf,
  webAddressFault,
} from './metadata-faults.ts'
import { samlColumns, samlDefaults, samlMembers } from './metadata-saml.ts'
import { sdkColumns, sdkDefaults, sdkMembers } from './metadata-sdk.ts'
import { permissionCodes } from './permission-codes.ts'
import { allScopes, oneAccessScopes } from './scopes.ts'

/** The columns of an application that its registration holds, beside its client id and its secret. */
const registered = [
  'name',
  'nameZh',
  'contacts',
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
  'organizationModel',
  'accountAttributes',
  'refreshTokenGraceSeconds',
  'managementTokenSeconds',
  ...sdkColumns,
  'casServices',
  'attributeMapping',
  ...samlColumns,
] as const satisfies readonly (keyof ApplicationsTable)[]

/** What an application is registered with. */
export type Registration = Row<'applications', typeof registered>
export type Column = (typeof registered)[number]

export { RegistrationError } from './registration-error.ts'

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
    column: 'contacts',
    name: 'contacts',
    kind: 'list',
    meaning: 'mail addresses of those who answer for it',
    fault: each(mailFault),
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
    column: 'organizationModel',
    name: 'organization_model',
    kind: 'flag',
    meaning: 'whether it has organizations of its own in OneAccess',
  },
  {
    column: 'accountAttributes',
    name: 'account_attributes',
    kind: 'list',
    meaning: 'names of the custom attributes that its accounts in OneAccess have',
    fault: attributesFault,
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
  ...sdkMembers,
  {
    column: 'casServices',
    name: 'cas_services',
    kind: 'list',
    meaning: 'where people come to with a CAS ticket, letter by letter',
    fault: each(webAddressFault),
  },
  {
    column: 'attributeMapping',
    name: 'attribute_mapping',
    kind: 'object',
    meaning: 'what CAS, SAML and the userinfo of OneAccess tell beside: {"its name": "ours"}',
    fault: mappingFault,
  },
  ...samlMembers,
]

/** What a registration has where it says nothing. */
export const registrationDefaults: Registration = {
  name: '',
  nameZh: null,
  contacts: [],
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
  organizationModel: true,
  accountAttributes: [],
  refreshTokenGraceSeconds: 10,
  managementTokenSeconds: 1800,
  ...sdkDefaults,
  casServices: [],
  attributeMapping: {},
  ...samlDefaults,
}
