import { afterAll, beforeAll, expect, test } from 'vitest'
import document from '../../generated/oneaccess.json' with { type: 'json' }
import { type OperationId, operations } from '../../generated/operations.ts'
import { type ManagingApplication, managingApplication } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

interface Content {
  readonly 'application/json'?: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> }
}
interface Described {
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

let server: TestServer
let application: ManagingApplication
/** What the printed ids are called here. */
let here: Map<string, string>

const printed = {
  application: '20211105164443827-9A1B-5E1CA0A52',
  user: '20220413165737132-3BA0-91FCA2CB7',
  root: '20220209171503408-7F15-4CDA55F43',
  below: '20220209172210115-2C4E-91B7D03A6',
  account: '20210621095931341-4CB3-122995C0A',
  listed: '20210621095850460-5A8A-03D94B540',
  listedIn: '20210621095942194-560B-57E3CC1A2',
  role: '20220420144449385-C66D-E8C1D1D79',
  members: ['20220415171558023-84A4-ED5C390B8', '20220414163425614-2FD6-CA9B208BE'],
} as const

beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
  const user = await server.database.db
    .selectFrom('users')
    .select('id')
    .where('userName', '=', 'zhangsan')
    .executeTakeFirstOrThrow()
  here = new Map<string, string>([
    [printed.application, application.id],
    [printed.user, user.id],
  ])
})
afterAll(() => server.close())

const toHere = (text: string) => [...here].reduce((changed, [id, own]) => changed.replaceAll(id, own), text)

function describedOf(id: OperationId): Described {
  const { path, method } = operations[id]
  return (document.paths as unknown as Record<string, Record<string, Described>>)[path]?.[method] as Described
}

/** An example with the ids of here. */
function example(content: Content | undefined, name: string): unknown {
  const found = content?.['application/json']?.examples[name]
  if (!found) throw new Error(`there is no example ${name}`)
  return JSON.parse(toHere(JSON.stringify(found.value)))
}

/**
 * Sends a printed request; the answer has the status that is documented.
 * @param request the name of the example that is its body
 * @param ids what stands in the address, as printed, and a query
 */
async function send(id: OperationId, { request, ids = {}, query = '' }: Sample): Promise<unknown> {
  const { path, method } = operations[id]
  const filled = Object.entries({ application_id: printed.application, user_id: printed.user, ...ids }).reduce<string>(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    path,
  )
  const described = describedOf(id)
  const body = request === undefined ? undefined : example(described.requestBody?.content, request)
  const address = toHere(filled).replace('/api/v2/tenant', '')
  const answer = await application.tenant<unknown>(method.toUpperCase(), `${address}${query}`, body)
  expect(Object.keys(described.responses)).toContain(String(answer.status))
  expect(answer.status).toBeLessThan(300)
  return answer.body
}
interface Sample {
  readonly request?: string
  readonly ids?: Readonly<Record<string, string>>
  readonly query?: string
}

/** Makes something; the id that the answer prints is from now on the one that it has here. */
async function make(id: OperationId, request: string, printedId: string): Promise<void> {
  const body = (await send(id, { request })) as Record<string, string>
  const [made] = Object.values(body)
  if (made === undefined) throw new Error(`${id} gave no id`)
  here.set(printedId, made)
}

/** The printed answer to a request, with the ids of here. */
const answer = (id: OperationId, name: string, status = '200') =>
  example(describedOf(id).responses[status]?.content, name)

test('the printed samples of application organizations get the printed answers', async () => {
  await make('createApplicationOrganization', 'root', printed.root)
  await make('createApplicationOrganization', 'below', printed.below)
  const query = '?offset=0&limit=10'
  expect(await send('listApplicationOrganizations', { query })).toEqual(answer('listApplicationOrganizations', 'page'))
  for (const [name, id] of [
    ['root', printed.root],
    ['below', printed.below],
  ] as const) {
    const got = await send('getApplicationOrganization', { ids: { org_id: id } })
    expect(got).toEqual(answer('getApplicationOrganization', name))
  }
  const renamed = await send('updateApplicationOrganization', { request: 'rename', ids: { org_id: printed.root } })
  expect(renamed).toEqual(answer('updateApplicationOrganization', 'changed'))
})

test('the printed samples of application accounts get the printed answers', async () => {
  await make('createApplicationAccount', 'full', printed.account)
  const ids = { account_id: printed.account }
  const { roles, ...told } = answer('getApplicationAccount', 'roles') as { roles: unknown[] }
  expect(roles.length).toBe(1)
  expect(await send('getApplicationAccount', { ids })).toEqual({ ...told, roles: [] })
  for (const [id, request, name] of [
    ['updateApplicationAccount', 'rename', 'changed'],
    ['updateApplicationAccount', 'attributes', 'changed'],
    ['disableApplicationAccount', undefined, 'disabled'],
    ['enableApplicationAccount', undefined, 'enabled'],
  ] as const) {
    expect(await send(id, { ids, ...(request && { request }) })).toEqual(answer(id, name))
  }
  expect(await send('deleteApplicationAccount', { ids })).toBeUndefined()
})

test('the printed list of application accounts gets the printed answer', async () => {
  const own = await managingApplication(server)
  const parent = { org_code: 'TestOrg1', name: 'TestOrg1' }
  const made = await own.side<{ org_id: string }>('POST', '/organizations', parent)
  const body = { user_id: here.get(printed.user), account_name: 'Test01', name: 'Example01', org_code: 'TestOrg1' }
  const account = await own.side<{ account_id: string }>('POST', '/accounts/basic-account', body)
  here.set(printed.listedIn, made.body.org_id).set(printed.listed, account.body.account_id)
  const listed = await own.side('GET', '/accounts?account_type=BASIC_ACCOUNT&offset=0&limit=100')
  expect(listed.body).toEqual(answer('listApplicationAccounts', 'page'))
})

test('the printed samples of application roles and their members get the printed answers', async () => {
  await make('createApplicationRole', 'named', printed.role)
  const ids = { role_id: printed.role }
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/)
  const unchanged = answer('getApplicationRole', 'unchanged') as object
  expect(await send('getApplicationRole', { ids })).toEqual({ ...unchanged, createdAt: time })
  expect(await send('updateApplicationRole', { ids, request: 'rename' })).toEqual(
    answer('updateApplicationRole', 'changed'),
  )
  for (const [n, id] of printed.members.entries()) {
    const body = { user_id: here.get(printed.user), account_name: `member ${n}` }
    const { body: account } = await application.side<{ account_id: string }>('POST', '/accounts/basic-account', body)
    here.set(id, account.account_id)
  }
  for (const id of ['addApplicationRoleMembers', 'removeApplicationRoleMembers'] as const) {
    expect(await send(id, { request: 'two' })).toEqual(answer(id, 'all'))
  }
  const query = '?offset=0&limit=10'
  expect(await send('listApplicationRoleMembers', { ids, query })).toEqual(
    answer('listApplicationRoleMembers', 'empty'),
  )
  expect(await send('deleteApplicationRole', { ids })).toBeUndefined()
})

test('the printed samples of the accounts of a user get the printed answers', async () => {
  await make('authorizeApplicationAccount', 'named', printed.account)
  const { accounts } = (await send('listTenantUserApplicationAccounts', {})) as { accounts: unknown[] }
  const [first] = (answer('listTenantUserApplicationAccounts', 'two') as { accounts: object[] }).accounts
  // The display name of the demo data's user, and no attribute was sent.
  expect(accounts).toContainEqual({ ...first, name: '张三', extension: {} })
})
