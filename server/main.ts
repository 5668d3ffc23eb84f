import cluster from 'node:cluster'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import express from 'express'
import { createApp } from './app.ts'
import { ConfigError, loadConfig } from './config/config.ts'
import { makeConnectors } from './connectors/connectors.ts'
import { loadSecretKey } from './crypto/installation-key.ts'
import { connectDatabase } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { refusePooler } from './db/pooler.ts'
import { Replica } from './db/replica.ts'
import { makeDocsSite } from './docs-site.ts'
import { answerClientErrors, serverOptions } from './errors/client-error.ts'
import { createLogger } from './log/log.ts'
import { figuresOfWorkers, shareFigures } from './log/worker-metrics.ts'
import { metricsHandler } from './operational.ts'
import { demoUsers, seedDemo } from './seed/demo.ts'
import { startTracing } from './tracing/start.ts'
import { startWorkers, WorkerFailure, type WorkerReady } from './workers.ts'

/** How long requests under way are waited for at a stop, in milliseconds. */
const requestLimit = 15_000
/** How long a stop takes at most, behind the drain, whatever hangs: less than the 30 s that supervisors wait. */
const stopLimit = 25_000
/** EX_TEMPFAIL of sysexits.h: nothing is wrong with the call, start it again. */
const tryAgain = 75

const config = readConfig()
const log = createLogger({ level: config.logLevel })
const cleanUps: (() => Promise<unknown>)[] = []
let stopping = false
/** The server once it listens. */
let listening: { drain(): void; hurry(): void } | undefined
/** Ends the drain of a stop. */
const noDrain = new AbortController()

// npm hands signals on that the terminal has sent to all already: whatever comes second does not undo the order of a stop.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
try {
  await start()
} catch (error) {
  // A start that is being stopped fails by that.
  if (stopping) await new Promise(() => {})
  await cleanUp()
  // What a person can mend is told in one line; anything else keeps its stack for whoever looks into it.
  if (
    error instanceof EmbeddedPostgresError ||
    error instanceof ConfigError ||
    error instanceof WorkerFailure ||
    isListenError(error)
  )
    fail(explain(error))
  throw error
}

async function start(): Promise<void> {
  // `npm start` has the site made meanwhile; whoever starts this program by itself brings it along, or goes without.
  const docs = process.argv.includes('--docs') ? makeDocsSite(log) : undefined
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase())
  await (config.workers > 1 ? startAll(databaseUrl, docs) : startOne(databaseUrl, docs))
}

/** Starts the processes that answer; this one keeps what they share. */
async function startAll(databaseUrl: string, docs: Promise<void> | undefined): Promise<void> {
  const secret = await loadSecretKey(config)
  await docs
  const workers = await startWorkers({
    count: config.workers,
    log,
    env: { WORKERS: '1', DATABASE_URL: databaseUrl, SEED: config.seed, SECRET_KEY: secret.toString('base64') },
  })
  cleanUps.unshift(workers.stop)
  if (config.metricsPort !== undefined) {
    const handle = express().get('/metrics', metricsHandler(figuresOfWorkers()))
    await open(createServer(serverOptions, handle), config.metricsPort)
  }
  announce(config.port, workers.application)
}

