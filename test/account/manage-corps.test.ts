import { encrypt } from '@wecom/crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, clientToken, type Envelope } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { treeOf } from '../support/corps.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callback, changeXml, newCorp, type StandInCorp, signedQuery, WeComStandIn } from '../support/wecom.ts'

type Corp = components['schemas']['Corp']
type Link = components['schemas']['CorpExternalLink']

let server: TestServer
let weCom: WeComStandIn
let corp: StandInCorp
let manager: Insider
beforeAll(async () => {
  corp = newCorp()
  weCom = await WeComStandIn.start(corp)
  server = await startTestServer({ env: { WECOM_API_URL: weCom.url } })
  manager = await personWith(server, 'Account.CorpManager')
})
afterAll(async () => {
  await server.close()
  weCom.close()
})

const nobody = '0198f2a4-0000-7000-8000-000000000000'
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const newName = () => `Example ${crypto.randomUUID()}`

const save = (body: object, token = manager.token) =>
  ask<Envelope<Corp>>(server, 'POST', '/api/v1.0/manage/corps', { token, body })
const link = (body: object, token = manager.token) =>
  ask<Envelope<Link>>(server, 'POST', '/api/v1.0/manage/corps/externalLink', { token, body })

async function made(fields: object = {}): Promise<Corp> {
  const [created] = (await save({ name: newName(), ...fields })).body.data
  if (!created) throw new Error('there is no enterprise')
  return created
}
/** The enterprise as it is: an edit of nothing answers it. */
const read = async (guid: string) => (await save({ guid })).body.data[0]

const linkOf = (guid: string, { corpId, secret, token, key }: StandInCorp) => ({
  guid,
  provider: 'WeCom',
  externalID: corpId,
  appID: '1000002',
  appSecret: secret,
  callbackToken: token,
  callbackKey: key,
})

