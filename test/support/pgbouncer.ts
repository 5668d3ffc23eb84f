import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { temporaryDirectory } from '../setup/temporary.ts'
import { freePort } from './process.ts'

/** Debian's, or another one that PGBOUNCER names: `global.ts` sends whole test servers through that. */
const program = process.env.PGBOUNCER ?? '/usr/sbin/pgbouncer'

/** A PgBouncer before a PostgreSQL, which hands connections on between transactions. */
export interface PgBouncer {
  /** Whether it keeps prepared statements for its clients, as 1.21 and newer can. */
  readonly knowsPrepared: boolean
  /** The same database by way of it. */
  through(databaseUrl: string): string
  /** Says something to its console: `pause`, `resume`, `reconnect`, `kill …`. */
  tell(command: string): Promise<Record<string, unknown>[]>
  /** Ends it at once, with whatever is under way. */
  kill(): Promise<void>
  /** Starts it again on its port. */
  start(): Promise<void>
  close(): Promise<void>
}

interface PgBouncerSettings {
  /** Connections to each database; few, so that nodes meet each other's. */
  readonly poolSize?: number
  readonly mode?: 'transaction' | 'session'
  /** Further lines of its configuration. */
  readonly lines?: readonly string[]
}

/** @throws when there is no PgBouncer on this machine */
export async function startPgBouncer(serverUrl: string, settings: PgBouncerSettings = {}): Promise<PgBouncer> {
  if (!existsSync(program))
    throw new Error(`There is no ${program}. Install it (on Debian: apt-get install pgbouncer).`)
  const { poolSize = 4, mode = 'transaction', lines = [] } = settings
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? []
  const knowsPrepared = Number(major) > 1 || Number(minor) >= 21
  const [port, directory] = [await freePort(), await temporaryDirectory()]
  const { hostname, port: serverPort, username, password } = new URL(serverUrl)
  const file = join(directory.path, 'pgbouncer.ini')
  // It does not run as root; the databases' own user, whom tests have made, will do.
  const user = process.getuid?.() === 0 ? ['user = postgres'] : []
  await writeFile(
    file,
    [
      '[databases]',
      `* = host=${hostname} port=${serverPort} user=${username} password=${decodeURIComponent(password)}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      `admin_users = pgbouncer,${username}`,
      `pool_mode = ${mode}`,
      `default_pool_size = ${poolSize}`,
      'max_client_conn = 500',
      'ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout',
      ...(knowsPrepared ? ['max_prepared_statements = 300'] : []),
      ...user,
      ...lines,
    ].join('\n'),
  )
  await chmod(directory.path, 0o755)
  const address = (databaseUrl: string) => {
    const url = new URL(databaseUrl)
    url.host = `127.0.0.1:${port}`
    return url.href
  }
  const tell: PgBouncer['tell'] = async (command) => {
    const client = new pg.Client({ connectionString: new URL('/pgbouncer', address(serverUrl)).href })
    client.on('error', () => {})
    await client.connect()
    try {
      const { rows } = await client.query(command)
      return rows ?? []
    } finally {
      await client.end()
    }
  }
  let running: { kill(): Promise<void> } | undefined
  const start = async () => {
    const child = spawn(program, ['-q', file], { stdio: 'ignore' })
    const ended = once(child, 'exit')
    running = {
      kill: async () => {
        child.kill('SIGKILL')
        await ended
      },
    }
    const deadline = Date.now() + 10_000
    while (!(await tell('show version').catch(() => undefined))) {
      if (Date.now() > deadline) throw new Error('PgBouncer does not start')
      await setTimeout(20)
    }
  }
  await start()
  const kill = async () => {
    await running?.kill()
    running = undefined
  }
  return {
    knowsPrepared,
    through: address,
    tell,
    kill,
    start,
    close: async () => {
      await kill()
      await directory.remove()
    },
  }
}
