import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventNetworks, ListeningApplication } from '../support/event-receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
/** Another node of the same installation. */
let second: TestServer
let application: ListeningApplication
beforeAll(async () => {
  server = await startTestServer({ env: eventNetworks, eventPatience: 1_000 })
  second = await startTestServer({ beside: server, env: eventNetworks })
  application = await ListeningApplication.start(server)
})
afterAll(async () => {
  await application.close()
  await second.close()
  await server.close()
})
beforeEach(async () => {
  application.interfere = undefined
  await application.isQuiet()
  application.taken.length = 0
  application.bodies.length = 0
})

let number = 0
const userName = () => `order-${++number}`
const rename = (id: string, displayName: string) =>
  server.database.db.updateTable('users').set({ displayName }).where('id', '=', id).execute()
const remove = (id: string) => server.database.db.deleteFrom('users').where('id', '=', id).execute()
const refuse =
  (status: number) => (_body: string, response: { writeHead(status: number): { end(text: string): void } }) => {
    response.writeHead(status).end(JSON.stringify({ code: String(status), message: 'not now' }))
    return true
  }

test('creation, change and deletion of a user arrive in order, with the id that the application gave', async () => {
  const name = userName()
  const id = await server.addUser({ userName: name, displayName: 'R&D', itc: '+86', phone: '13911110001' })
  await rename(id, 'Other')
  await remove(id)
  const [created, updated, deleted] = await application.hasTaken(3)
  expect(created).toEqual({
    type: 'CREATE_USER',
    message: {
      username: name,
      name: 'R&D',
      mobile: '13911110001',
      organizationId: '',
      disabled: false,
      password: expect.stringMatching(/^.{28,}$/),
    },
  })
  const own = updated?.message.id
  expect(own).toMatch(/^app-\d+$/)
  expect(updated).toEqual({ type: 'UPDATE_USER', message: { id: own, username: name, disabled: false, name: 'Other' } })
  expect(deleted).toEqual({ type: 'DELETE_USER', message: { id: own } })
})

test('what was taken away is told as an empty text; what the event does not show is not told', async () => {
  const id = await server.addUser({ userName: userName(), email: `${crypto.randomUUID()}@example.com` })
  await application.hasTaken(1)
  const change = (columns: object) =>
    server.database.db.updateTable('users').set(columns).where('id', '=', id).execute()
  await change({ grade: 3, preferredLanguage: 'en', isEmailReceiveInfo: true })
  await change({ email: null, accountState: 'Disabled' })
  const [, updated] = await application.hasTaken(2)
  await application.isQuiet()
  expect(application.taken).toHaveLength(2)
  expect(updated?.message).toEqual({ id: expect.any(String), username: expect.any(String), disabled: true, email: '' })
})

test('what one transaction does to a user is one event; what is undone is none', async () => {
  const { db } = server.database
  const organization = await db.selectFrom('organizations').select('id').executeTakeFirstOrThrow()
  const id = crypto.randomUUID()
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('users').values({ id, userName: userName() }).execute()
    await trx
      .insertInto('memberships')
      .values({ userId: id, organizationId: organization.id, isPrimary: true })
      .execute()
    await trx.updateTable('users').set({ displayName: 'Late' }).where('id', '=', id).execute()
  })
  const undone = db.transaction().execute(async (trx) => {
    await trx.updateTable('users').set({ displayName: 'Never' }).where('id', '=', id).execute()
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await application.hasTaken(1)
  await application.isQuiet()
  // The application was never told of that organization, so it has our id of it.
  expect(application.taken).toEqual([
    { type: 'CREATE_USER', message: expect.objectContaining({ name: 'Late', organizationId: organization.id }) },
  ])
})

