import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EmbeddedPostgresError, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { createApp } from './app.ts'
import { ConfigError, loadConfig } from './config/config.ts'
import { loadSecretKey } from './crypto/installation-key.ts'
import { connectDatabase } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { answerClientErrors, serverOptions } from './errors/client-error.ts'
import { createLogger } from './log/log.ts'
import { demoUsers, seedDemo } from './seed/demo.ts'

/** How long requests under way are waited for at a stop, in milliseconds. */
const stopLimit = 15_000

const config = readConfig()
const log = createLogger({ level: config.logLevel })
const cleanUps: (() => Promise<unknown>)[] = []
let stopping = false
/** What a stop does before it undoes the start; there is something once the server listens. */
let beforeStop = () => {}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
try {
  await start()
} catch (error) {
  // A start that is being stopped fails by that.
  if (stopping) await new Promise(() => {})
  await cleanUp()
  // What a person can mend is told in one line; anything else keeps its stack for whoever looks into it.
  if (error instanceof EmbeddedPostgresError || error instanceof ConfigError || isListenError(error))
    fail(explain(error))
  throw error
}

async function start(): Promise<void> {
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase())
  await migrate({ url: databaseUrl, log })
  const database = await connectDatabase({ url: databaseUrl, poolSize: config.databasePoolSize, log })
  cleanUps.unshift(database.close)
  if (config.seed === 'demo') await seedDemo(database.db)
  const secret = await loadSecretKey(config)
  // Demo mode is development: an answer that breaks the contract has to be seen.
  const strictResponses = config.seed === 'demo'
  const app = await createApp({ config, database, databaseUrl, secret, log, strictResponses })
  cleanUps.unshift(app.close)

  const server = createServer(serverOptions, app.handle)
  answerClientErrors(server, app.shape, config.publicUrl)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  cleanUps.unshift(() => new Promise((resolve) => server.close(resolve)))
  announce(server.address() as AddressInfo)
  // Nobody waits for it: what is asked for before it is compiled is compiled then.
  app.warmUp().catch((error: unknown) => log.error({ err: error }, 'the contract could not be compiled'))
  beforeStop = () => {
    app.drain()
    // A connection whose request ends from now on would be kept alive; a request that never ends is cut off.
    setInterval(() => server.closeIdleConnections(), 100)
    setTimeout(() => server.closeAllConnections(), stopLimit)
  }
}

async function stop(signal: string): Promise<void> {
  stopping = true
  log.info({ signal }, 'stopping')
  beforeStop()
  await cleanUp()
  process.exit(0)
}

async function startOwnDatabase(): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  cleanUps.unshift(postgres.stop)
  return postgres.url
}

/** Undoes what was started, the latest first. */
async function cleanUp(): Promise<void> {
  for (const undo of cleanUps.splice(0)) {
    await undo().catch((error: unknown) => log.error({ err: error }, 'a part did not stop in order'))
  }
}

function announce({ port }: AddressInfo): void {
  console.log(`OpenAccount ready at ${config.publicUrl}`)
  if (config.seed !== 'demo') return
  const people = demoUsers.map(({ userName, password }) => `${userName} / ${password}`).join(', ')
  console.log(`Sign in at ${config.publicUrl}/Account/Login as ${people}. Stop with Ctrl-C.`)
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

function explain(error: Error & { code?: string }): string {
  if (error.code === 'EADDRINUSE')
    return `PORT ${config.port} is in use on ${config.host}: stop what runs there, or set PORT`
  if (error.code === 'EACCES') return `PORT ${config.port} may not be used by this user: set PORT to 1024 or higher`
  return error.message
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
