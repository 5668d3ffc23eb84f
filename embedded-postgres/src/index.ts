import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import {
  type ClusterContext,
  checkVersion,
  clusterDirectory,
  clusterVersion,
  ensureCluster,
  prepareDataDirectory,
  removeUnfinished,
  superuserPassword,
} from './cluster.ts'
import { EmbeddedPostgresError } from './error.ts'
import { type Launched, launch } from './launch.ts'
import type { Log } from './log.ts'
import { embeddedUrl, type Ownership, takeOwnership } from './ownership.ts'
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { DATABASE, prepareDatabase, roleUrl } from './role.ts'
import { reachableBinaries, SHARED_DIRECTORY } from './shared.ts'
import { supervise } from './supervision.ts'
import { databaseUser } from './system-user.ts'

export { EmbeddedPostgresError } from './error.ts'
export type { Log } from './log.ts'

const POLL_MS = 20
const SETTLE_LIMIT_MS = 60_000

export interface EmbeddedOptions {
  /** Where the database files, the password and the server's log are kept; made if it is missing. */
  readonly dataDir: string
  readonly log: Log
  /** For tests: quicker, and unsafe when the machine loses power. */
  readonly fast?: boolean
  /** Under root, where what the database's user could not reach otherwise is put. */
  readonly sharedDir?: string
  /** Called when the server has ended and could not be brought back: nothing works without it. */
  readonly onLost?: (error: Error) => void
}

export interface EmbeddedPostgres {
  /** Address of the database for the role that owns it. */
  readonly url: string
  /** The same for the superuser. */
  readonly adminUrl: string
  /** Process id of the database server; another one after it has been started again. */
  readonly pid: number
  /** Stops the server in order; resolves when its process has ended. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of our own in the data directory, making its files at the first start. Exactly one process can own a
 * data directory; a server whose owner was killed is stopped in order and started anew. One that dies is started again, on the
 * same port.
 * Throws EmbeddedPostgresError, with a message for the person at the terminal, when the directory is in use by another
 * OpenAccount, cannot be written, belongs to another major version, or the server does not start.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  fast = false,
  sharedDir = SHARED_DIRECTORY,
  onLost = (err) => log.error({ err }, 'the embedded PostgreSQL is lost'),
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const surroundings = {
    dataDir: resolve(dataDir),
    user: await databaseUser(clusterDirectory(resolve(dataDir))),
    sharedDir,
    log,
  }
  await prepareDataDirectory(surroundings.dataDir)
  const version = await clusterVersion(surroundings.dataDir)
  const context: ClusterContext = {
    ...surroundings,
    binaries: await reachableBinaries(await findBinaries(), surroundings),
  }
  await checkVersion(context, version)
  const password = await superuserPassword(context.dataDir)
  await stopAbandonedServer(context, password)
  await ensureCluster(context, password, fast)

  const server = await launch(context, fast)
  if (!server) throw inUse(context.dataDir)
  const ownership = await own(server, password, context)
  await removeUnfinished(context)
  const supervision = supervise(server, { context, fast, ownership, onLost })
  try {
    await prepareDatabase(ownership.client(), server.port, password)
  } catch (error) {
    await supervision.stop()
    throw error
  }
  return {
    url: roleUrl(server.port, password),
    adminUrl: embeddedUrl(server.port, password, DATABASE),
    get pid() {
      return supervision.pid()
    },
    stop: supervision.stop,
  }
}

/** The address of the database in a data directory while another process runs it; undefined when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const server = await findPostmaster(clusterDirectory(dataDir))
  return server && roleUrl(server.port, await superuserPassword(dataDir))
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

function inUse(dataDir: string, pid?: number): EmbeddedPostgresError {
  const which = pid ? ` (its database is process ${pid})` : ''
  return new EmbeddedPostgresError(
    `DATA_DIR ${dataDir} is in use by another OpenAccount${which}: stop that one, or choose another DATA_DIR`,
  )
}
