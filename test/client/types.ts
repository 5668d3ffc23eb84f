// Compiled by types.test.ts: what must not compile stands below `@ts-expect-error`, which is an error itself when the
// next line does compile.
import {
  type AccountClient,
  type Auth,
  clientCredentials,
  type components,
  EnvelopeError,
  encryptPassword,
  type TokenSet,
  unwrap,
} from '../../client/src/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <_Same extends true>() => {}

export async function calls(client: AccountClient) {
  const user = await unwrap(client.GET('/connect/userinfo'))
  same<Equal<typeof user, components['schemas']['UserInfo']>>()
  const pem = await unwrap(client.GET('/Common/Getpubkeys'))
  same<Equal<typeof pem, string>>()
  const nothing = await unwrap(client.POST('/connect/revocation', { body: { token: 't' } }))
  same<Equal<typeof nothing, undefined>>()

  // @ts-expect-error: no such path
  client.GET('/connect/userinfos')
  // @ts-expect-error: no such method there
  client.GET('/connect/token')
  // @ts-expect-error: the path needs its parameter
  client.GET('/connect/device/{uid}')
  // @ts-expect-error: the query needs its parameter
  client.GET('/usercenter/checksession', { params: { query: {} } })
  // @ts-expect-error: no such query parameter
  client.GET('/usercenter/checksession', { params: { query: { returnUrl: 'x', returnURL: 'x' } } })
  // @ts-expect-error: the body is missing
  client.POST('/connect/introspect')
  // @ts-expect-error: no such grant
  client.POST('/connect/token', { body: { grant_type: 'implicit' } })
  // @ts-expect-error: the grant needs its code
  client.requestToken({ grant_type: 'authorization_code', redirect_uri: 'x' }, { clientId: 'c' })
  // @ts-expect-error: no such claim
  user.guid
  // @ts-expect-error: no such authorization parameter
  client.url('/connect/authorize', { responseType: 'code' })

  const state = await client.introspect({ token: 't', clientId: 'c' })
  // @ts-expect-error: only an active token has an expiry
  state.exp
  if (state.active) state.exp.toFixed()
}

export function strategies(): Auth[] {
  // @ts-expect-error: a token, not a promise of one
  const direct: Auth = () => 'token'
  // @ts-expect-error: the client id is missing
  clientCredentials({ clientSecret: 's' })
  return [direct, async () => 'token', clientCredentials({ clientId: 'c', clientSecret: 's' })]
}

export function failures(error: unknown, tokens: TokenSet) {
  if (error instanceof EnvelopeError) {
    error.code === 40900
    // @ts-expect-error: not in the table of return codes
    error.code === 40999
    // @ts-expect-error: not in the table of return codes
    error.symbol === 'Conflicts'
  }
  // @ts-expect-error: tokens are not changed in place
  tokens.accessToken = 'other'
}

export function passwords(pem: string) {
  // @ts-expect-error: the padding is named, always
  encryptPassword(pem, 'x')
  // @ts-expect-error: no such padding
  encryptPassword(pem, 'x', { padding: 'RSA-OAEP' })
}
