import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import {
  type ClusterContext,
  checkVersion,
  clusterDirectory,
  ensureCluster,
  prepareDataDirectory,
  removeUnfinished,
  superuserPassword,
} from './cluster.ts'
import { EmbeddedPostgresError } from './error.ts'
import { type Launched, launch } from './launch.ts'
import type { Log } from './log.ts'
import { embeddedUrl, type Ownership, takeOwnership } from './ownership.ts'
import { findPostmaster, isAlive, type Postmaster, sendSignal, stopPostmaster } from './postmaster.ts'
import { databaseUser } from './system-user.ts'

export { EmbeddedPostgresError } from './error.ts'
export type { Log } from './log.ts'

const DATABASE = 'openaccount'
const POLL_MS = 20
const SETTLE_LIMIT_MS = 60_000

export interface EmbeddedOptions {
  /** Where the database files, the password and the server's log are kept; made if it is missing. */
  readonly dataDir: string
  readonly log: Log
  /** For tests: quicker, and unsafe when the machine loses power. */
  readonly fast?: boolean
}

export interface EmbeddedPostgres {
  /** Address of the database, with the superuser's password. */
  readonly url: string
  /** Process id of the database server. */
  readonly pid: number
  /** Stops the server in order; resolves when its process has ended. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of our own in the data directory, making its files at the first start. Exactly one process can own a
 * data directory; a server whose owner was killed is stopped in order and started anew.
 * Throws EmbeddedPostgresError, with a message for the person at the terminal, when the directory is in use by another
 * OpenAccount, cannot be written, belongs to another major version, or the server does not start.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  fast = false,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const context: ClusterContext = {
    dataDir: resolve(dataDir),
    binaries: await findBinaries(),
    user: await databaseUser(clusterDirectory(resolve(dataDir))),
    log,
  }
  await checkVersion(context)
  await prepareDataDirectory(context.dataDir)
  const password = await superuserPassword(context.dataDir)
  await stopAbandonedServer(context, password)
  await ensureCluster(context, password, fast)

  const server = await launch(context, fast)
  if (!server) throw inUse(context.dataDir)
  const ownership = await own(server, password, context)
  await removeUnfinished(context)
  await ensureDatabase(ownership)
  return { url: embeddedUrl(server.port, password, DATABASE), pid: server.pid, stop: supervise(server, ownership, log) }
}

/** The address of the database in a data directory while another process runs it; undefined when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const server = await findPostmaster(clusterDirectory(dataDir))
  return server && embeddedUrl(server.port, await superuserPassword(dataDir), DATABASE)
}

/** Stops a server that outlived its owner. Throws when the owner lives. */
async function stopAbandonedServer({ dataDir, log }: ClusterContext, password: string): Promise<void> {
  const server = await settled(clusterDirectory(dataDir))
  if (!server) return
  const ownership = await takeOwnership(server.port, password, log)
  if (!ownership) throw inUse(dataDir, server.pid)
  log.warn({ pid: server.pid }, 'the embedded PostgreSQL outlived its OpenAccount; stopping it in order')
  await ownership.release()
  await stopPostmaster(server.pid)
}

/** The server that runs on the cluster, once it has finished starting or stopping; undefined when none runs. */
async function settled(cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + SETTLE_LIMIT_MS
  for (;;) {
    const server = await findPostmaster(cluster)
    if (!server || server.status === 'ready') return server
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(`the PostgreSQL on ${cluster} (process ${server.pid}) stays "${server.status}"`)
    }
    await delay(POLL_MS)
  }
}

async function own(server: Launched, password: string, { dataDir, log }: ClusterContext): Promise<Ownership> {
  try {
    const ownership = await takeOwnership(server.port, password, log)
    // A process that started at the same moment has taken the ownership first.
    if (!ownership) throw inUse(dataDir, server.pid)
    return ownership
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError)) await stopPostmaster(server.pid)
    throw error
  }
}

async function ensureDatabase(ownership: Ownership): Promise<void> {
  const client = ownership.client()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
}

/**
 * Watches the server: logs an unexpected end, and tells it to stop when this process exits without having stopped it.
 * Gives the function that stops it in order.
 */
function supervise({ child, pid }: Launched, ownership: Ownership, log: Log): () => Promise<void> {
  let stopped: Promise<void> | undefined
  const onProcessExit = () => sendSignal(pid, 'SIGINT')
  process.once('exit', onProcessExit)
  child.once('exit', (code, signal) => {
    process.removeListener('exit', onProcessExit)
    if (stopped) return
    log.error({ pid, code, signal }, 'the embedded PostgreSQL has ended unexpectedly; restart OpenAccount')
    void ownership.release()
  })

  async function stop(): Promise<void> {
    await ownership.release()
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.ref()
    await Promise.race([exit, stopPostmaster(pid)])
    if (isAlive(pid)) await exit
  }

  return () => {
    stopped ??= stop()
    return stopped
  }
}

function inUse(dataDir: string, pid?: number): EmbeddedPostgresError {
  const which = pid ? ` (its database is process ${pid})` : ''
  return new EmbeddedPostgresError(
    `DATA_DIR ${dataDir} is in use by another OpenAccount${which}: stop that one, or choose another DATA_DIR`,
  )
}
