import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Answer, ask, clientToken, type Envelope, managementToken, oemToken } from '../support/api.ts'
import { managingApplication } from '../support/application-side.ts'
import { downloadable, exporter } from '../support/exports.ts'
import { type ReplicatedDatabase, startReplicatedDatabase } from '../support/replica.ts'
import { personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements } from '../support/statements.ts'

let postgres: ReplicatedDatabase
/** Two nodes of one installation. */
let one: TestServer
let other: TestServer
let manager: string
let trusted: string
beforeAll(async () => {
  postgres = await startReplicatedDatabase()
  const { database, replicaUrl } = postgres
  one = await startTestServer({ database, replicaUrl })
  other = await startTestServer({ beside: one, replicaUrl })
  manager = (await personWith(one, 'Account.UserManager')).token
  trusted = await clientToken(one, 'ZMS.Users.Read ZMS.Users.Statistics')
})
afterAll(async () => {
  await other.close()
  await one.close()
  await postgres.close()
})

/** How often that node has read something of what a replica may, by who has read it. */
async function readsOf({ issuer }: TestServer): Promise<Record<string, number>> {
  const text = await (await fetch(`${issuer}/metrics`)).text()
  const lines = text.matchAll(/^database_reads_total\{by="(\w+)"\} (\d+)/gm)
  return Object.fromEntries([...lines].map(([, by, count]) => [by, Number(count)]))
}

/** Who has read what the work has asked that node for. */
async function readBy(server: TestServer, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await readsOf(server)
  await work()
  const after = await readsOf(server)
  const changes = Object.entries(after).map(([by, count]) => [by, count - (before[by] ?? 0)] as const)
  return Object.fromEntries(changes.filter(([, count]) => count > 0))
}

const guids = async (server: TestServer, token = trusted) => {
  const { status, body } = await ask<Envelope<string>>(server, 'GET', '/api/v1.0/trusted/users/guids?pageSize=200', {
    token,
  })
  expect(status).toBe(200)
  return body.data
}

/** Waits until nothing is left that a replica has not. */
async function settled(): Promise<void> {
  await postgres.resume()
  await postgres.caughtUp()
  for (const server of [one, other])
    await vi.waitFor(async () => expect(await readBy(server, () => guids(server))).toEqual({ replica: 1 }), {
      timeout: 15_000,
      interval: 100,
    })
}

beforeEach(settled, 60_000)

describe('a replica', { timeout: 120_000 }, () => {
  test('answers the lists and searches that are named, and nothing else', async () => {
    const own = await managingApplication(one)
    const [credential, oem] = await Promise.all([managementToken(one), oemToken(one)])
    const { id } = await personWith(one)
    await settled()
    const page = 'offset=0&limit=10'
    const calls: Record<string, () => Promise<Answer<unknown>>> = {
      getDepartmentChain: () =>
        ask(one, 'GET', `/api/v1.0/manage/users/departmentChain?guid=${id}`, { token: manager }),
      listApplicationAccounts: () => own.side('GET', `/accounts?${page}`),
      listApplicationOrganizations: () => own.side('GET', `/organizations?${page}`),
      listLoginRecords: () => ask(one, 'GET', '/api/v1.0/trusted/users/loginRecords', { token: trusted }),
      listOemUsers: () => ask(one, 'GET', '/api/v1.0/oem/users', { token: oem }),
      listOrganizations: () => ask(one, 'GET', `/api/v2/tenant/organizations?${page}`, { token: credential }),
      listTenantUsers: () => ask(one, 'GET', `/api/v2/tenant/users?org_id=&${page}`, { token: credential }),
      listUserGuids: () => ask(one, 'GET', '/api/v1.0/trusted/users/guids', { token: trusted }),
      listUsers: () => ask(one, 'GET', '/api/v1.0/manage/users', { token: manager }),
      searchUsers: () => ask(one, 'GET', '/api/v1.0/manage/users/search?keyword=test', { token: manager }),
    }
    for (const [name, call] of Object.entries(calls)) {
      const by = await readBy(one, async () => expect((await call()).status, name).toBe(200))
      expect({ [name]: by }).toEqual({ [name]: { replica: 1 } })
    }
    const others: Record<string, () => Promise<Answer<unknown>>> = {
      getTenantUser: () => ask(one, 'GET', `/api/v2/tenant/users/${id}`, { token: credential }),
      listRoleGroups: () => ask(one, 'GET', '/api/v1.0/roles', { token: manager }),
      queryUserDetails: () => ask(one, 'POST', '/api/v1.0/users/details', { token: trusted, body: [id] }),
    }
    for (const call of Object.values(others)) expect(await readBy(one, call)).toEqual({})
  })

  test('is read for the files of exports', async () => {
    const by = await exporter(one)
    await settled()
    const before = [await readsOf(one), await readsOf(other)]
    // What they have applied for is a write of their own, and a node may begin at once.
    await postgres.inStep(async () => void (await downloadable(one, by)))
    const read = (reads: Record<string, number>[]) => reads.reduce((sum, { replica = 0 }) => sum + replica, 0)
    expect(read([await readsOf(one), await readsOf(other)])).toBeGreaterThan(read(before))
  })

  test('is some time behind, and people who have written nothing see that', async () => {
    await postgres.pause()
    const id = await one.addUser({})
    expect(await guids(one)).not.toContain(id)
    await postgres.resume()
    await vi.waitFor(async () => expect(await guids(one)).toContain(id), 10_000)
  })
})

