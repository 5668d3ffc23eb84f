import { randomBytes } from 'node:crypto'
import { encrypt } from '@wecom/crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { auditOf } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { linkedCorp, treeOf } from '../support/corps.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callback, changeXml, envelope, newCorp, type StandInCorp, signedQuery } from '../support/wecom.ts'

let server: TestServer
let corp: StandInCorp
let corpId: string
beforeAll(async () => {
  server = await startTestServer()
  corp = newCorp()
  corpId = await linkedCorp(server, corp)
})
afterAll(() => server.close())

const eventually = { timeout: 10_000, interval: 50 }

function address(query: Record<string, string>): string {
  return `${server.issuer}/api/v1.0/wecom/callback?${new URLSearchParams(query)}`
}

function check(query: Record<string, string>): Promise<Response> {
  return contractFetch(address(query))
}

function post({ query, body }: { query: Record<string, string>; body: string }): Promise<Response> {
  return contractFetch(address(query), { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
}

/** Sends a change and waits until it, and so everything before it, is applied. */
async function report(changeType: string, fields: Record<string, string | number>, of = corp): Promise<void> {
  expect((await post(callback(of, changeXml(of.corpId, changeType, fields)))).status).toBe(200)
  await applied()
}

async function applied(): Promise<void> {
  await vi.waitFor(async () => expect(await waiting()).toBe(0), eventually)
}

async function waiting(): Promise<number> {
  const rows = await server.database.db.selectFrom('corpEvents').select('id').where('appliedAt', 'is', null).execute()
  return rows.length
}

async function bound(member: string, of = corp): Promise<string> {
  const id = await server.addUser({})
  await server.database.db
    .insertInto('externalLogins')
    .values({
      id: crypto.randomUUID(),
      userId: id,
      provider: 'WeCom',
      appId: of.corpId,
      appOpenId: member,
      externalId: `${of.corpId}:${member}`,
    })
    .execute()
  return id
}

async function placesOf(userId: string): Promise<string[]> {
  const rows = await server.database.db
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organizationId')
    .select(['name', 'isPrimary'])
    .where('userId', '=', userId)
    .orderBy('name')
    .execute()
  return rows.map(({ name, isPrimary }) => (isPrimary ? `${name} (primary)` : name))
}

async function everything(): Promise<unknown> {
  const { db } = server.database
  return {
    events: await db.selectFrom('corpEvents').select('id').execute(),
    organizations: await db.selectFrom('organizations').select(['id', 'name', 'parentId']).orderBy('id').execute(),
    members: await db.selectFrom('corpMembers').select('memberKey').execute(),
  }
}

describe('the address check', () => {
  test('answers the plain text as it is, and nothing around it', async () => {
    const text = 'a+b/c==+/ 1616140317555161061'
    const echostr = encrypt(corp.key, text, corp.corpId)
    const answer = await check({ ...signedQuery(corp, echostr), echostr })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(text))
  })

  test('finds among several enterprises the one that asks', async () => {
    const other = newCorp()
    await linkedCorp(server, other)
    for (const asking of [corp, other]) {
      const echostr = encrypt(asking.key, asking.corpId, asking.corpId)
      expect(await (await check({ ...signedQuery(asking, echostr), echostr })).text()).toBe(asking.corpId)
    }
  })

  test.each([
    ['a wrong signature', () => ({ msg_signature: 'f'.repeat(40) })],
    [
      'a time of six minutes ago',
      (text: string) => signedQuery(corp, text, String(Math.floor(Date.now() / 1000) - 360)),
    ],
    ['a time in six minutes', (text: string) => signedQuery(corp, text, String(Math.floor(Date.now() / 1000) + 360))],
    ['the token of nobody', (text: string) => signedQuery(newCorp(), text)],
  ])('refuses %s', async (_, change) => {
    const echostr = encrypt(corp.key, 'hello', corp.corpId)
    const answer = await check({ ...signedQuery(corp, echostr), echostr, ...change(echostr) })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: 'SignatureInvalid', data: null })
  })

  test('refuses what is for another enterprise, and what decrypts to rubbish', async () => {
    for (const echostr of [
      encrypt(corp.key, 'hello', newCorp().corpId),
      Buffer.alloc(64).toString('base64'),
      randomBytes(64).toString('base64'),
      'AAAA',
    ]) {
      expect((await check({ ...signedQuery(corp, echostr), echostr })).status).toBe(403)
    }
  })
})

