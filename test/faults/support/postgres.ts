import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'
import { findBinaries } from '../../../embedded-postgres/src/binaries.ts'
import {
  type ClusterContext,
  clusterDirectory,
  ensureCluster,
  programEnvironment,
  superuserPassword,
} from '../../../embedded-postgres/src/cluster.ts'
import { embeddedUrl } from '../../../embedded-postgres/src/ownership.ts'
import { prepareDatabase, roleUrl } from '../../../embedded-postgres/src/role.ts'
import { reachableBinaries, SHARED_DIRECTORY } from '../../../embedded-postgres/src/shared.ts'
import { databaseUser } from '../../../embedded-postgres/src/system-user.ts'
import { createLogger } from '../../../server/log/log.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { freePort } from '../../support/process.ts'

/** How a PostgreSQL of a test is made. */
export interface PostgresSettings {
  /** Where its files are; a new directory unless told. */
  readonly dataDir?: string
  /** Settings beside its own, such as `max_connections=30`. */
  readonly settings?: readonly string[]
  /** Variables of its environment, such as a clock of its own. */
  readonly env?: Readonly<Record<string, string>>
}

/** What is committed is written, so that it outlives the server; that it outlives the machine costs time that no test needs. */
const ownSettings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'timezone=UTC']

/** A PostgreSQL that belongs to one test, which may do anything to it. Nobody brings it back but the test. */
export class OwnPostgres {
  /** Address of the database for the role that owns it. */
  readonly url: string
  /** The same for the superuser. */
  readonly adminUrl: string
  readonly #begin: () => ChildProcess
  readonly #remove: () => Promise<void>
  #process: ChildProcess
  #ended: Promise<unknown>
  #said = ''

  private constructor(urls: { url: string; adminUrl: string }, begin: () => ChildProcess, remove: () => Promise<void>) {
    this.url = urls.url
    this.adminUrl = urls.adminUrl
    this.#begin = begin
    this.#remove = remove
    this.#process = begin()
    this.#ended = this.#watch()
  }

  static async start({ dataDir, settings = [], env = {} }: PostgresSettings = {}): Promise<OwnPostgres> {
    const own = dataDir === undefined ? await temporaryDirectory() : undefined
    const directory = dataDir ?? own?.path ?? ''
    const log = createLogger({ level: 'silent' })
    const user = await databaseUser(clusterDirectory(directory))
    const surroundings = { dataDir: directory, user, sharedDir: SHARED_DIRECTORY, log }
    const binaries = await reachableBinaries(await findBinaries(), surroundings)
    const context: ClusterContext = { ...surroundings, binaries }
    const password = await superuserPassword(directory)
    await ensureCluster(context, password, true)
    const files = await realpath(clusterDirectory(directory))
    const port = await freePort()
    const args = [...ownSettings, ...settings].flatMap((setting) => ['-c', setting])
    const begin = () =>
      spawn(binaries.postgres, ['-D', files, '-p', String(port), ...args], {
        ...user,
        cwd: '/',
        env: { ...programEnvironment(), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    const urls = { url: roleUrl(port, password), adminUrl: embeddedUrl(port, password, 'postgres') }
    const postgres = new OwnPostgres(urls, begin, async () => own?.remove())
    await postgres.answers()
    const admin = await postgres.connect(urls.adminUrl)
    await prepareDatabase(admin, port, password).finally(() => admin.end())
    return postgres
  }

  #watch(): Promise<unknown> {
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (part) => {
        this.#said = `${this.#said}${part}`.slice(-20_000)
      })
    return once(this.#process, 'close')
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  /** The end of its log. */
  get said(): string {
    return this.#said
  }

  /** Whether its process has ended. */
  get isOver(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }

  /** Resolves when it takes connections. */
  async answers(): Promise<void> {
    await vi.waitFor(
      async () => {
        if (this.isOver) throw new Error(`PostgreSQL has ended: ${this.#said}`)
        await (await this.connect(this.adminUrl)).end()
      },
      { timeout: 30_000, interval: 50 },
    )
  }

  /** @param how SIGINT ends it in order, without waiting for clients; SIGQUIT and SIGKILL at once */
  async end(how: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    this.#process.kill(how)
    await this.#ended
  }

  async startAgain(): Promise<void> {
    await vi.waitFor(
      async () => {
        if (this.isOver) {
          this.#process = this.#begin()
          this.#ended = this.#watch()
        }
        await this.answers()
      },
      { timeout: 60_000, interval: 300 },
    )
  }

  /** Lets it stand still, every one of its processes; connections to it stay. */
  async pause(): Promise<void> {
    for (const pid of [this.pid, ...(await this.processes())]) signal(pid, 'SIGSTOP')
  }

  async resume(): Promise<void> {
    for (const pid of [...(await this.processes()), this.pid]) signal(pid, 'SIGCONT')
  }

  async processes(): Promise<number[]> {
    const children = await readFile(join('/proc', String(this.pid), 'task', String(this.pid), 'children'), 'utf8')
    return children.trim().split(' ').filter(Boolean).map(Number)
  }

  /** A connection; the caller ends it. */
  async connect(url = this.adminUrl): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    await client.connect()
    return client
  }

  /** One statement as the superuser in the database of the server. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const address = new URL(this.adminUrl)
    address.pathname = new URL(this.url).pathname
    const client = await this.connect(address.href)
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      await client.end()
    }
  }

  /** Ends it, whatever state it is in, and removes what is its own. */
  async close(): Promise<void> {
    if (!this.isOver) {
      await this.resume()
      await this.end('SIGQUIT')
    }
    await this.#remove()
  }
}

/** Sends a signal to a process that may have ended meanwhile, as backends do. */
function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