describe('whoever has written', { timeout: 120_000 }, () => {
  let people = 0
  const create = async (token: string) => {
    people += 1
    const body = { user_name: `made-${people}`, mobile: String(13_400_000_000 + people), org_code: '10000' }
    const answer = await ask<{ user_id: string }>(one, 'POST', '/api/v2/tenant/users', { token, body })
    expect(answer.status).toBe(201)
    return answer.body.user_id
  }
  const list = async (server: TestServer, token: string) => {
    const query = 'org_id=&offset=0&limit=100'
    const { body } = await ask<{ users: { user_id: string }[] }>(server, 'GET', `/api/v2/tenant/users?${query}`, {
      token,
    })
    return body.users.map(({ user_id: id }) => id)
  }

  test('sees it at once, on every node, while others see what the replica has', async () => {
    const [writer, reader] = [await managementToken(one), await managingApplication(one)]
    await settled()
    await postgres.pause()
    const id = await create(writer)
    for (const server of [one, other]) {
      const by = await readBy(server, async () => expect(await list(server, writer)).toContain(id))
      expect(by).toEqual({ own_write: 1 })
    }
    const seen = await reader.tenant<{ users: { user_id: string }[] }>('GET', '/users?org_id=&offset=0&limit=100')
    expect(seen.body.users.map(({ user_id: user }) => user)).not.toContain(id)

    await postgres.resume()
    await vi.waitFor(async () => {
      const by = await readBy(other, async () => expect(await list(other, writer)).toContain(id))
      expect(by).toEqual({ replica: 1 })
    }, 10_000)
  })

  test('sees it also where many write under one name at the same moment', async () => {
    const writer = await managementToken(one)
    await settled()
    await postgres.pause()
    const ids = await Promise.all(Array.from({ length: 32 }, () => create(writer)))
    expect(await list(other, writer)).toEqual(expect.arrayContaining(ids))
  })

  test('costs one statement more, and a list one', async () => {
    const writer = await managementToken(one)
    const body = { name: 'Somebody' }
    const { id } = await personWith(one)
    const path = `/api/v2/tenant/users/${id}`
    await ask(one, 'PUT', path, { token: writer, body: { name: 'Nobody' } })
    const plain = await startTestServer({ beside: one })
    // What recurs would be counted among the statements of a call.
    await postgres.database.pool.query('delete from pgboss.schedule')
    const counted = async (server: TestServer, work: (server: TestServer) => Promise<unknown>) => {
      await work(server)
      // Those that look after connections, once a second, do not count.
      return countStatements(() => work(server))
    }
    const write = (server: TestServer) => ask(server, 'PUT', path, { token: writer, body })
    const read = (server: TestServer) => list(server, writer)
    expect((await counted(one, write)) - (await counted(plain, write))).toBe(1)
    await settled()
    expect((await counted(one, read)) - (await counted(plain, read))).toBe(1)
    await plain.close()
  })
})

test('a replica that stands still decides nothing: who has lost a role or a token has lost it', {
  timeout: 60_000,
}, async () => {
  const { token, id } = await personWith(one, 'Account.UserManager')
  await settled()
  await postgres.pause()
  const users = async (server: TestServer) => (await ask(server, 'GET', '/api/v1.0/manage/users', { token })).status
  for (const server of [one, other]) expect(await users(server)).toBe(200)
  await one.app.services.deps.roleGroups.removeRole({}, id, 'Account.UserManager')
  for (const server of [one, other]) expect(await users(server)).toBe(403)
  const revoked = await fetch(`${one.issuer}/connect/revocation`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}` },
    body: new URLSearchParams({ token }),
  })
  expect(revoked.status).toBe(200)
  for (const server of [one, other]) expect(await users(server)).toBe(401)
})