describe('a call-back is refused without any effect', () => {
  const change = () => changeXml(corp.corpId, 'create_party', { Id: 99, Name: 'Nobody', ParentId: 1 })
  const cases: [string, () => { query: Record<string, string>; body: string }, number][] = [
    ['when its signature is wrong', () => ({ ...callback(corp, change()), query: signedQuery(newCorp(), '') }), 403],
    [
      'when it is six minutes old',
      () => callback(corp, change(), { timestamp: String(Math.floor(Date.now() / 1000) - 360) }),
      403,
    ],
    [
      'when the text inside is for another enterprise',
      () => {
        const cipherText = encrypt(corp.key, change(), newCorp().corpId)
        return { query: signedQuery(corp, cipherText), body: envelope(corp.corpId, cipherText) }
      },
      403,
    ],
    [
      'when the envelope names another enterprise',
      () => {
        const sent = callback(corp, change())
        return { ...sent, body: sent.body.replaceAll(corp.corpId, newCorp().corpId) }
      },
      403,
    ],
    ...(
      ['', 'AAAA', Buffer.alloc(64).toString('base64'), randomBytes(64).toString('base64'), '=====', '密文'] as const
    ).map((cipherText): (typeof cases)[number] => [
      `when the cipher text is ${JSON.stringify(cipherText.slice(0, 12))}`,
      () => ({ query: signedQuery(corp, cipherText), body: envelope(corp.corpId, cipherText) }),
      403,
    ]),
    [
      'when the text inside is cut',
      () => {
        const cipherText = encrypt(corp.key, change(), corp.corpId)
        const cut = cipherText.slice(0, 64)
        return { query: signedQuery(corp, cut), body: envelope(corp.corpId, cut) }
      },
      403,
    ],
    ['when the body is no XML', () => ({ ...callback(corp, change()), body: '{"Encrypt":"AAAA"}' }), 403],
    [
      'when the body brings entities',
      () => {
        const { query, body } = callback(corp, change())
        const entities =
          '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        return { query, body: entities + body.replace('<AgentID>', '<AgentID>&b;&f;') }
      },
      403,
    ],
    [
      'when the body is larger than the contract allows',
      () => ({ ...callback(corp, change()), body: `<xml>${' '.repeat(70_000)}</xml>` }),
      413,
    ],
    [
      'when it is deeply nested',
      () => ({ ...callback(corp, change()), body: `<xml>${'<a>'.repeat(8_000)}${'</a>'.repeat(8_000)}</xml>` }),
      403,
    ],
  ]
  test.each(cases)('%s', async (_, sent, status) => {
    const before = await everything()
    const answer = await post(sent())
    expect(answer.status).toBe(status)
    expect(await everything()).toEqual(before)
  })
})

