import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, readdir, readFile, readlink, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findBinaries } from '../../embedded-postgres/src/binaries.ts'
import { isAlive } from '../../embedded-postgres/src/postmaster.ts'
import { reachableBinaries } from '../../embedded-postgres/src/shared.ts'
import { blockedDirectory } from '../../embedded-postgres/src/system-user.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { JobQueue } from '../../server/jobs/queue.ts'
import { createLogger } from '../../server/log/log.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url))
// Most tests here start processes, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 60_000 })
const underRoot = process.getuid?.() === 0

/** A data directory as a first start has left it: most tests begin with a copy of it. */
let made: Awaited<ReturnType<typeof temporaryDirectory>>
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let dataDir: string
let lines: string[]
let log: ReturnType<typeof createLogger>
const running = new Set<EmbeddedPostgres>()
const owners = new Set<ChildProcess>()
const cleanUps: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  made = await temporaryDirectory()
  const server = await startEmbeddedPostgres({
    dataDir: join(made.path, 'data'),
    log: createLogger({ level: 'silent' }),
    fast: true,
  })
  await server.stop()
})
afterAll(() => made.remove())

beforeEach(async () => {
  directory = await temporaryDirectory()
  dataDir = join(directory.path, 'data')
  lines = []
  log = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } })
})

afterEach(async () => {
  for (const server of running) await server.stop()
  running.clear()
  for (const owner of owners) {
    if (owner.exitCode !== null || owner.signalCode !== null) continue
    owner.kill('SIGTERM')
    await once(owner, 'exit')
  }
  owners.clear()
  for (const undo of cleanUps.splice(0)) await undo()
  await directory.remove()
})

function copyOfMade(): void {
  execFileSync('cp', ['-a', join(made.path, 'data'), dataDir])
}

async function start(fast = true): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, fast })
  running.add(server)
  return server
}

/** Starts a separate process that owns, or tries to own, the data directory. */
async function startOwner(
  uid?: number,
): Promise<{ owner: ChildProcess; said: { url: string; pid: number; error?: string } }> {
  const owner = spawn(process.execPath, [OWNER, dataDir, ...(uid === undefined ? [] : [String(uid)])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
  })
  owners.add(owner)
  owner.stderr?.on('data', (data: Buffer) => void lines.push(data.toString('utf8')))
  const [line] = (await once(createInterface({ input: owner.stdout ?? process.stdin }), 'line')) as [string]
  return { owner, said: JSON.parse(line) }
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function killServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 })
}

const keep = 'create table kept as select 42 as answer'
const kept = 'select answer from kept'

