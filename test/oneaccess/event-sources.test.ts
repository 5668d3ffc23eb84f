import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOneAccessClient, unwrap } from '../../client/src/index.ts'
import { newcomer, send, signedIn } from '../account/account-person.ts'
import { application as demo, device, management } from '../client/oneaccess-server.ts'
import { ask, clientToken } from '../support/api.ts'
import { linkedCorp } from '../support/corps.ts'
import { eventNetworks, ListeningApplication } from '../support/event-receiver.ts'
import { personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { newCorp, type StandInCorp, WeComStandIn } from '../support/wecom.ts'

let corp: StandInCorp
let weCom: WeComStandIn
let server: TestServer
let listener: ListeningApplication
beforeAll(async () => {
  corp = newCorp()
  weCom = await WeComStandIn.start(corp)
  server = await startTestServer({ env: { ...eventNetworks, WECOM_API_URL: weCom.url } })
  listener = await ListeningApplication.start(server)
})
afterAll(async () => {
  await listener.close()
  await server.close()
  weCom.close()
})
beforeEach(async () => {
  await listener.isQuiet()
  listener.taken.length = 0
})

const word = (text: string) => `${text}-${crypto.randomUUID().slice(0, 8)}`
const oneAccess = () =>
  createOneAccessClient({ baseUrl: server.issuer, management, application: demo, device, language: 'en' })
const types = () => listener.taken.map(({ type }) => type)

test('users and organizations of the OneAccess API, through the SDK', async () => {
  const client = oneAccess()
  const [code, name, userName] = [word('code'), word('R&D'), word('user')]
  const { org_id: organization } = await unwrap(client.POST('/api/v2/tenant/organizations', { body: { code, name } }))
  const of = { params: { path: { org_id: organization } } }
  await unwrap(client.PUT('/api/v2/tenant/organizations/{org_id}', { ...of, body: { code, name: `${name} 2` } }))
  const body = { user_name: userName, mobile: '13766660001', org_code: code }
  const { user_id: user } = await unwrap(client.POST('/api/v2/tenant/users', { body }))
  const who = { params: { path: { user_id: user } } }
  await unwrap(client.PUT('/api/v2/tenant/users/{user_id}', { ...who, body: { name: 'Another' } }))
  await unwrap(client.PUT('/api/v2/tenant/users/{user_id}/disable', who))
  await unwrap(client.PUT('/api/v2/tenant/users/{user_id}/enable', who))
  await unwrap(client.DELETE('/api/v2/tenant/users/{user_id}', who))
  await unwrap(client.DELETE('/api/v2/tenant/organizations/{org_id}', of))
  const taken = await listener.hasTaken(8)
  const about = (kind: string) => taken.filter(({ type }) => type.endsWith(kind)).map(({ message }) => message)
  const [organizationId, userId] = [about('ORGANIZATION')[1]?.id, about('USER')[1]?.id]
  expect(about('ORGANIZATION')).toEqual([
    { code, name },
    { id: organizationId, code, name: `${name} 2` },
    { id: organizationId },
  ])
  expect(about('USER')).toEqual([
    {
      username: userName,
      name: userName,
      mobile: '13766660001',
      organizationId,
      disabled: false,
      password: expect.any(String),
    },
    { id: userId, username: userName, disabled: false, name: 'Another' },
    { id: userId, username: userName, disabled: true },
    { id: userId, username: userName, disabled: false },
    { id: userId },
  ])
})

test('creation in bulk on the Account API', async () => {
  const token = await clientToken(server, 'ZMS.Users.Create')
  const users = Array.from({ length: 5 }, (_, n) => ({ userName: word('bulk'), phone: `1377777000${n}`, ITC: '+86' }))
  const answer = await ask(server, 'POST', '/api/v1.0/users/inviteUsers', { token, body: users })
  expect(answer.status).toBe(200)
  const taken = await listener.hasTaken(5)
  expect(taken.map(({ message }) => message.username).sort()).toEqual(users.map(({ userName }) => userName).sort())
})

test('an edit in the account centre; the sign-in before it sends nothing', async () => {
  const someone = await newcomer(server)
  await listener.hasTaken(1)
  const person = await signedIn(server, someone)
  await listener.isQuiet()
  expect(types()).toEqual(['CREATE_USER'])
  await send(person, await person.visit('/usercenter/profile'), '/usercenter/profile', { displayName: 'From the page' })
  const [, edited] = await listener.hasTaken(2)
  expect(edited).toMatchObject({ type: 'UPDATE_USER', message: { name: 'From the page' } })
})

test('an edit, and disabling, in the back office', async () => {
  const manager = await personWith(server, 'Account.UserManager')
  const id = await server.addUser({ userName: word('managed'), displayName: 'Managed' })
  await listener.hasTaken(2)
  const edit = (what: string, body: object) =>
    ask(server, 'POST', `/api/v1.0/manage/users/${what}`, { token: manager.token, body: { guid: id, ...body } })
  expect((await edit('details', { displayName: 'Edited' })).status).toBe(200)
  expect((await edit('security', { accountState: 'Disabled' })).status).toBe(200)
  const taken = await listener.hasTaken(4)
  expect(taken.slice(2).map(({ message }) => [message.name, message.disabled])).toEqual([
    ['Edited', false],
    [undefined, true],
  ])
})

test('the tree of WeCom, when it is read anew', async () => {
  const corpId = await linkedCorp(server, corp)
  const userId = await server.addUser({ userName: word('member') })
  const login = { id: crypto.randomUUID(), userId, provider: 'WeCom', appId: corp.corpId, appOpenId: 'zhangsan' }
  await server.database.db
    .insertInto('externalLogins')
    .values({ ...login, externalId: 'zhangsan' })
    .execute()
  const token = await clientToken(server, 'ZMS.Users.Write')
  const refresh = () =>
    ask(server, 'POST', '/api/v1.0/trusted/corps/refreshDepartments', { token, body: { guid: corpId } })
  weCom.departments = [
    { id: 1, name: 'Example', parentid: 0 },
    { id: 2, name: '研发部', parentid: 1 },
    { id: 3, name: '一组', parentid: 2 },
  ]
  weCom.members = [{ userid: 'zhangsan', department: [3], main_department: 3 }]
  await listener.hasTaken(2)
  expect((await refresh()).status).toBe(200)
  const taken = await listener.hasTaken(5)
  const idOf = async (name: string) => {
    const { rows } = await server.database.pool.query<{ id: string }>(
      `select object_id as id from event_objects join organizations on id = subject_id where name = $1 and client_id = $2`,
      [name, listener.clientId],
    )
    return rows[0]?.id
  }
  await listener.isQuiet()
  const [top, group] = [await idOf('研发部'), await idOf('一组')]
  expect(
    taken.slice(2).map(({ type, message }) => [type, message.name, message.parentId ?? message.organizationId]),
  ).toEqual([
    ['CREATE_ORGANIZATION', '研发部', expect.stringMatching(/^app-/)],
    ['CREATE_ORGANIZATION', '一组', top],
    ['UPDATE_USER', undefined, group],
  ])
  // Two that exchange their names are parked under others in between, which nobody is told.
  weCom.departments = [
    { id: 1, name: 'Example', parentid: 0 },
    { id: 2, name: '一组', parentid: 1 },
    { id: 3, name: '研发部', parentid: 2 },
  ]
  await refresh()
  await listener.hasTaken(7)
  await listener.isQuiet()
  expect(
    listener.taken
      .slice(5)
      .map(({ message }) => [message.id, message.name])
      .sort(),
  ).toEqual(
    [
      [top, '一组'],
      [group, '研发部'],
    ].sort(),
  )
})