test('organizations come before what is in them, under the ids that the application gave', async () => {
  const { db } = server.database
  const ids = Array.from({ length: 4 }, () => crypto.randomUUID())
  const [top = '', middle = '', low = '', userId = ''] = ids
  const code = (id: string) => `code-${id.slice(0, 8)}`
  // One statement, the lowest first.
  const row = (id: string, parentId: string | null) => ({ id, parentId, code: code(id), name: code(id) })
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('organizations')
      .values([row(low, middle), row(middle, top), row(top, null)])
      .execute()
    await trx.insertInto('users').values({ id: userId, userName: userName() }).execute()
    await trx.insertInto('memberships').values({ userId, organizationId: low, isPrimary: true }).execute()
  })
  const taken = await application.hasTaken(4)
  const created = (id: string) => taken.findIndex(({ message }) => message.code === code(id))
  expect([created(top), created(middle), created(low)]).toEqual([0, 1, 2])
  const first = Number(String(await objectId(top)).slice(4))
  expect(taken.map(({ message }) => message.parentId ?? message.organizationId)).toEqual([
    undefined,
    `app-${first}`,
    `app-${first + 1}`,
    `app-${first + 2}`,
  ])
  await db.updateTable('organizations').set({ parentId: null }).where('id', '=', low).execute()
  await db.deleteFrom('memberships').where('userId', '=', userId).execute()
  await db.deleteFrom('organizations').where('id', '=', low).execute()
  await application.hasTaken(7)
  const later = application.taken.slice(4).map(({ type, message }) => ({ type, ...message }))
  const own = `app-${first + 2}`
  expect(later.filter(({ type }) => type.endsWith('ORGANIZATION'))).toEqual([
    { type: 'UPDATE_ORGANIZATION', id: own, code: code(low), name: code(low), parentId: '' },
    { type: 'DELETE_ORGANIZATION', id: own },
  ])
  expect(later.filter(({ type }) => type === 'UPDATE_USER')).toEqual([expect.objectContaining({ organizationId: '' })])
})

async function objectId(subjectId: string): Promise<string | undefined> {
  const row = await server.database.db
    .selectFrom('eventObjects')
    .select('objectId')
    .where('subjectId', '=', subjectId)
    .where('clientId', '=', application.clientId)
    .executeTakeFirst()
  return row?.objectId
}

test('a change of somebody from before the callback is a creation to the application, a deletion nothing', async () => {
  const { db } = server.database
  const [known, unknown] = [crypto.randomUUID(), crypto.randomUUID()]
  await application.close()
  await db
    .insertInto('users')
    .values([known, unknown].map((id) => ({ id, userName: `early-${id}` })))
    .execute()
  application = await ListeningApplication.start(server)
  await remove(unknown)
  await rename(known, 'First told now')
  await application.hasTaken(1)
  await application.isQuiet()
  expect(application.taken).toEqual([
    { type: 'CREATE_USER', message: expect.objectContaining({ username: `early-${known}`, name: 'First told now' }) },
  ])
  expect(await application.records()).toMatchObject([
    { subjectId: unknown, state: 'dropped' },
    { subjectId: known, state: 'delivered', code: '200', message: 'success', attempts: 1 },
  ])
})

test('paused, events are kept; let go, they come in order', async () => {
  const { callbacks } = server.app.events
  await callbacks.pause({}, application.clientId)
  const id = await server.addUser({ userName: userName(), displayName: 'one' })
  for (const name of ['two', 'three']) await rename(id, name)
  await application.passTime()
  await second.app.events.dispatcher.look()
  expect(application.bodies).toEqual([])
  await callbacks.resume({}, application.clientId)
  const taken = await application.hasTaken(3)
  expect(taken.map(({ message }) => message.name)).toEqual(['one', 'two', 'three'])
})

test('what commits late is delivered, once: nothing remembers how far it has read', async () => {
  const { pool } = server.database
  const [early, late] = [await pool.connect(), await pool.connect()]
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  try {
    await early.query('begin')
    await early.query('insert into users (id, user_name) values ($1, $2)', [ids[0], `commit-${ids[0]}`])
    await late.query('insert into users (id, user_name) values ($1, $2)', [ids[1], `commit-${ids[1]}`])
    await application.hasTaken(1)
    await early.query('commit')
  } finally {
    early.release()
    late.release()
  }
  await application.hasTaken(2)
  await application.isQuiet()
  expect(application.taken.map(({ message }) => message.username)).toEqual([`commit-${ids[1]}`, `commit-${ids[0]}`])
})

test('32 changes at once, on two nodes: each arrives once, and each user has one order', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, (_, n) => server.addUser({ userName: userName(), displayName: `${n}` })),
  )
  await application.hasTaken(8)
  const keys = new Map(
    await Promise.all(
      ids.map(
        async (id) => [id, await vi.waitFor(async () => (await objectId(id)) ?? Promise.reject(), 10_000)] as const,
      ),
    ),
  )
  await Promise.all(ids.flatMap((id) => [1, 2, 3, 4].map((n) => rename(id, `${id}-${n}`))))
  const taken = (await application.hasTaken(40)).slice(8)
  await application.isQuiet()
  expect(application.taken).toHaveLength(40)
  for (const id of ids) {
    const names = taken.filter(({ message }) => message.id === keys.get(id)).map(({ message }) => message.name)
    const { rows } = await server.database.pool.query('select display_name from users where id = $1', [id])
    expect(new Set(names).size).toBe(4)
    expect(names.at(-1)).toBe(rows[0]?.display_name)
  }
})