describe('an enterprise', () => {
  test('is made without a GUID and edited with one; what is not sent stays', async () => {
    const name = newName()
    const { status, body } = await save({ name, displayName: '示例公司', description: 'One\nTwo' })
    const created = body.data[0] as Corp
    expect([status, body.data]).toEqual([
      200,
      [
        {
          guid: expect.any(String),
          name,
          displayName: '示例公司',
          description: 'One\nTwo',
          createTime: time,
          updateTime: time,
          externalLinks: [],
        },
      ],
    ])
    expect(await read(created.guid)).toEqual(created)
    const other = newName()
    for (let call = 0; call < 2; call += 1) {
      const edited = await save({ guid: created.guid.toUpperCase(), name: other, displayName: null })
      expect(edited.body.data).toEqual([{ ...created, name: other, displayName: null, updateTime: time }])
    }
    // Who, what, before and after; what changed nothing is no change.
    expect(await auditOf(server, created.guid)).toEqual([
      expect.objectContaining({
        action: 'corp.created',
        actorId: manager.id,
        details: { after: { name, displayName: '示例公司', description: 'One\nTwo' } },
      }),
      expect.objectContaining({
        action: 'corp.changed',
        actorId: manager.id,
        details: { before: { name, displayName: '示例公司' }, after: { name: other, displayName: null } },
      }),
    ])
  })

  test('has a name that no other has, however it is written, also when 32 ask for it at once', async () => {
    const name = newName()
    const answers = await Promise.all(Array.from({ length: 32 }, () => save({ name })))
    expect(answers.map(({ body }) => body.error).sort()).toEqual([...Array(31).fill('CorpNameTaken'), null].sort())
    for (const { status } of answers.filter(({ body }) => body.error !== null)) expect(status).toBe(409)
    const other = await made()
    const renamed = await save({ guid: other.guid, name: name.toUpperCase(), description: 'x' })
    expect(renamed).toMatchObject({ status: 409, body: { error: 'CorpNameTaken' } })
    expect(await read(other.guid)).toEqual(other)
  })

  test('keeps what each of 32 changes at once', async () => {
    const { guid } = await made()
    await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        save({ guid, ...(index % 2 ? { displayName: `Name ${index}` } : { description: `Text ${index}` }) }),
      ),
    )
    expect(await read(guid)).toMatchObject({
      displayName: expect.stringMatching(/^Name/),
      description: expect.stringMatching(/^Text/),
    })
  })

  test('cannot exchange its name with another, and nobody waits for ever', async () => {
    const [one, two] = [await made(), await made()]
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => [
        save({ guid: one.guid, name: two.name }),
        save({ guid: two.guid, name: one.name }),
      ]).flat(),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]))
  })

  test('is none of the organizations that were made otherwise, and none that is not there', async () => {
    const group = await server.database.db
      .selectFrom('organizations')
      .select('id')
      .where('code', '=', '10000')
      .executeTakeFirstOrThrow()
    for (const guid of [group.id, nobody]) {
      expect(await save({ guid, name: newName() })).toMatchObject({ status: 404, body: { error: 'CorpNotFound' } })
      expect(await link(linkOf(guid, newCorp()))).toMatchObject({ status: 404, body: { error: 'CorpNotFound' } })
    }
  })

  test.each([
    ['nothing', {}],
    ['no name', { displayName: 'Example Ltd.' }],
    ['an empty name', { name: '' }],
    ['a name that cannot be seen', { name: '\u200b' }],
    ['a name on two lines', { name: 'a\nb' }],
    ['a display name that cannot be seen', { name: 'Unseen', displayName: '\u2060' }],
    ['a name of 201 letters', { name: 'x'.repeat(201) }],
    ['a NUL', { name: 'Zero', description: 'a\0b' }],
    ['half a character', { name: 'Half', description: '\ud800' }],
    ['a GUID that is none', { guid: 'example', name: 'Example' }],
    ['a link', { name: 'Linked', externalLinks: [] }],
  ])('is not made of %s', async (_, body) => {
    const count = () => server.database.db.selectFrom('corps').select('id').execute()
    const before = await count()
    expect(await save(body)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect(await count()).toEqual(before)
  })

  test('is nothing for people without the role', async () => {
    const { guid, ...before } = await made()
    for (const person of [await personWith(server), await personWith(server, 'Account.SuperManager')]) {
      for (const answer of [
        await save({ guid, name: 'Mine' }, person.token),
        await save({ name: 'Mine' }, person.token),
      ])
        expect(answer).toMatchObject({ status: 403, body: { error: 'RoleRequired' } })
      const answer = await link(linkOf(guid, newCorp()), person.token)
      expect(answer).toMatchObject({ status: 403, body: { error: 'RoleRequired' } })
    }
    expect(await read(guid)).toEqual({ guid, ...before })
  })
})

