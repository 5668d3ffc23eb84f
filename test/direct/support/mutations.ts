import type { Pair, WireRequest } from '../../../scripts/fuzz/wire.ts'
import { type Authentication, authentications } from './applications.ts'

/** One way in which a request may differ from the ordinary. */
export type Mutation =
  | { readonly what: 'drop' | 'empty' | 'double' | 'upper-case name' | 'misplace'; readonly name: string }
  | { readonly what: 'spoil'; readonly name: string; readonly how: Spoiling }
  | { readonly what: 'set' | 'add'; readonly name: string; readonly value: string }
  | { readonly what: 'authenticate'; readonly how: Authentication }
  | { readonly what: 'header' | 'cookie'; readonly name: string; readonly value: string }
  | { readonly what: 'media type' | 'method' | 'tail'; readonly value: string }
  | { readonly what: 'without PKCE' }

/** Ways to make another value of a value. */
const spoilings = {
  'blank before': (value) => ` ${value}`,
  'blank behind': (value) => `${value} `,
  'line behind': (value) => `${value}\n`,
  'twice, with a blank': (value) => `${value} ${value}`,
  'two blanks for one': (value) => value.replaceAll(' ', '  '),
  'upper case': (value) => value.toUpperCase(),
  'lower case': (value) => value.toLowerCase(),
  'first letter changed': (value) => `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`,
  'last letter changed': (value) => `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`,
  'cut short': (value) => value.slice(0, -1),
  longer: (value) => `${value}x`,
  'with NUL': (value) => `${value}\0`,
  'not ASCII': (value) => `${value}é中`,
  'very long': (value) => value + 'a'.repeat(3000),
  'longer than a form': (value) => value + 'a'.repeat(60_000),
  'percent twice': (value) => encodeURIComponent(value).replaceAll('-', '%2D'),
  'with a slash': (value) => `${value}/`,
  'with a query': (value) => `${value}?a=b`,
  quoted: (value) => `"${value}"`,
  reversed: (value) => value.split(' ').reverse().join(' '),
} satisfies Record<string, (value: string) => string>
type Spoiling = keyof typeof spoilings
export const everySpoiling = Object.keys(spoilings) as Spoiling[]

/** Values of parameters that no ordinary request has, and those of its own that are worth trying beside. */
export const interestingValues: Readonly<Record<string, readonly string[]>> = {
  grant_type: [
    'password',
    'implicit',
    'Authorization_Code',
    'urn:ietf:params:oauth:grant-type:device_code',
    'nothing',
    'toString',
    '__proto__',
  ],
  response_type: ['token', 'id_token', 'code id_token', 'code token', 'none', 'code code', ''],
  response_mode: ['query', 'fragment', 'form_post', 'web_message', 'jwt', 'query.jwt', 'nothing'],
  prompt: ['none', 'login', 'consent', 'select_account', 'none login', 'login consent', 'create', 'nothing', ''],
  max_age: ['0', '1', '100000', '-1', '1.5', 'soon', '99999999999999999999', ''],
  scope: [
    'openid',
    'profile',
    'openid profile',
    'openid email phone',
    'openid offline_access',
    'openid openid',
    'openid unknown',
    'openid ZMS.Users.Read',
    'ZMS.Users.Read',
    'ZMS.Users.Read ZMS.MNS.Send',
    'ZMS.Users.Write',
    'offline_access',
    'unknown',
    '',
  ],
  resource: ['https://elsewhere.example.com', 'no address', 'http://localhost:5173/api#part', ''],
  audience: ['https://elsewhere.example.com'],
  claims: ['{}', '{"id_token":{"email":{"essential":true}}}', '{"userinfo":{"sub":{"value":"nobody"}}}', 'no JSON', ''],
  request: ['a.b.c', 'eyJhbGciOiJub25lIn0.e30.', ''],
  request_uri: ['https://elsewhere.example.com/request', 'urn:ietf:params:oauth:request_uri:unknown', ''],
  registration: ['{}'],
  nonce: ['', 'a', 'n'.repeat(600), 'n n', 'ñ'],
  state: ['', 's', 's'.repeat(1500), '%00', 'a&b=c', '中文'],
  display: ['page', 'popup', 'touch', 'wap', 'nothing'],
  ui_locales: ['zh', 'en', 'fr', 'zh-CN en', ''],
  acr_values: ['0', 'urn:mace:incommon:iap:silver', ''],
  login_hint: ['testUserName', 'nobody', ''],
  code_challenge: ['short', 'a'.repeat(43), 'a'.repeat(129), '='.repeat(43), ''],
  code_challenge_method: ['plain', 's256', 'S512', ''],
  code_verifier: ['short', 'a'.repeat(43), 'a'.repeat(129), 'ä'.repeat(43), ''],
  redirect_uri: [
    'http://localhost:5173/elsewhere',
    'http://localhost:5174/callback',
    'http://127.0.0.1:5173/callback',
    'http://LOCALHOST:5173/callback',
    'http://localhost:5173/callback/../callback',
    'http://localhost:5173/callback#part',
    'https://elsewhere.example.com/callback',
    'no address',
    '',
  ],
  client_id: ['application-other', 'application-plain', 'nobody', ' application-plain', ''],
  client_secret: ['', 'wrong'],
  client_assertion: ['a.b.c', ''],
  client_assertion_type: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer', 'nothing'],
  id_token_hint: ['a.b.c', ''],
  token_type_hint: ['access_token', 'refresh_token', 'id_token', 'nothing', ''],
  username: ['testUserName'],
  password: ['Abc.123456'],
  access_token: ['a.b.c'],
  dpop_jkt: ['a'.repeat(43)],
  authorization_details: ['[{"type":"nothing"}]'],
  device_code: ['unknown'],
  user_code: ['AAAA-BBBB'],
  unknown: ['1', ''],
}

