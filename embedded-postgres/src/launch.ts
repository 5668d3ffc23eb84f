import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type ClusterContext, clusterDirectory, programEnvironment } from './cluster.ts'
import { EmbeddedPostgresError } from './error.ts'
import { findPostmaster, type Postmaster, readPidFile } from './postmaster.ts'

const POLL_MS = 20
const READY_LIMIT_MS = 120_000
const ATTEMPTS = 5
const RETRY_MS = 300
const LARGEST_LOG_BYTES = 1_000_000

/** A server process that this process has started. */
export interface Launched extends Postmaster {
  readonly child: ChildProcess
}

/** Settings of every server. Its log must not contain values of rows. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'logging_collector=off',
  'log_checkpoints=off',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'timezone=UTC',
  'log_timezone=UTC',
]
/** For tests: a crash of the machine may lose everything, and many servers share it. */
const FAST_SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=400']

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections. It gets its own process group, so that a Ctrl-C
 * in the terminal reaches only OpenAccount, which then stops it in order. Gives undefined when another server already runs
 * on the cluster. Throws EmbeddedPostgresError with the end of the server's log when it does not start.
 * @param port where it listens; any free one unless told
 */
export async function launch(context: ClusterContext, fast: boolean, port?: number): Promise<Launched | undefined> {
  const cluster = clusterDirectory(context.dataDir)
  const log = join(context.dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    await removeStalePidFile(context, cluster)
    await keepLogSmall(log)
    const from = await size(log)
    const child = await spawnServer(context, cluster, log, port ?? (await freePort()), fast)
    const ready = await untilReady(child, cluster)
    if (ready) return { ...ready, child }
    const said = (await readFile(log)).subarray(from).toString('utf8').trim()
    if (await findPostmaster(cluster)) return undefined
    // Worth another try: somebody took the port meanwhile, or the last sessions of a killed server have not ended yet.
    const passing = /address already in use|still in use|could not create any TCP/i.test(said)
    if (!passing || attempt === ATTEMPTS) {
      throw new EmbeddedPostgresError(`the embedded PostgreSQL did not start; ${log} ends with: ${lastLines(said)}`)
    }
    await delay(RETRY_MS)
  }
}

/** PostgreSQL itself removes a pid file whose process is dead, but not one whose pid now belongs to someone else. */
async function removeStalePidFile({ log }: ClusterContext, cluster: string): Promise<void> {
  const written = await readPidFile(cluster)
  if (!written || (await findPostmaster(cluster))) return
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  log.info({ pid: written.pid }, 'removed the pid file of a database process that has died')
}

async function spawnServer(
  { binaries, user }: ClusterContext,
  cluster: string,
  log: string,
  port: number,
  fast: boolean,
): Promise<ChildProcess> {
  const settings = [...SETTINGS, ...(fast ? FAST_SETTINGS : [])].flatMap((setting) => ['-c', setting])
  const output = await open(log, 'a', 0o600)
  try {
    // The real path: what leads to it may be closed to the database's user (shared.ts).
    const child = spawn(binaries.postgres, ['-D', await realpath(cluster), '-p', String(port), ...settings], {
      ...user,
      cwd: '/',
      env: programEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    await once(child, 'spawn')
    child.unref()
    return child
  } finally {
    await output.close()
  }
}

/** Waits until the server is ready and gives what its pid file says; undefined when it ends before. */
async function untilReady(child: ChildProcess, cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (child.exitCode === null && child.signalCode === null) {
    const written = await readPidFile(cluster)
    if (written?.pid === child.pid && written?.status === 'ready') return written
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new EmbeddedPostgresError(`the embedded PostgreSQL was not ready after ${READY_LIMIT_MS / 1000} s`)
    }
    await delay(POLL_MS)
  }
  return undefined
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new EmbeddedPostgresError('the system gave no free port')
  return address.port
}

async function keepLogSmall(log: string): Promise<void> {
  if ((await size(log)) > LARGEST_LOG_BYTES) await rename(log, `${log}.1`)
}

async function size(path: string): Promise<number> {
  return await stat(path).then(
    (found) => found.size,
    () => 0,
  )
}

function lastLines(text: string): string {
  return text.split('\n').slice(-4).join(' ') || '(nothing)'
}