describe('the link of an enterprise', () => {
  test('is answered and kept without its secrets in clear, and audited without them', async () => {
    const { guid } = await made()
    const its = newCorp()
    const { status, body } = await link(linkOf(guid, its))
    const expected = { guid, provider: 'WeCom', externalID: its.corpId, appID: '1000002' }
    expect([status, body.data]).toEqual([200, [{ ...expected, createTime: time, updateTime: time }]])
    expect((await read(guid))?.externalLinks).toEqual(body.data)
    const row = await server.database.db
      .selectFrom('corpLinks')
      .select(['appSecret', 'callbackToken', 'callbackKey'])
      .where('corpId', '=', guid)
      .executeTakeFirstOrThrow()
    const trail = JSON.stringify(await auditOf(server, guid))
    for (const secret of [its.secret, its.token, its.key]) {
      for (const sealed of Object.values(row)) expect(sealed?.includes(secret)).toBe(false)
      expect(trail).not.toContain(secret)
    }
    expect((await auditOf(server, guid)).at(-1)).toMatchObject({
      action: 'corp.link_saved',
      actorId: manager.id,
      details: {
        before: { externalId: null, appId: null },
        after: { externalId: its.corpId, appId: '1000002' },
        secrets: ['appSecret', 'callbackToken', 'callbackKey'],
      },
    })
  })

  test('keeps what is not sent, its secrets and whom call-backs are for among it', async () => {
    const { guid } = await made()
    const its = newCorp()
    await link(linkOf(guid, its))
    // A suite of a service provider is set by `npm run corps`.
    const { corps } = server.app.services.deps
    await corps.saveLink({}, guid, { provider: 'WeCom', externalId: its.corpId, receiveId: `suite-${its.corpId}` })
    const [before] = (await link({ guid, provider: 'WeCom', externalID: its.corpId })).body.data
    const events = (await auditOf(server, guid)).length
    // The same once more is no change.
    expect((await link(linkOf(guid, its))).body.data).toEqual([before])
    expect(await auditOf(server, guid)).toHaveLength(events)
    const secret = { appSecret: 'another secret' }
    expect((await link({ guid, provider: 'WeCom', externalID: its.corpId, appID: '', ...secret })).body.data).toEqual([
      { ...before, appID: null, updateTime: time },
    ])
    expect((await auditOf(server, guid)).at(-1)?.details).toEqual({
      provider: 'WeCom',
      before: { appId: '1000002' },
      after: { appId: null },
      secrets: ['appSecret'],
    })
    const suite = `suite-${its.corpId}`
    const echostr = encrypt(its.key, 'still there', suite)
    const query = new URLSearchParams({ ...signedQuery(its, echostr), echostr })
    expect(await (await contractFetch(`${server.issuer}/api/v1.0/wecom/callback?${query}`)).text()).toBe('still there')
  })

  test('is to an enterprise of the provider that no other has, also when 32 ask for it at once', async () => {
    const its = newCorp()
    const corps = await Promise.all(Array.from({ length: 32 }, () => made()))
    const answers = await Promise.all(corps.map(({ guid }) => link(linkOf(guid, its))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, body } of answers.filter(({ status }) => status !== 200)) {
      expect([status, body.error]).toEqual([409, 'CorpLinkTaken'])
    }
    const linked = await Promise.all(corps.map(async ({ guid }) => (await read(guid))?.externalLinks.length))
    expect(linked.filter((links) => links === 1)).toHaveLength(1)
  })

  test('is made once when 32 make it at once', async () => {
    const { guid } = await made()
    const its = newCorp()
    const answers = await Promise.all(Array.from({ length: 32 }, () => link(linkOf(guid, its))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await auditOf(server, guid)).filter(({ action }) => action === 'corp.link_saved')).toHaveLength(1)
  })

  test.each([
    ['a provider that is not known', { provider: 'WeChat' }],
    ['no enterprise of the provider', { externalID: undefined }],
    ['an enterprise that cannot be seen', { externalID: '\u200b' }],
    ['an application on two lines', { appID: '1\n2' }],
    ['a key of 42 characters', { callbackKey: 'x'.repeat(42) }],
    ['a key of other characters', { callbackKey: '-'.repeat(43) }],
    ['an empty secret', { appSecret: '' }],
    ['half a character of a secret', { appSecret: '\ud800' }],
  ])('is refused with %s', async (_, change) => {
    const { guid } = await made()
    const answer = await link({ ...linkOf(guid, newCorp()), ...change })
    expect(answer).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect((await read(guid))?.externalLinks).toEqual([])
  })
})

