import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, open, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { findBinaries } from '../../embedded-postgres/src/binaries.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createLogger } from '../../server/log/log.ts'
import type { TestDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { freePort } from './process.ts'

const run = promisify(execFile)
const log = createLogger({ level: 'silent' })

/** A migrated database on a PostgreSQL of its own, and a streaming replica of that. */
export interface ReplicatedDatabase {
  readonly database: TestDatabase
  readonly replicaUrl: string
  /** Runs a statement on the replica, as its superuser. */
  onReplica(text: string): Promise<pg.QueryResult>
  /** Runs a statement on the primary, as its superuser. */
  onPrimary(text: string): Promise<pg.QueryResult>
  /** Lets the replica receive changes and not show them. */
  pause(): Promise<unknown>
  resume(): Promise<unknown>
  /** Waits until the replica has whatever the primary has. */
  caughtUp(): Promise<void>
  /** Does something while nothing is done before the replica has it and shows it. */
  inStep(work: () => Promise<void>): Promise<void>
  /** Ends the replica's processes at once. */
  killReplica(): Promise<void>
  startReplica(): Promise<void>
  /** Stops or lets go on all of the replica's processes. */
  signalReplica(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void>
  close(): Promise<void>
}

export async function startReplicatedDatabase(): Promise<ReplicatedDatabase> {
  const [first, second, port] = await Promise.all([temporaryDirectory(), temporaryDirectory(), freePort()])
  const primary = await startEmbeddedPostgres({ dataDir: first.path, log, fast: true })
  await migrate({ url: primary.url, log })
  const admin = new pg.Client({ connectionString: primary.adminUrl })
  await admin.connect()
  // Counts where there is somebody to wait for, see `inStep`.
  await admin.query(`alter role ${new URL(primary.url).username} set synchronous_commit = remote_apply`)
  const connection = await connectDatabase({ url: primary.url, poolSize: 10, log })
  const at = (address: string) => {
    const url = new URL(address)
    url.port = String(port)
    return url.href
  }

  // A copy of the files while the server runs, as pg_basebackup makes one: the program itself is not among the embedded ones.
  const files = join(second.path, 'files')
  const source = await realpath(join(first.path, 'postgres'))
  await admin.query(`select pg_backup_start('replica', true)`)
  await run('cp', ['-a', source, files])
  const { rows } = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  await rm(join(files, 'postmaster.pid'), { force: true })
  const { uid, gid } = await stat(source)
  for (const [name, text] of [
    ['backup_label', rows[0]?.labelfile ?? ''],
    ['standby.signal', ''],
  ] as const) {
    await writeFile(join(files, name), text)
    await chown(join(files, name), uid, gid)
  }
  const { username, password, port: primaryPort } = new URL(primary.adminUrl)
  const settings = join(files, 'postgresql.auto.conf')
  const conninfo = `host=127.0.0.1 port=${primaryPort} user=${username} password=${password}`
  await writeFile(settings, `${await readFile(settings, 'utf8')}primary_conninfo = '${conninfo}'\n`)

  const { postgres } = await findBinaries()
  const user = process.getuid?.() === 0 ? { uid, gid } : {}
  let child: ChildProcess | undefined
  const ask = async (url: string, text: string) => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    await client.connect()
    return await client.query(text).finally(() => client.end())
  }
  const onReplica = (text: string) => ask(at(primary.adminUrl), text)
  const onPrimary = (text: string) => ask(primary.adminUrl, text)
  const startReplica = async () => {
    const output = await open(join(second.path, 'postgres.log'), 'a')
    const options = ['max_connections=400', 'fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
    const started = spawn(postgres, ['-D', files, '-p', String(port), ...options.flatMap((option) => ['-c', option])], {
      ...user,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    await output.close()
    child = started
    for (;;) {
      if (started.exitCode !== null) throw new Error(await readFile(join(second.path, 'postgres.log'), 'utf8'))
      if (await onReplica('select 1').catch(() => undefined)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const inStep = async (work: () => Promise<void>) => {
    const follow = async (names: string) => {
      await onPrimary(`alter system set synchronous_standby_names = '${names}'`)
      await onPrimary('select pg_reload_conf()')
    }
    await follow('*')
    await work().finally(() => follow(''))
  }
  const killReplica = async () => {
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    for (const pid of await processes()) kill(pid, 'SIGKILL')
    await ended
  }
  /** The server and those that it has started. */
  const processes = async () => {
    const { stdout } = await run('pgrep', ['-P', String(child?.pid)]).catch(() => ({ stdout: '' }))
    return [Number(child?.pid), ...stdout.trim().split('\n').filter(Boolean).map(Number)]
  }
  const caughtUp = async () => {
    const { rows } = await onPrimary('select pg_current_wal_insert_lsn()::text as position')
    for (;;) {
      const reached = `select pg_last_wal_replay_lsn() >= '${rows[0].position}' as reached`
      if ((await onReplica(reached)).rows[0].reached) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await startReplica()
  return {
    database: { url: primary.url, db: connection.db, pool: connection.pool, close: async () => {} },
    replicaUrl: at(primary.url),
    onReplica,
    onPrimary,
    pause: () => onReplica('select pg_wal_replay_pause()'),
    resume: () => onReplica('select pg_wal_replay_resume()'),
    caughtUp,
    inStep,
    killReplica,
    startReplica,
    signalReplica: async (signal) => {
      for (const pid of await processes()) kill(pid, signal)
    },
    close: async () => {
      await killReplica()
      await admin.end()
      await connection.close()
      await primary.stop()
      await Promise.all([first.remove(), second.remove()])
    },
  }
}

/** A process that has ended meanwhile is no fault. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {}
}