describe('events', () => {
  test('build, change and take down the departments of an enterprise', async () => {
    await report('create_party', { Id: 2, Name: '研发部', ParentId: 1, Order: 10 })
    await report('create_party', { Id: 3, Name: '一组', ParentId: 2 })
    await report('create_party', { Id: 4, Name: '市场部', ParentId: 1, Order: 20 })
    expect(await treeOf(server, corpId)).toEqual(['市场部', '研发部', '研发部 / 一组'])
    // A department moves, and another takes its name: only what has changed is sent.
    await report('update_party', { Id: 3, ParentId: 4 })
    await report('update_party', { Id: 2, Name: '研究院' })
    expect(await treeOf(server, corpId)).toEqual(['市场部', '市场部 / 一组', '研究院'])
    await report('delete_party', { Id: 3 })
    expect(await treeOf(server, corpId)).toEqual(['市场部', '研究院'])
    expect((await auditOf(server, corpId)).map(({ action }) => action)).toContain('corp.directory_changed')
  })

  test('refuse a department that would be below itself, and go on with the next', async () => {
    await report('create_party', { Id: 20, Name: 'A', ParentId: 1 })
    await report('create_party', { Id: 21, Name: 'B', ParentId: 20 })
    await post(callback(corp, changeXml(corp.corpId, 'update_party', { Id: 20, ParentId: 21 })))
    await report('create_party', { Id: 22, Name: 'C', ParentId: 21 })
    expect(await treeOf(server, corpId)).toEqual(expect.arrayContaining(['A', 'A / B', 'A / B / C']))
    for (const Id of [22, 21, 20]) await report('delete_party', { Id })
  })

  test('tell apart names that are one to us', async () => {
    await report('create_party', { Id: 30, Name: 'Sales', ParentId: 1 })
    await report('create_party', { Id: 31, Name: 'ＳＡＬＥＳ', ParentId: 1 })
    expect(await treeOf(server, corpId)).toEqual(expect.arrayContaining(['Sales', 'ＳＡＬＥＳ (31)']))
    for (const Id of [30, 31]) await report('delete_party', { Id })
  })

  test('move what was made here below a department that goes away up to the enterprise', async () => {
    await report('create_party', { Id: 40, Name: 'Goes', ParentId: 1 })
    const { db } = server.database
    const goes = await db.selectFrom('organizations').select('id').where('name', '=', 'Goes').executeTakeFirstOrThrow()
    await db
      .insertInto('organizations')
      .values({ id: crypto.randomUUID(), code: 'local', name: 'Local', parentId: goes.id })
      .execute()
    await report('delete_party', { Id: 40 })
    expect(await treeOf(server, corpId)).toEqual(expect.arrayContaining(['Local']))
    await db.deleteFrom('organizations').where('code', '=', 'local').execute()
  })

  test('put the users whom members are into their departments, whatever the case of their ids', async () => {
    await report('create_party', { Id: 5, Name: '财务部', ParentId: 1 })
    await report('create_party', { Id: 6, Name: '法务部', ParentId: 1 })
    const user = await bound('lisi')
    await report('create_user', {
      UserID: 'LiSi',
      Name: '李四',
      Department: '5,6',
      MainDepartment: 6,
      Mobile: '13800000009',
    })
    expect(await placesOf(user)).toEqual(['法务部 (primary)', '财务部'])
    await report('update_user', { UserID: 'LiSi', Department: '5' })
    expect(await placesOf(user)).toEqual(['财务部 (primary)'])
    await report('update_user', { UserID: 'lisi', NewUserID: 'lisi2' })
    expect(await placesOf(user)).toEqual(['财务部 (primary)'])
    await report('delete_user', { UserID: 'lisi2' })
    expect(await placesOf(user)).toEqual([])
    // The user stays. The id may be given to somebody else, so the login does not.
    const { db } = server.database
    expect(await db.selectFrom('users').select('id').where('id', '=', user).execute()).toHaveLength(1)
    expect(await db.selectFrom('externalLogins').select('id').where('userId', '=', user).execute()).toEqual([])
    expect((await auditOf(server, user)).map(({ action }) => action)).toEqual(['user.external_login_removed'])
  })

  test('leave alone what was decided here: other memberships and the primary organization', async () => {
    await report('create_party', { Id: 7, Name: '采购部', ParentId: 1 })
    const user = await bound('wangwu')
    const { db } = server.database
    const demo = await db.selectFrom('organizations').select('id').where('code', '=', '10000').executeTakeFirstOrThrow()
    await db.insertInto('memberships').values({ userId: user, organizationId: demo.id, isPrimary: true }).execute()
    await report('create_user', { UserID: 'wangwu', Department: '7' })
    expect(await placesOf(user)).toEqual(['Demo Group (primary)', '采购部'])
    await report('delete_user', { UserID: 'wangwu' })
    expect(await placesOf(user)).toEqual(['Demo Group (primary)'])
  })

  test('of one moment and one member are all done, each once however often it comes', async () => {
    const user = await bound('1222')
    const moment = '1700000000'
    const created = changeXml(corp.corpId, 'create_user', { UserID: '1222', Department: '5' }, moment)
    const updated = changeXml(corp.corpId, 'update_user', { UserID: '1222', Department: '6' }, moment)
    const before = await server.database.db.selectFrom('corpEvents').select('id').execute()
    for (const content of [created, updated, created, updated, updated]) {
      const answer = await post(callback(corp, content))
      expect([answer.status, await answer.text()]).toEqual([200, 'success'])
    }
    await applied()
    expect(await placesOf(user)).toEqual(['法务部 (primary)'])
    // Long after: nothing is undone by an old event that comes again.
    expect((await post(callback(corp, created))).status).toBe(200)
    await applied()
    expect(await placesOf(user)).toEqual(['法务部 (primary)'])
    expect(await server.database.db.selectFrom('corpEvents').select('id').execute()).toHaveLength(before.length + 2)
  })

  test('that come 32 times at once are done once', async () => {
    const content = changeXml(corp.corpId, 'create_party', { Id: 50, Name: 'Once', ParentId: 1 })
    const answers = await Promise.all(Array.from({ length: 32 }, () => post(callback(corp, content))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await applied()
    expect((await treeOf(server, corpId)).filter((name) => name === 'Once')).toHaveLength(1)
  })

  test('of 32 departments at once are all done', async () => {
    const ids = Array.from({ length: 32 }, (_, index) => 100 + index)
    await Promise.all(
      ids.map((Id) =>
        post(callback(corp, changeXml(corp.corpId, 'create_party', { Id, Name: `D${Id}`, ParentId: 1 }))),
      ),
    )
    await applied()
    expect(await treeOf(server, corpId)).toEqual(expect.arrayContaining(ids.map((id) => `D${id}`)))
  })

  test.each([
    ['of another kind', () => '<xml><MsgType>event</MsgType><Event>enter_agent</Event></xml>'],
    ['of a kind that nobody knows', () => changeXml(corp.corpId, 'create_planet', { Id: 1 })],
    ['without the member', () => changeXml(corp.corpId, 'create_user', { Name: 'x' })],
    ['with a department that is no number', () => changeXml(corp.corpId, 'create_party', { Id: 'x; drop', Name: 'x' })],
    ['that are no XML', () => 'hello'],
  ])('%s are acknowledged and change nothing', async (_, content) => {
    const before = await everything()
    const answer = await post(callback(corp, content()))
    expect([answer.status, await answer.text()]).toEqual([200, 'success'])
    expect(await everything()).toEqual(before)
  })

  test('of a suite go to the enterprise that they name', async () => {
    const suite = newCorp('wwsuite00000000000')
    const client = newCorp()
    const id = await linkedCorp(server, { ...suite, corpId: client.corpId }, { receiveId: suite.corpId })
    const content = `<xml><SuiteId>${suite.corpId}</SuiteId><AuthCorpId>${client.corpId}</AuthCorpId><InfoType>change_contact</InfoType><ChangeType>create_party</ChangeType><Id>2</Id><Name>Suite</Name><ParentId>1</ParentId></xml>`
    expect((await post(callback(suite, content))).status).toBe(200)
    await applied()
    expect(await treeOf(server, id)).toEqual(['Suite'])
  })

  test('are kept encrypted, and no secret of a link is readable', async () => {
    const { rows } = await server.database.pool.query(
      'select row_to_json(e) as row from corp_events e union all select row_to_json(l) from corp_links l',
    )
    const stored = JSON.stringify(rows)
    for (const secret of [corp.secret, corp.token, corp.key, 'LiSi']) {
      expect(stored).not.toContain(secret)
      expect(stored).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })
})