describe('an enterprise that is linked', () => {
  const callBack = async (of: StandInCorp, changeType: string, fields: Record<string, string | number>) => {
    const { query, body } = callback(of, changeXml(of.corpId, changeType, fields))
    const address = `${server.issuer}/api/v1.0/wecom/callback?${new URLSearchParams(query)}`
    const answer = await contractFetch(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
    return answer.status
  }
  const eventually = { timeout: 10_000, interval: 50 }
  const refresh = async (guid: string) => {
    const token = await clientToken(server, 'ZMS.Users.Write')
    return ask<Envelope<unknown>>(server, 'POST', '/api/v1.0/trusted/corps/refreshDepartments', {
      token,
      body: { guid },
    })
  }

  test('follows call-backs and readings, and begins anew with another enterprise of the provider', async () => {
    const { guid } = await made()
    expect((await refresh(guid)).body.error).toBe('CorpNotLinked')
    expect(await callBack(corp, 'create_party', { Id: 2, Name: '研发部', ParentId: 1 })).toBe(403)
    await link(linkOf(guid, corp))
    const echostr = encrypt(corp.key, '1616140317555161061', corp.corpId)
    const query = new URLSearchParams({ ...signedQuery(corp, echostr), echostr })
    const checked = await contractFetch(`${server.issuer}/api/v1.0/wecom/callback?${query}`)
    expect(await checked.text()).toBe('1616140317555161061')

    expect(await callBack(corp, 'create_party', { Id: 2, Name: '研发部', ParentId: 1 })).toBe(200)
    await vi.waitFor(async () => expect(await treeOf(server, guid)).toEqual(['研发部']), eventually)

    const userId = await server.addUser({})
    const login = { guid: userId, provider: 'WeCom', appID: corp.corpId, appOpenID: 'lisi', externalID: `${guid}:lisi` }
    const token = await clientToken(server, 'ZMS.Users.Write')
    await ask(server, 'POST', '/api/v1.0/trusted/users/externalLogins', { token, body: [login] })
    weCom.departments = [
      { id: 1, name: 'Example', parentid: 0 },
      { id: 2, name: '研究院', parentid: 1 },
      { id: 3, name: '一组', parentid: 2 },
    ]
    weCom.members = [{ userid: 'LiSi', department: [3], main_department: 3 }]
    expect((await refresh(guid)).body.data).toMatchObject([{ guid, state: 'refreshed' }])
    expect(await treeOf(server, guid)).toEqual(['研究院', '研究院 / 一组'])
    const places = () =>
      server.database.db
        .selectFrom('memberships')
        .innerJoin('organizations', 'organizations.id', 'memberships.organizationId')
        .select('name')
        .where('userId', '=', userId)
        .execute()
    expect(await places()).toEqual([{ name: '一组' }])

    // Another enterprise of the provider: who `lisi` is there is somebody else.
    const next = newCorp()
    const { appSecret: _appSecret, ...withoutSecret } = linkOf(guid, next)
    await link(withoutSecret)
    expect([await treeOf(server, guid), await places()]).toEqual([[], []])
    expect((await refresh(guid)).body.error).toBe('CorpNotLinked')
    expect(await callBack(corp, 'create_party', { Id: 9, Name: 'Old', ParentId: 1 })).toBe(403)
    expect(await callBack(next, 'create_user', { UserID: 'lisi', Department: '1' })).toBe(200)
    expect(await callBack(next, 'create_party', { Id: 2, Name: 'Sales', ParentId: 1 })).toBe(200)
    await vi.waitFor(async () => expect(await treeOf(server, guid)).toEqual(['Sales']), eventually)
    expect(await places()).toEqual([])
  })

  test('does not take what is being read of the former enterprise of the provider', async () => {
    // The enterprise of the stand-in is free again: the one before has another.
    const { guid } = await made()
    await link(linkOf(guid, corp))
    const reading = Promise.withResolvers<void>()
    const linked = Promise.withResolvers<void>()
    weCom.interfere = async (path) => {
      if (path !== 'user/list') return
      reading.resolve()
      await linked.promise
    }
    const answer = refresh(guid)
    await reading.promise
    const next = newCorp()
    await link(linkOf(guid, next))
    linked.resolve()
    expect((await answer).body.error).toBe('CorpNotLinked')
    expect(await treeOf(server, guid)).toEqual([])
    weCom.interfere = undefined
  })
})
