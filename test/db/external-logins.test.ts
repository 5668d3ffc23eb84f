import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExternalLogins } from '../../server/domain/external-logins/external-logins.ts'
import type { Failure } from '../../server/domain/failure.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let logins: ExternalLogins
beforeAll(async () => {
  database = await createTestDatabase()
  logins = new ExternalLogins(database.db)
})
afterAll(() => database.close())

async function person({ password = false } = {}): Promise<string> {
  const id = randomUUID()
  await database.db.insertInto('users').values({ id, userName: id }).execute()
  const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'
  if (password) await database.db.insertInto('passwordCredentials').values({ userId: id, hash }).execute()
  return id
}

const kindOf = (work: Promise<unknown>) => work.then(String, (error: Failure) => error.kind)
const weChat = (externalId: string) => ({ provider: 'WeChat', externalId })

test('somebody who comes from a provider is known by the unified id, which is learned when it comes', async () => {
  const userId = await person()
  const open = { provider: 'WeChat', appId: 'app1', appOpenId: randomUUID() }
  const unified = weChat(randomUUID())
  expect(await logins.findByIdentity(open)).toBeUndefined()
  await logins.add({}, { ...open, userId })
  expect(await logins.findByIdentity({ ...open, ...unified })).toMatchObject({ userId, ...unified })
  expect(await logins.findByIdentity({ ...unified, appId: 'app2', appOpenId: 'o2' })).toMatchObject({ userId })
  expect(await logins.list(userId)).toMatchObject([{ ...open, ...unified }])
})

test('somebody whose ids belong to two users is neither', async () => {
  const [one, other] = [await person(), await person()]
  const open = { provider: 'WeChat', appId: 'app1', appOpenId: randomUUID() }
  const unified = weChat(randomUUID())
  await logins.add({}, { ...open, userId: one })
  await logins.add({}, { ...unified, userId: other })
  expect(await kindOf(logins.findByIdentity({ ...open, ...unified }))).toBe('external_login_taken')
  expect(await logins.findByIdentity(open)).toMatchObject({ userId: one, externalId: null })
})

test('two people of one nickname are two', async () => {
  const [one, other] = [await person(), await person()]
  await logins.add({}, { ...weChat(randomUUID()), userId: one, displayName: '小明' })
  await logins.add({}, { ...weChat(randomUUID()), userId: other, displayName: '小明' })
  expect([await logins.list(one), await logins.list(other)]).toMatchObject([[{ userId: one }], [{ userId: other }]])
})

test('a login is taken off its owner by its id, its provider, or its id there, and by nobody else', async () => {
  const [userId, other] = [await person({ password: true }), await person({ password: true })]
  for (const externalId of ['a', 'b', 'c']) await logins.add({}, { ...weChat(externalId), userId })
  await logins.add({}, { provider: 'WeCom', externalId: 'a', userId })
  const [first] = await logins.list(userId)
  const choice = { id: first?.id ?? '' }
  expect(await kindOf(logins.remove({}, other, choice))).toBe('external_login_not_found')
  await logins.remove({}, userId, choice)
  expect(await kindOf(logins.remove({}, userId, choice))).toBe('external_login_not_found')
  await logins.remove({}, userId, { provider: 'wechat', externalId: 'b' })
  expect(await logins.list(userId)).toMatchObject([weChat('c'), { provider: 'WeCom', externalId: 'a' }])
  await logins.remove({}, userId, { provider: 'WeChat' })
  await logins.remove({}, userId, { provider: 'WeCom' })
  expect(await logins.list(userId)).toEqual([])
  expect(await kindOf(logins.remove({}, randomUUID(), choice))).toBe('user_not_found')
})

test('the last way to sign in stays, also when 32 take the last two away at once', async () => {
  const userId = await person()
  for (const externalId of ['last', 'but-one']) await logins.add({}, { ...weChat(externalId), userId })
  const [one, other] = await logins.list(userId)
  const kinds = await Promise.all(
    Array.from({ length: 32 }, (_, n) =>
      kindOf(logins.remove({}, userId, { id: (n % 2 === 0 ? one?.id : other?.id) ?? '' })),
    ),
  )
  expect(kinds.filter((kind) => kind === 'undefined')).toHaveLength(1)
  expect(kinds).toContain('last_sign_in_method')
  expect(await logins.list(userId)).toHaveLength(1)
})
