import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { isAlive } from '../../embedded-postgres/src/postmaster.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { JobQueue } from '../../server/jobs/queue.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { eachWithDataDirectory, keep, kept, query } from './data-directory.ts'

// These start processes, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const at = eachWithDataDirectory()

describe('the embedded database', () => {
  test('starts, keeps its data over a stop, and stops so that nothing has to be repaired', async () => {
    const first = await at.start()
    expect(await query(first.url, 'show server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(/^18/) },
    ])
    expect(
      await query(first.url, "select lower('ÄÖÜ') as lower, current_setting('listen_addresses') as address"),
    ).toEqual([{ lower: 'äöü', address: '127.0.0.1' }])
    await query(first.url, keep)
    await Promise.all([first.stop(), first.stop()])
    expect(isAlive(first.pid)).toBe(false)

    const second = await at.start()
    expect(await query(second.url, kept)).toEqual([{ answer: 42 }])
    expect(await readFile(join(at.dataDir, 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/)
    expect((await stat(join(at.dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(at.dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  })

  test('runs in a process group of its own, and takes nobody without the password', async () => {
    at.copyOfMade()
    const server = await at.start()
    // A signal to -pid reaches a group, and fails when there is no group of this number.
    expect(() => process.kill(-server.pid, 0)).not.toThrow()
    await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('is used by a role of its own, which is no superuser and owns what there is', async () => {
    at.copyOfMade()
    const server = await at.start()
    expect(new URL(server.url).username).toBe('openaccount_server')
    expect(
      await query(server.url, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolcreaterole: false }])
    await query(server.url, 'create extension pg_trgm; create schema pgboss; drop schema pgboss; create table own ()')
    const names = await query(server.url, "select usename from pg_stat_activity where application_name like 'open%'")
    expect(names).toEqual([{ usename: 'openaccount' }])
  })

  test('hands over what an earlier version has made as the superuser', async () => {
    at.copyOfMade()
    const first = await at.start()
    const connection = new pg.Client({ connectionString: first.adminUrl })
    await connection.connect()
    // As it was before: everything is the superuser's.
    await connection.query(`drop owned by openaccount_server cascade;
      alter database openaccount owner to openaccount; drop role openaccount_server`)
    await connection.end()
    await migrate({ url: first.adminUrl, log: at.log })
    const old = await connectDatabase({ url: first.adminUrl, poolSize: 2, log: at.log })
    await (await JobQueue.start({ pool: old.pool, log: at.log })).stop()
    await old.pool.query(`create type mood as enum ('ok'); create domain short as text; create type pair as (a int, b int);
      create sequence loose; create view seen as select id from users; create materialized view kept_view as select 1;
      create table parts (id serial, at date) partition by range (at)`)
    await old.close()
    await first.stop()

    const second = await at.start()
    const foreign = await query(
      second.url,
      `with of_extensions as (select objid from pg_depend where deptype = 'e')
      select relname as name from pg_class where relowner = 'openaccount'::regrole and oid > 16384 and relkind <> 't'
      union all select proname from pg_proc where proowner = 'openaccount'::regrole and oid > 16384
        and oid not in (select objid from of_extensions)
      union all select typname from pg_type where typowner = 'openaccount'::regrole and oid > 16384
        and oid not in (select objid from of_extensions) and typelem not in (select objid from of_extensions)
      union all select nspname from pg_namespace where nspowner = 'openaccount'::regrole and oid > 16384`,
    )
    expect(foreign).toEqual([])
    const now = await connectDatabase({ url: second.url, poolSize: 2, log: at.log })
    await seedDemo(now.db)
    await (await JobQueue.start({ pool: now.pool, log: at.log })).stop()
    await now.pool.query('alter table users add column later integer; drop table parts')
    await now.close()
  })

  test('follows its data directory to another place', async () => {
    at.copyOfMade()
    const first = await at.start()
    await query(first.url, keep)
    await first.stop()
    const moved = join(at.directory, 'moved')
    await rename(at.dataDir, moved)
    at.dataDir = moved
    expect(await query((await at.start()).url, kept)).toEqual([{ answer: 42 }])
  })
})