describe('an event that is refused', () => {
  test('is tried again later, and those of other objects go on', async () => {
    const id = await server.addUser({ userName: userName() })
    await application.hasTaken(1)
    application.interfere = (body, response) => (body.includes('UPDATE') ? refuse(500)(body, response) : false)
    await rename(id, 'Refused first')
    await vi.waitFor(() => expect(application.bodies).toHaveLength(2), 10_000)
    await server.addUser({ userName: 'goes-on' })
    await application.hasTaken(2)
    await application.isQuiet()
    expect(application.taken[1]?.message.username).toBe('goes-on')
    application.interfere = undefined
    await application.passTime()
    const taken = await application.hasTaken(3)
    expect(taken[2]?.message.name).toBe('Refused first')
    const nonces = application.bodies.map((body) => (JSON.parse(body) as { nonce: string }).nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
    expect(await application.records()).toContainEqual(
      expect.objectContaining({ kind: 'UPDATE', attempts: 2, state: 'delivered' }),
    )
  })

  test('is signed with the secret of the moment at each attempt', async () => {
    const old = application.secrets
    application.secrets = { ...old, token: 'another.Token.2026' }
    await server.addUser({ userName: 'rotated' })
    await vi.waitFor(
      async () => expect(await application.records()).toContainEqual(expect.objectContaining({ code: '401' })),
      10_000,
    )
    const { callbacks } = server.app.events
    application.secrets = {
      token: 'another.Token.2026',
      encryptionKey: 'Rotated.Key-0001',
      signatureKey: 'Rotated.Sign-001',
    }
    await callbacks.save({}, application.clientId, application.secrets)
    await application.passTime()
    const taken = await application.hasTaken(1)
    expect(taken[0]?.message.username).toBe('rotated')
    application.secrets = old
    await callbacks.save({}, application.clientId, old)
  })

  test('becomes a dead letter that later events of its object wait behind, until it is sent again or dropped', async () => {
    const { deliveries } = server.app.events
    const [first, other] = [
      await server.addUser({ userName: userName() }),
      await server.addUser({ userName: userName() }),
    ]
    await application.hasTaken(2)
    await application.isQuiet()
    const dead = async (name: string) => {
      application.interfere = refuse(400)
      await rename(first, name)
      await vi.waitFor(async () => {
        await application.passTime()
        expect(await application.records()).toContainEqual(expect.objectContaining({ state: 'dead', attempts: 16 }))
      }, 20_000)
      application.interfere = undefined
      return (await application.records()).find(({ state }) => state === 'dead')?.id
    }
    const letter = await dead('Dead')
    await rename(first, 'Behind')
    await rename(other, 'Elsewhere')
    const names = () => application.taken.map(({ message }) => message.name).slice(2)
    await application.hasTaken(3)
    await application.passTime()
    await application.isQuiet()
    expect(names()).toEqual(['Elsewhere'])
    expect(await deliveries.resend({}, { clientId: application.clientId, id: letter })).toBe(1)
    await application.hasTaken(5)
    expect(names()).toEqual(['Elsewhere', 'Dead', 'Behind'])

    await dead('Dropped')
    await rename(first, 'After')
    expect(await deliveries.drop({}, { clientId: application.clientId })).toBe(1)
    await application.hasTaken(6)
    expect(names()).toEqual(['Elsewhere', 'Dead', 'Behind', 'After'])
    expect(await deliveries.drop({}, { clientId: application.clientId })).toBe(0)
  }, 120_000)

  test('a dead letter about somebody who is gone keeps nothing of them', async () => {
    const id = await server.addUser({ userName: userName(), displayName: 'Personal' })
    await application.hasTaken(1)
    await application.isQuiet()
    application.interfere = refuse(500)
    await rename(id, 'Very personal')
    const set = `update event_deliveries set state = 'dead' where subject_id = '${id}' and kind = 'UPDATE'`
    await application.isQuiet()
    await server.database.pool.query(set)
    await remove(id)
    application.interfere = undefined
    const { rows } = await server.database.pool.query(`select content from event_deliveries where subject_id = '${id}'`)
    expect(rows.map(({ content }) => content)).toEqual([null, null, null])
    await server.app.events.deliveries.resend({}, { clientId: application.clientId })
    const taken = await application.hasTaken(2)
    expect(taken[1]).toEqual({ type: 'DELETE_USER', message: { id: expect.any(String) } })
  })
})