/** Headers that a browser, a proxy or an attacker may add. */
export const interestingHeaders: readonly Pair[] = [
  ['Origin', 'http://localhost:5173'],
  ['Origin', 'https://elsewhere.example.com'],
  ['Origin', 'null'],
  ['Accept', 'text/html'],
  ['Accept', 'application/json'],
  ['Accept', 'image/png'],
  ['Accept-Language', 'zh'],
  ['X-L', 'en'],
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Host', 'elsewhere.example.com'],
  ['Forwarded', 'host=elsewhere.example.com'],
  ['DPoP', 'a.b.c'],
  ['If-None-Match', '*'],
  ['Range', 'bytes=0-1'],
  ['Authorization', 'Bearer a.b.c'],
  ['Content-Encoding', 'gzip'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Prefer', 'return=minimal'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Upgrade-Insecure-Requests', '1'],
]

/** Cookies that a browser may hold beside those of an ordinary request; one of the session's name replaces none. */
export const interestingCookies: readonly Pair[] = [
  ['unrelated', '1'],
  ['_session', ''],
  ['_session', 'unknown'],
  ['_session', 'A'.repeat(43)],
  ['_interaction', 'unknown'],
  ['_interaction_resume', 'unknown'],
  ['oa_browser_state', 'unknown'],
  ['language', 'zh'],
]

export const mediaTypes = [
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/x-www-form-urlencoded; charset=latin1',
  'Application/X-WWW-Form-Urlencoded',
  'application/json',
  'multipart/form-data; boundary=x',
  'text/plain',
  'nothing',
  '',
] as const

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE'] as const

/** What cannot be said in names and values. */
export const tails = [
  '&',
  '&&',
  '&=',
  '&=x',
  '&scope',
  '&%',
  '&%zz=1',
  '&a=%ff',
  '&a=%00',
  '&a=+',
  ';a=b',
  '#x',
] as const

/** How the request of these mutations says who sends it; the last word counts. */
export function authenticationOf(mutations: readonly Mutation[]): Authentication {
  return mutations.reduce<Authentication>(
    (how, mutation) => (mutation.what === 'authenticate' ? mutation.how : how),
    authentications[0],
  )
}

/** The request, changed. A change of a parameter that it does not have changes nothing. */
export function mutate(request: WireRequest, mutations: readonly Mutation[]): WireRequest {
  return mutations.reduce(mutateOnce, request)
}

function mutateOnce(request: WireRequest, mutation: Mutation): WireRequest {
  const place = request.form ? 'form' : 'query'
  const parameters = request[place] ?? []
  const change = (how: (pair: Pair) => readonly Pair[], name: string): WireRequest => ({
    ...request,
    [place]: parameters.flatMap((pair) => (pair[0] === name ? how(pair) : [pair])),
  })
  switch (mutation.what) {
    case 'drop':
      return change(() => [], mutation.name)
    case 'empty':
      return change(([name]) => [[name, '']], mutation.name)
    case 'double':
      return change((pair) => [pair, pair], mutation.name)
    case 'upper-case name':
      return change(([name, value]) => [[name.toUpperCase(), value]], mutation.name)
    case 'misplace': {
      const [moved] = parameters.filter(([name]) => name === mutation.name)
      if (!moved || !request.form) return request
      return { ...change(() => [], mutation.name), query: [...request.query, moved] }
    }
    case 'spoil':
      return change(([name, value]) => [[name, spoilings[mutation.how](value)]], mutation.name)
    case 'set':
      return change(([name]) => [[name, mutation.value]], mutation.name)
    case 'add':
      return { ...request, [place]: [...parameters, [mutation.name, mutation.value]] }
    case 'authenticate':
      return request
    case 'header':
      return { ...request, headers: [...request.headers, [mutation.name, mutation.value]] }
    case 'cookie':
      return { ...request, cookies: [...request.cookies, [mutation.name, mutation.value]] }
    case 'media type': {
      const others = request.headers.filter(([name]) => name !== 'Content-Type')
      return { ...request, headers: mutation.value ? [...others, ['Content-Type', mutation.value]] : others }
    }
    case 'method':
      return { ...request, method: mutation.value }
    case 'without PKCE':
      return { ...request, [place]: parameters.filter(([name]) => !/^code_(challenge|verifier)/.test(name)) }
    case 'tail':
      return { ...request, tail: (request.tail ?? '') + mutation.value }
  }
}
