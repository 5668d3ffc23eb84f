// Compiled by types.test.ts: what must not compile stands below `@ts-expect-error`, which is an error itself when the
// next line does compile.
import {
  createEventReceiver,
  createOneAccessClient,
  type EventHandlers,
  type OneAccessClient,
  type OneAccessComponents,
  OneAccessError,
  type OneAccessPagedPath,
  paginateOneAccess,
  signSessionToken,
  unwrap,
} from '../../client/src/index.ts'

type Schemas = OneAccessComponents['schemas']
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <_Same extends true>() => {}

export function options(baseUrl: string) {
  createOneAccessClient({ baseUrl, sessionToken: async () => undefined, language: 'en' })
  // @ts-expect-error: the secret is missing
  createOneAccessClient({ baseUrl, management: { clientId: 'c' } })
  // @ts-expect-error: the agent is missing
  createOneAccessClient({ baseUrl, device: { operatingSystemVersion: 'Android 10', fingerprint: 'f' } })
  // @ts-expect-error: no such language
  createOneAccessClient({ baseUrl, language: 'de' })
}

export async function calls(client: OneAccessClient) {
  const created = await unwrap(
    client.POST('/api/v2/tenant/users', { body: { user_name: 'zhangsan', mobile: '12345678901' } }),
  )
  same<Equal<typeof created, { user_id: string }>>()
  const nothing = await unwrap(client.DELETE('/api/v2/tenant/users/{user_id}', { params: { path: { user_id: 'u' } } }))
  same<Equal<typeof nothing, undefined>>()

  // The header set is the client's; a call may still set one of its headers.
  client.GET('/api/v2/sdk/captcha')
  client.GET('/api/v2/sdk/captcha', { params: { header: { 'X-device-fingerprint': 'other' } } })
  // @ts-expect-error: no such header
  client.GET('/api/v2/sdk/captcha', { params: { header: { 'X-device-finger': 'other' } } })
  client.GET('/api/v2/sdk/captcha', { params: { header: { 'X-L': 'zh-CN' } } })

  // @ts-expect-error: no such path
  client.GET('/api/v2/tenant/user')
  // @ts-expect-error: no such method there
  client.PUT('/api/v2/tenant/users', { body: {} })
  // @ts-expect-error: the path needs its parameter
  client.PUT('/api/v2/tenant/users/{user_id}/enable')
  client.POST('/api/v2/tenant/applications/{application_id}/role-member', {
    params: { path: { application_id: 'a' } },
    // @ts-expect-error: the vendor writes account_Ids
    body: { role_id: 'r', account_ids: ['a'] },
  })
  // @ts-expect-error: no such SMS type
  client.POST('/api/v2/sdk/sms/send', { body: { mobile: '1', type: 'OTP_RESET_SMS', captcha_token: 't' } })
  // @ts-expect-error: no such browser parameter
  client.url('/api/v1/cas/login', { services: 'x' })
}

export async function proofs(client: OneAccessClient) {
  client.GET('/api/v2/sdk/mobile-by-token', { stateToken: 's' })
  client.GET('/api/v2/sdk/profile')
  client.GET('/api/v2/sdk/profile', { sessionToken: 's' })
  client.GET('/api/v1/oauth2/userinfo', { accessToken: 'a' })
  // @ts-expect-error: the state token is missing
  client.GET('/api/v2/sdk/mobile-by-token')
  // @ts-expect-error: the state token is missing
  client.POST('/api/v2/sdk/mfa/sms', { body: { mobile: '1', verify_code: '1' } })
  // @ts-expect-error: takes no state token
  client.GET('/api/v2/sdk/profile', { stateToken: 's' })
  // @ts-expect-error: takes no session token
  client.GET('/api/v2/sdk/captcha', { sessionToken: 's' })
  // @ts-expect-error: takes no access token
  client.GET('/api/v2/sdk/profile', { accessToken: 'a' })
  // @ts-expect-error: the timestamp is missing
  signSessionToken({ sessionToken: 's', publicKey: 'pem' })
}