describe('the embedded database', () => {
  test('starts, keeps its data over a stop, and stops so that nothing has to be repaired', async () => {
    const first = await start()
    expect(await query(first.url, 'show server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(/^18/) },
    ])
    expect(
      await query(first.url, "select lower('ÄÖÜ') as lower, current_setting('listen_addresses') as address"),
    ).toEqual([{ lower: 'äöü', address: '127.0.0.1' }])
    await query(first.url, keep)
    await Promise.all([first.stop(), first.stop()])
    expect(isAlive(first.pid)).toBe(false)

    const second = await start()
    expect(await query(second.url, kept)).toEqual([{ answer: 42 }])
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/)
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  })

  test('runs in a process group of its own, and takes nobody without the password', async () => {
    copyOfMade()
    const server = await start()
    // A signal to -pid reaches a group, and fails when there is no group of this number.
    expect(() => process.kill(-server.pid, 0)).not.toThrow()
    await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('removes the pid file of a dead process, also when its number belongs to someone else now', async () => {
    copyOfMade()
    const first = await start()
    await query(first.url, keep)
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
    const content = await readFile(pidFile, 'utf8')
    await first.stop()
    // The pid of this very process: alive, but no database.
    for (const pid of [first.pid, process.pid]) {
      await writeFile(pidFile, content.replace(/^\d+/, String(pid)), { mode: 0o600 })
      const { uid, gid } = await stat(join(dataDir, 'postgres'))
      await chown(pidFile, uid, gid)
      const next = await start()
      expect(await query(next.url, kept)).toEqual([{ answer: 42 }])
      await next.stop()
    }
    expect(lines.join('')).toContain('removed the pid file of a database process that has died')
  })

  test('refuses a second owner within 2 s and leaves the first alone', async () => {
    copyOfMade()
    const first = await start()
    await query(first.url, keep)
    const began = performance.now()
    await expect(startEmbeddedPostgres({ dataDir, log, fast: true })).rejects.toThrow(
      `DATA_DIR ${dataDir} is in use by another OpenAccount (its database is process ${first.pid})`,
    )
    expect(performance.now() - began).toBeLessThan(2_000)
    const { said } = await startOwner()
    expect(said.error).toContain('is in use by another OpenAccount')
    expect(await query(first.url, kept)).toEqual([{ answer: 42 }])
  })

  test('of three processes that start at once on a new directory exactly one gets it', async () => {
    const starts = await Promise.all(Array.from({ length: 3 }, () => startOwner()))
    const winners = starts.filter(({ said }) => said.error === undefined)
    expect(starts.map(({ said }) => said.error).filter((error) => error && !/is in use by/.test(error))).toEqual([])
    expect(winners).toHaveLength(1)
    expect(await query(winners[0]?.said.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(dataDir)).filter((name) => name.includes('init'))).toEqual([])
  })

  test('takes over from an owner that was killed, without loss', async () => {
    copyOfMade()
    const { owner, said } = await startOwner()
    await query(said.url, keep)
    await kill(owner)
    expect(isAlive(said.pid)).toBe(true)
    const next = await start()
    expect(isAlive(said.pid)).toBe(false)
    expect(await query(next.url, kept)).toEqual([{ answer: 42 }])
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/)
    expect(lines.join('')).toContain('outlived its OpenAccount')
  })

  test('stops with its owner on SIGTERM', async () => {
    copyOfMade()
    const { owner, said } = await startOwner()
    owner.kill('SIGTERM')
    expect(await once(owner, 'exit')).toEqual([0, null])
    expect(isAlive(said.pid)).toBe(false)
  })

  test('that is killed is started again at the same address, repaired, and still owned', async () => {
    copyOfMade()
    const server = await start(false)
    const connection = await connectDatabase({ url: server.url, poolSize: 3, log })
    await connection.pool.query(keep)
    const held = await connection.pool.connect()
    const { pid } = server
    await killServer(pid)
    await vi.waitFor(() => expect(lines.join('')).toContain('the embedded PostgreSQL runs again'), 20_000)
    held.release(true)
    expect(server.pid).not.toBe(pid)
    expect((await connection.pool.query(kept)).rows).toEqual([{ answer: 42 }])
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toMatch(/not properly shut down/)
    await vi.waitFor(() => expect(lines.join('')).toContain('was taken again'), { timeout: 10_000 })
    await expect(startEmbeddedPostgres({ dataDir, log, fast: true })).rejects.toThrow('is in use by another')

    const second = server.pid
    await killServer(second)
    await vi.waitFor(() => expect(isAlive(server.pid) && server.pid !== second).toBe(true), 20_000)
    await connection.close()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
  })

  test('that cannot be started again is tried until it can', async () => {
    copyOfMade()
    const lost = vi.fn()
    const server = await startEmbeddedPostgres({ dataDir, log, fast: true, onLost: lost })
    running.add(server)
    const control = join(dataDir, 'postgres/global/pg_control')
    await rename(control, `${control}.away`)
    await killServer(server.pid)
    await vi.waitFor(() => expect(lines.join('')).toContain('could not be started again; trying on'), 20_000)
    await rename(`${control}.away`, control)
    await vi.waitFor(async () => expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]), {
      timeout: 20_000,
      interval: 200,
    })
    expect(lost).not.toHaveBeenCalled()
  })

  test('is used by a role of its own, which is no superuser and owns what there is', async () => {
    copyOfMade()
    const server = await start()
    expect(new URL(server.url).username).toBe('openaccount_server')
    expect(
      await query(server.url, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolcreaterole: false }])
    await query(server.url, 'create extension pg_trgm; create schema pgboss; drop schema pgboss; create table own ()')
    const names = await query(server.url, "select usename from pg_stat_activity where application_name like 'open%'")
    expect(names).toEqual([{ usename: 'openaccount' }])
  })

  test('hands over what an earlier version has made as the superuser', async () => {
    copyOfMade()
    const first = await start()
    const connection = new pg.Client({ connectionString: first.adminUrl })
    await connection.connect()
    // As it was before: everything is the superuser's.
    await connection.query(`drop owned by openaccount_server cascade;
      alter database openaccount owner to openaccount; drop role openaccount_server`)
    await connection.end()
    await migrate({ url: first.adminUrl, log })
    const old = await connectDatabase({ url: first.adminUrl, poolSize: 2, log })
    await (await JobQueue.start({ pool: old.pool, log })).stop()
    await old.pool.query(`create type mood as enum ('ok'); create domain short as text; create type pair as (a int, b int);
      create sequence loose; create view seen as select id from users; create materialized view kept_view as select 1;
      create table parts (id serial, at date) partition by range (at)`)
    await old.close()
    await first.stop()

    const second = await start()
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
    const now = await connectDatabase({ url: second.url, poolSize: 2, log })
    await seedDemo(now.db)
    await (await JobQueue.start({ pool: now.pool, log })).stop()
    await now.pool.query('alter table users add column later integer; drop table parts')
    await now.close()
  })

  test('stays owned when the server drops all its sessions after the crash of one', async () => {
    copyOfMade()
    const server = await start()
    await query(server.adminUrl, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')
    await vi.waitFor(() => expect(lines.join('')).toContain('was taken again'), { timeout: 10_000 })
    await expect(startEmbeddedPostgres({ dataDir, log, fast: true })).rejects.toThrow(
      'is in use by another OpenAccount',
    )
  })

  test('recovers from an initdb that was interrupted, and deletes nothing it has not made', async () => {
    await mkdir(join(dataDir, 'postgres-init-999999999-ab'), { recursive: true })
    await writeFile(join(dataDir, 'postgres-init-999999999-ab', 'PG_VERSION'), '18\n')
    await mkdir(join(dataDir, 'postgres', 'base'), { recursive: true })
    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const names = await readdir(dataDir)
    expect(names).not.toContain('postgres-init-999999999-ab')
    expect(names.filter((name) => name.startsWith('postgres-incomplete-'))).toHaveLength(1)
    expect(lines.join('')).toContain('the database files were incomplete and have been moved aside')
  })

  test('recovers from a start that was killed at any moment of its initdb', async () => {
    for (const step of [/^postgres\.json$/, /^postgres-init-/, /^postgres$/]) {
      const owner = spawn(process.execPath, [OWNER, dataDir], { stdio: 'ignore' })
      await vi.waitFor(async () => expect((await readdir(dataDir)).some((name) => step.test(name))).toBe(true), {
        timeout: 30_000,
        interval: 5,
      })
      await kill(owner)
    }
    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await vi.waitFor(async () => {
      expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
    })
  })

  test('does not touch the files of another major version', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true })
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(
      /was made by PostgreSQL 17, but this OpenAccount brings PostgreSQL 18; nothing was changed/,
    )
    expect(await readdir(dataDir)).toEqual(['postgres'])
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION'])
  })

  test('says which directory cannot be written', async () => {
    await writeFile(dataDir, 'a file where the directory should be')
    await expect(start()).rejects.toThrow(`DATA_DIR ${dataDir} cannot be written (EEXIST)`)
    dataDir = join(dataDir, 'below')
    await expect(start()).rejects.toThrow(`DATA_DIR ${dataDir} cannot be written (ENOTDIR)`)
  })

  test('runs below a directory that its user may not enter, with its files where they may', async () => {
    const shared = await temporaryDirectory()
    cleanUps.push(shared.remove)
    await chmod(directory.path, 0o700)
    const open = () => startEmbeddedPostgres({ dataDir, log, fast: true, sharedDir: join(shared.path, 'shared') })
    const first = await open()
    running.add(first)
    await query(first.url, keep)
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).toContain(new URL(first.url).port)
    await first.stop()
    const second = await open()
    running.add(second)
    expect(await query(second.url, kept)).toEqual([{ answer: 42 }])
    await second.stop()
    if (!underRoot) return
    const target = await readlink(join(dataDir, 'postgres'))
    await rename(target, `${target}.away`)
    await expect(open()).rejects.toThrow(`were in ${target}, which is not there`)
  })

  test('copies its programs to where its user can run them', async () => {
    const shared = await temporaryDirectory()
    cleanUps.push(shared.remove)
    const closed = join(directory.path, 'closed')
    const own = await findBinaries()
    await mkdir(join(closed, 'package'), { recursive: true })
    await chmod(closed, 0o700)
    const native = dirname(dirname(own.postgres))
    for (const part of ['native', 'package.json']) {
      execFileSync('cp', ['-a', join(dirname(native), part), join(closed, 'package')])
    }
    const programs = join(closed, 'package/native/bin')
    const binaries = { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') }
    const context = { user: { uid: 65_533, gid: 65_533 }, sharedDir: join(shared.path, 'shared'), log }
    const copies = await Promise.all([1, 2].map(() => reachableBinaries(binaries, context)))
    expect(copies[0]).toEqual(copies[1])
    expect(await blockedDirectory(copies[0]?.postgres ?? '', context.user)).toBeUndefined()
    const options = underRoot ? context.user : {}
    expect(execFileSync(copies[0]?.postgres ?? '', ['--version'], { ...options, cwd: '/' }).toString()).toMatch(/ 18/)
    expect(await readdir(context.sharedDir)).toHaveLength(1)
    expect(await reachableBinaries(own, { ...context, user: undefined })).toBe(own)
  })

  test('says which directory its user may not enter or write', async () => {
    await mkdir(dataDir)
    if (underRoot) {
      expect((await startOwner(65_534)).said.error).toContain(`DATA_DIR ${dataDir} cannot be written (EACCES)`)
    } else {
      await chmod(dataDir, 0o500)
      await expect(start()).rejects.toThrow(`DATA_DIR ${dataDir} cannot be written (EACCES)`)
    }
  })

  test('never takes files that it may not read for missing ones', async () => {
    copyOfMade()
    const server = await start()
    await server.stop()
    const cluster = join(dataDir, 'postgres')
    if (underRoot) {
      await chown(dataDir, 65_534, 65_534)
      expect((await startOwner(65_534)).said.error).toMatch(/may not be read by this user/)
    } else {
      await chmod(cluster, 0o000)
      await expect(start()).rejects.toThrow(/may not be read by this user/)
      await chmod(cluster, 0o700)
    }
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
    await expect(stat(join(cluster, 'PG_VERSION'))).resolves.toBeDefined()
  })

  test('follows its data directory to another place', async () => {
    copyOfMade()
    const first = await start()
    await query(first.url, keep)
    await first.stop()
    const moved = join(directory.path, 'moved')
    await rename(dataDir, moved)
    dataDir = moved
    expect(await query((await start()).url, kept)).toEqual([{ answer: 42 }])
  })
})

describe('the messages about this machine', () => {
  test('name the platform that has no package', async () => {
    await expect(findBinaries('sunos', 'x64')).rejects.toThrow(
      new EmbeddedPostgresError('there is no embedded PostgreSQL for sunos on x64: set DATABASE_URL'),
    )
  })

  test('name the package that is not installed', async () => {
    const [platform, arch] = process.platform === 'darwin' ? ['linux', 'x64'] : ['darwin', 'arm64']
    await expect(findBinaries(platform, arch)).rejects.toThrow(
      `@embedded-postgres/${platform}-${arch} is not installed`,
    )
  })

  test('name the first directory that a user may not enter', async () => {
    const closed = join(directory.path, 'closed')
    await mkdir(join(closed, 'inner'), { recursive: true })
    await chmod(closed, 0o700)
    const stranger = { uid: 65_533, gid: 65_533 }
    expect(await blockedDirectory(join(closed, 'inner', 'file'), stranger)).toBe(closed)
    expect(await blockedDirectory(closed, stranger)).toBeUndefined()
    expect(await blockedDirectory(closed, undefined)).toBeUndefined()
  })
})