/** Answers requests in this process. */
async function startOne(databaseUrl: string, docs: Promise<void> | undefined): Promise<void> {
  // Session locks and notifications need a connection that nobody else is handed meanwhile.
  const directUrl = config.databaseDirectUrl ?? databaseUrl
  const { databasePoolSize: poolSize, databasePrepared: prepared, databaseReplicaUrl: replicaUrl } = config
  await refusePooler({ url: databaseUrl, directUrl, replicaUrl, prepared })
  await migrate({ url: directUrl, log })
  const tracing = await startTracing(config, log)
  if (tracing) cleanUps.unshift(tracing.close)
  const onStatement = tracing?.statement
  const database = await connectDatabase({ url: databaseUrl, poolSize, prepared, log, onStatement })
  cleanUps.unshift(database.close)
  const replica =
    replicaUrl === undefined
      ? undefined
      : await Replica.open({ url: replicaUrl, poolSize, prepared, log, onStatement, primary: database.db })
  if (replica) cleanUps.unshift(() => replica.close())
  const application = config.seed === 'demo' ? await seedDemo(database.db) : undefined
  const secret = await loadSecretKey(config)
  // Demo mode is development: an answer that breaks the contract has to be seen.
  const strictResponses = config.seed === 'demo'
  const connectors = makeConnectors(config)
  const app = await createApp({
    config,
    database,
    replica,
    directUrl,
    secret,
    log,
    connectors,
    strictResponses,
    tracing,
    docs,
  })
  cleanUps.unshift(app.close)

  const server = createServer(serverOptions, app.handle)
  answerClientErrors(server, app.shape, config.publicUrl, log)
  await open(server, config.port)
  if (cluster.isWorker) {
    shareFigures(app.metrics.registry)
    process.send?.({ application } satisfies WorkerReady)
  } else {
    if (config.metricsPort !== undefined) await open(createServer(serverOptions, app.handleMetrics), config.metricsPort)
    announce((server.address() as AddressInfo).port, application)
  }
  // Nobody waits for it: what is asked for before it is compiled is compiled then.
  app.warmUp().catch((error: unknown) => log.error({ err: error }, 'the contract could not be compiled'))
  listening = {
    drain: app.drain,
    hurry: () => {
      app.endStreams()
      // A connection whose request ends from now on would be kept alive; a request that never ends is cut off.
      setInterval(() => server.closeIdleConnections(), 100)
      setTimeout(() => server.closeAllConnections(), requestLimit)
    },
  }
}

/** Lets a server listen; a stop closes it. */
async function open(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, config.host, resolve)
  })
  cleanUps.unshift(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      }),
  )
}

async function stop(signal: string): Promise<void> {
  if (stopping) return noDrain.abort()
  stopping = true
  log.info({ signal }, 'stopping')
  // Workers drain by themselves; whoever stops it at a terminal is no load balancer.
  const drain = listening && signal === 'SIGTERM' ? config.drainSeconds * 1_000 : 0
  setTimeout(
    () => {
      log.error('the stop took too long; what hangs is left behind')
      process.exit(1)
    },
    config.drainSeconds * 1_000 + stopLimit,
  )
  listening?.drain()
  await delay(drain, undefined, { signal: noDrain.signal }).catch(() => {})
  listening?.hurry()
  await cleanUp()
  process.exit(0)
}

async function startOwnDatabase(): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    onLost: (error) => {
      log.fatal({ err: error }, 'the embedded PostgreSQL cannot be brought back')
      process.exit(tryAgain)
    },
  })
  cleanUps.unshift(postgres.stop)
  return postgres.url
}

/** Undoes what was started, the latest first. */
async function cleanUp(): Promise<void> {
  for (const undo of cleanUps.splice(0)) {
    await undo().catch((error: unknown) => log.error({ err: error }, 'a part did not stop in order'))
  }
}

/** @param application the id of the OneAccess application, in demo mode */
function announce(port: number, application: string | undefined): void {
  console.log(`OpenAccount ready at ${config.publicUrl}`)
  if (application === undefined) return
  const people = demoUsers.map(({ userName, password }) => `${userName} / ${password}`).join(', ')
  console.log(`Sign in at ${config.publicUrl}/Account/Login as ${people}. Stop with Ctrl-C.`)
  console.log(`The id of the OneAccess application is ${application}.`)
  if (!/^http:/.test(config.publicUrl)) {
    log.warn('demo accounts with published passwords are in; set SEED=none before others can reach this server')
  }
  if (!config.publicUrl.endsWith(`:${port}`)) console.log(`Listening on port ${port}.`)
}

function readConfig() {
  try {
    return loadConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message)
    throw error
  }
}

function isListenError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen'
}

function explain(error: Error & { code?: string; port?: number }): string {
  const { port = config.port } = error
  const variable = port === config.port ? 'PORT' : 'METRICS_PORT'
  if (error.code === 'EADDRINUSE')
    return `${variable} ${port} is in use on ${config.host}: stop what runs there, or set ${variable}`
  if (error.code === 'EACCES')
    return `${variable} ${port} may not be used by this user: set ${variable} to 1024 or higher`
  return error.message
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
