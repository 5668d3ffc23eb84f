import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadDatabase, loadPassword } from '../../scripts/load/load.ts'
import { createLogger } from '../../server/log/log.ts'
import { ask, type Envelope, managementToken, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

vi.setConfig({ testTimeout: 120_000 })

const sizes = { users: 400, signIns: 3, expired: 200 }
const firstUser = { userName: 'li.weiwei.1', displayName: '李伟伟' }

async function started(): Promise<TestServer> {
  const server = await startTestServer()
  onTestFinished(() => server.close())
  return server
}

const load = (server: TestServer, besideOthers = false) =>
  loadDatabase({
    url: server.database.url,
    log: createLogger({ level: 'silent' }),
    ...sizes,
    besideOthers,
    progress: () => {},
  })

/** How many rows the tables have, beside the numbers that are kept of them. */
async function counts(server: TestServer) {
  const { rows } = await server.database.pool.query<{ name: string; kept: number; counted: number }>(`
    with counted as (
      select 'users' as name, count(*) from users
      union all select 'organizations', count(*) from organizations
      union all select 'memberships ' || organization_id, count(*) from memberships group by organization_id
      union all select 'application_organizations ' || application_id, count(*) from application_organizations
        group by application_id
      union all select 'application_accounts ' || application_id, count(*) from application_accounts group by application_id
      union all select 'application_roles ' || application_id, count(*) from application_roles group by application_id
      union all select 'application_role_members ' || role_id, count(*) from application_role_members group by role_id
    ), kept as (select name, sum(delta) as count from row_counts group by name having sum(delta) <> 0)
    select name, coalesce(kept.count, 0)::int as kept, coalesce(counted.count, 0)::int as counted
    from kept full join counted using (name) where kept.count is distinct from counted.count
      or name = 'users' order by name`)
  return rows
}

const indexes = async (server: TestServer) =>
  (await server.database.pool.query(`select indexdef from pg_indexes where schemaname = 'public' order by 1`)).rows

test('people who were loaded sign in, and are listed, found and counted', async () => {
  const server = await started()
  const before = await indexes(server)
  await load(server)
  expect(await indexes(server)).toEqual(before)
  expect(await counts(server)).toEqual([{ name: 'users', kept: 403, counted: 403 }])

  const token = await personToken(server, 'openid ZMS.UserDetails.Read', firstUser.userName, loadPassword)
  const details = await ask<Envelope<unknown>>(server, 'GET', '/api/v1.0/user/details', { token })
  expect(details).toMatchObject({ status: 200, body: { data: [firstUser] } })

  const admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const search = new URLSearchParams({ keyword: firstUser.displayName })
  const found = await ask<Envelope<unknown>>(server, 'GET', `/api/v1.0/manage/users/search?${search}`, { token: admin })
  expect(found).toMatchObject({ status: 200, body: { totalNum: 1, data: [firstUser] } })
  const last = await ask<Envelope<unknown>>(server, 'GET', '/api/v1.0/manage/users?pageNum=9', { token: admin })
  expect(last).toMatchObject({ status: 200, body: { totalNum: 403, data: expect.any(Array) } })

  const organizations = await ask(server, 'GET', '/api/v2/tenant/organizations?all_child=true&offset=0&limit=10', {
    token: await managementToken(server),
  })
  expect(organizations).toMatchObject({ status: 200, body: { total: 11 } })
})

test('the last sign-in of everybody is that of their records', async () => {
  const server = await started()
  await load(server)
  const { rows } = await server.database.pool.query(`
    select from (select user_id, client_id, max(created_at) as at from login_records where succeeded group by 1, 2) latest
    full join last_sign_ins on (last_sign_ins.user_id, last_sign_ins.client_id) = (latest.user_id, latest.client_id)
    where signed_in_at is distinct from at`)
  expect(rows).toEqual([])
  const signIns = await server.database.db.selectFrom('lastSignIns').select('userId').execute()
  expect(signIns.length).toBeGreaterThan(300)
})

test('a database with other people is loaded only on demand, and one that was loaded not again', async () => {
  const server = await started()
  await server.addUser({})
  await expect(load(server)).rejects.toThrow('--beside-others')
  await load(server, true)
  expect(await counts(server)).toEqual([{ name: 'users', kept: 404, counted: 404 }])
  await expect(load(server, true)).rejects.toThrow('loaded before')
})

test('a load that fails leaves nothing behind', async () => {
  const server = await started()
  const before = await indexes(server)
  await server.addUser({ userName: firstUser.userName })
  await expect(load(server, true)).rejects.toThrow('users_user_name')
  expect(await indexes(server)).toEqual(before)
  expect(await counts(server)).toEqual([{ name: 'users', kept: 4, counted: 4 }])
})

test('npm run db -- load tells how far it is, and refuses a wrong number', async () => {
  const server = await started()
  const script = fileURLToPath(new URL('../../scripts/db.ts', import.meta.url))
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: server.database.url,
    SECRET_KEY: randomBytes(32).toString('base64'),
  }
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [script, 'load', ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      )
    })
  expect(await run('--users', '1e9')).toMatchObject({
    code: 1,
    err: expect.stringContaining('--users is a whole number'),
  })
  expect(await run('--users', '100')).toEqual({
    code: 0,
    out: `100 users are in; their password is ${loadPassword}\n`,
    err: expect.stringContaining('users: 100 of 100'),
  })
})
