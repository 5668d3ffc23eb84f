// Compiled by types.test.ts: what must not compile stands below `@ts-expect-error`, which is an error itself when the
// next line does compile.
import {
  type AccountClient,
  type Auth,
  clientCredentials,
  type components,
  EnvelopeError,
  encryptPassword,
  type PagedPath,
  paginate,
  type ReturnCode,
  splitItems,
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
  same<Equal<keyof typeof nothing, never>>()

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

export async function envelopes(client: AccountClient) {
  const users = await unwrap(client.GET('/api/v1.0/user/basic'))
  same<Equal<typeof users, components['schemas']['UserBasic'][]>>()
  const guids = await unwrap(client.GET('/api/v1.0/trusted/users/guids'))
  same<Equal<typeof guids, string[]>>()
  const removed = await unwrap(client.DELETE('/api/v1.0/oem/users/delete', { body: ['guid'] }))
  const { succeeded, failed } = splitItems(removed)
  same<Equal<(typeof failed)[number]['code'], ReturnCode>>()
  succeeded[0]?.item.userInfo?.guid
  // @ts-expect-error: nothing to split
  splitItems(guids)
  // @ts-expect-error: not in the table of return codes
  failed[0]?.code === 40999
  // @ts-expect-error: a list of GUIDs, not one
  client.DELETE('/api/v1.0/oem/users/delete', { body: 'guid' })
  // @ts-expect-error: the query needs its parameter
  client.DELETE('/api/v1.0/manage/users/export')
}

export async function uploads(client: AccountClient) {
  await client.POST('/api/v1.0/user/profileImage', { body: { file: new Blob(['x'], { type: 'image/png' }) } })
  await client.POST('/api/v1.0/user/profileImage', { body: { file: new File(['x'], 'me.png', { type: 'image/png' }) } })
  // @ts-expect-error: a file, not its text
  client.POST('/api/v1.0/user/profileImage', { body: { file: 'x' } })
  // @ts-expect-error: the file is missing
  client.POST('/api/v1.0/user/profileImage', { body: {} })
}

export async function pages(client: AccountClient) {
  same<
    Equal<
      PagedPath,
      | '/api/v1.0/trusted/users/guids'
      | '/api/v1.0/trusted/users/loginRecords'
      | '/api/v1.0/oem/users'
      | '/api/v1.0/manage/users'
      | '/api/v1.0/manage/users/export/applications'
      | '/api/v1.0/manage/users/export/downloads'
      | '/api/v1.0/manage/users/search'
      | '/api/v1.0/roles'
    >
  >()
  for await (const guid of paginate(client, '/api/v1.0/trusted/users/guids')) same<Equal<typeof guid, string>>()
  for await (const user of paginate(client, '/api/v1.0/manage/users/search', { query: { keyword: 'zhang' } })) {
    same<Equal<typeof user, components['schemas']['ManagedUser']>>()
  }
  // @ts-expect-error: does not answer in pages
  paginate(client, '/api/v1.0/user/basic')
  // @ts-expect-error: the query needs its parameter
  paginate(client, '/api/v1.0/manage/users/search')
  // @ts-expect-error: no such query parameter
  paginate(client, '/api/v1.0/roles', { query: { pagesize: 10 } })
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

export async function namedMethods(client: AccountClient) {
  const user = await client.user.getInfo()
  same<Equal<typeof user, components['schemas']['UserInfo']>>()
  const users = await client.user.getBasic({ signal: AbortSignal.timeout(1) })
  same<Equal<typeof users, components['schemas']['UserBasic'][]>>()
  const page = await client.users.search({ keyword: 'zhang' })
  same<Equal<typeof page.items, readonly components['schemas']['ManagedUser'][]>>()
  same<Equal<typeof page.total, number>>()
  for await (const guid of client.users.listGuids()) same<Equal<typeof guid, string>>()
  const picture = await client.user.getProfileImage('a.webp')
  same<Equal<typeof picture, Blob>>()
  const address = client.pages.showContactPage('phone', { ui_locales: 'en' })
  same<Equal<typeof address, string>>()
  const { failed } = splitItems(await client.users.create([{ email: 'new@example.com', password: 'Abc.123456' }]))
  same<Equal<(typeof failed)[number]['code'], ReturnCode>>()

  // @ts-expect-error: no such group
  client.people
  // @ts-expect-error: no such method
  client.users.remove
  // @ts-expect-error: the body is missing
  client.users.create()
  // @ts-expect-error: a list of users, not one
  client.users.create({ email: 'new@example.com', password: 'Abc.123456' })
  // @ts-expect-error: the query needs its parameter
  client.users.search({ pageNum: 1 })
  // @ts-expect-error: no such query parameter
  client.users.list({ pagesize: 10 })
  // @ts-expect-error: the path needs its parameter
  client.users.getExportFile()
  // @ts-expect-error: an address, not a call
  client.pages.showLoginPage().then
  // @ts-expect-error: not a field of the page
  page.totalNum
}