export async function pages(client: OneAccessClient) {
  same<
    Equal<
      OneAccessPagedPath,
      | '/api/v2/tenant/users'
      | '/api/v2/tenant/organizations'
      | '/api/v2/tenant/applications/{application_id}/organizations'
      | '/api/v2/tenant/applications/{application_id}/accounts'
      | '/api/v2/tenant/applications/{application_id}/role-list'
      | '/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}'
    >
  >()
  const path = { application_id: 'a' }
  for await (const user of paginateOneAccess(client, '/api/v2/tenant/users', { query: { org_id: '' } })) {
    same<Equal<typeof user, Schemas['UserDetails']>>()
  }
  const accounts = paginateOneAccess(client, '/api/v2/tenant/applications/{application_id}/accounts', {
    path,
    query: { account_type: 'BASIC_ACCOUNT', limit: 50 },
  })
  for await (const account of accounts) account.account_name?.length
  for await (const organization of paginateOneAccess(client, '/api/v2/tenant/organizations')) organization.org_id.length
  // @ts-expect-error: does not answer in pages
  paginateOneAccess(client, '/api/v2/tenant/users/{user_id}/accounts', { path: { user_id: 'u' } })
  // @ts-expect-error: the path needs its parameter
  paginateOneAccess(client, '/api/v2/tenant/applications/{application_id}/role-list')
  // @ts-expect-error: no such parameter in the path
  paginateOneAccess(client, '/api/v2/tenant/applications/{application_id}/role-list', { path: { application: 'a' } })
  // @ts-expect-error: the query needs its parameter
  paginateOneAccess(client, '/api/v2/tenant/users')
  // @ts-expect-error: no such query parameter
  paginateOneAccess(client, '/api/v2/tenant/organizations', { query: { orgId: 'o' } })
}

export function failures(error: unknown) {
  if (!(error instanceof OneAccessError)) return
  error.code === 'USER.0030'
  // @ts-expect-error: not in the table of error codes
  error.code === 'USER.3000'
}

export function events() {
  const on: EventHandlers = {
    CREATE_USER: (user, { nonce }) => ({ id: `${user.username}${user.extAttr1}${user.disabled === true}${nonce}` }),
    DELETE_USER: async ({ id }) => {
      id.length
      return undefined
    },
    // @ts-expect-error: no such field
    UPDATE_USER: (user) => ({ id: user.userName }),
    // @ts-expect-error: the id is missing
    CREATE_ORGANIZATION: () => ({}),
  }
  createEventReceiver({ token: 't', on })
  // @ts-expect-error: no such event
  createEventReceiver({ token: 't', on: { CREATE_ROLE: () => ({ id: '1' }) } })
  // @ts-expect-error: the token is missing
  createEventReceiver({ on })
}

export async function namedMethods(client: OneAccessClient) {
  const user = await client.users.get('id')
  user.user_name
  // @ts-expect-error: no such field
  user.userName
  const gone = await client.users.delete('id')
  same<Equal<typeof gone, undefined>>()
  for await (const one of client.users.list({ org_id: '' })) one.user_name
  const { items, total } = await client.organizations.list({ limit: 10 })
  items[0]?.org_id
  total.toFixed()
  await client.applicationRoles.listMembers('application', 'role', { offset: 1 })
  await client.secondFactor.getMobileByStateToken({ stateToken: 's' })
  await client.profile.get({ sessionToken: 's' })
  await client.oauth2.getUserInfo({ accessToken: 'a' })

  // @ts-expect-error: an operation in the middle of a sign-in needs its state token
  client.secondFactor.getMobileByStateToken()
  // @ts-expect-error: the organization has to be named
  client.users.list()
  // @ts-expect-error: the path needs its parameter
  client.users.get()
  // @ts-expect-error: no such field
  client.users.update('id', { userName: 'zhangsan' })
  // @ts-expect-error: this operation takes no session token
  client.users.get('id', { sessionToken: 's' })
}
