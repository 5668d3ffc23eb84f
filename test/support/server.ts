import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type App, createApp } from '../../server/app.ts'
import { type Config, loadConfig } from '../../server/config/config.ts'
import { makeConnectors } from '../../server/connectors/connectors.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { Replica } from '../../server/db/replica.ts'
import type { CaptchaLimits } from '../../server/domain/captchas/captchas.ts'
import type { KeySchedule } from '../../server/domain/keys/key-ring.ts'
import type { SignInLimits } from '../../server/domain/sign-in/limits.ts'
import type { SendLimits } from '../../server/domain/verification-codes/limits.ts'
import { answerClientErrors, serverOptions } from '../../server/errors/client-error.ts'
import { createLogger } from '../../server/log/log.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import type { Tracing } from '../../server/tracing/tracing.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { collectStatements } from './collected-statements.ts'
import { type Installation, installation } from './installation.ts'

/** A whole server with a database of its own, listening on a free port. */
export interface TestServer extends Installation {
  readonly app: App
  /** Where it keeps files; the same for all nodes of an installation. */
  readonly dataDir: string
  close(): Promise<void>
}

interface TestServerSettings {
  /** What is left out is wide. */
  signInLimits?: Partial<SignInLimits>
  keySchedule?: KeySchedule
  /** Milliseconds between two looks at the open message streams. */
  messageBeat?: number
  /** The installation's secret, where commands are to have the same: they take none that is not random. */
  secret?: Buffer
  /** How long an application may take to answer an event, in milliseconds. */
  eventPatience?: number
  /** The address of the connection for notifications, when it is another. */
  directUrl?: string
  /** What another server is that replicates the database's. */
  replicaUrl?: string
  /** A migrated database to work with; one of its own by default. */
  database?: TestDatabase
  /** Another node of the same installation: the same database, another port, the same issuer. */
  beside?: TestServer
  /** What follows requests; nothing by default. */
  tracing?: Tracing
  /** Value for Express' `trust proxy`; none by default. */
  trustProxy?: Config['trustProxy']
  /** Further variables of the environment; `SEED=none` does without demo mode. */
  env?: NodeJS.ProcessEnv
  /** What is left out is wide. */
  sendLimits?: Partial<SendLimits>
  /** What is left out is wide. */
  captchaLimits?: Partial<CaptchaLimits>
  /** What is configured otherwise. */
  config?: Partial<
    Pick<Config, 'registration' | 'termsUrl' | 'privacyUrl' | 'termsVersion' | 'passwordHistory' | 'accountClosureDays'>
  >
  /** Whether ordinary calls are answered without the engine; as `DIRECT` says by default. */
  direct?: boolean
}

/** The installation's secret of every test server, so that several can be nodes of one installation. */
export const secret = Buffer.alloc(32, 'test installation')

/** Limits that no test meets by accident; tests of limits bring their own. */
const wideLimits: SignInLimits = {
  accountAndAddress: { attempts: 10_000, seconds: 60 },
  accountAndSite: { attempts: 10_000, seconds: 60 },
  address: { attempts: 10_000, seconds: 60 },
  site: { attempts: 10_000, seconds: 60 },
  account: { attempts: 10_000, seconds: 60 },
}

/** The same for codes; wrong ones have the limits that they have in operation, and make nobody suspicious. */
const wideSendLimits: SendLimits = {
  pause: { attempts: 10_000, seconds: 60 },
  recipient: { attempts: 10_000, seconds: 60 },
  user: { attempts: 10_000, seconds: 60 },
  network: { attempts: 10_000, seconds: 60 },
  site: { attempts: 10_000, seconds: 60 },
  application: { attempts: 10_000, seconds: 60 },
  numbersOfDevice: { attempts: 10_000, seconds: 60 },
  numbersOfNetwork: { attempts: 10_000, seconds: 60 },
  numbersOfSite: { attempts: 10_000, seconds: 60 },
  all: { attempts: 10_000, seconds: 60 },
  wrong: { attempts: 60, seconds: 60 * 60 },
  wrongOfSite: { attempts: 300, seconds: 60 * 60 },
}

/** The same for captchas. */
const wideCaptchaLimits: CaptchaLimits = {
  shown: { attempts: 10_000, seconds: 60 },
  wrong: { attempts: 10_000, seconds: 60 },
  wrongOfSite: { attempts: 10_000, seconds: 60 },
  waits: { attempts: 10_000, seconds: 60 },
  waitsOfSite: { attempts: 10_000, seconds: 60 },
}

/** Starts a server with the demo data. Every answer of a handler is held against the contract. */
export async function startTestServer(settings: TestServerSettings = {}): Promise<TestServer> {
  const database = settings.beside?.database ?? settings.database ?? (await createTestDatabase())
  const ownFolder = settings.beside ? undefined : await temporaryDirectory()
  const dataDir = ownFolder?.path ?? settings.beside?.dataDir ?? ''
  const log = createLogger({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })
  const server = createServer(serverOptions)
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://localhost:${port}`
  // Each node has a pool of its own, as each has in operation.
  const connection = await connectDatabase({
    ...(database.way ?? { url: database.url, prepared: true }),
    poolSize: 10,
    log,
    onStatement: settings.tracing?.statement,
  })
  collectStatements(connection.pool)
  if (!settings.beside) await seedDemo(database.db)
  const { replicaUrl } = settings
  const replica =
    replicaUrl === undefined
      ? undefined
      : await Replica.open({ url: replicaUrl, poolSize: 10, prepared: true, log, primary: connection.db })
  const config = loadConfig({ DIRECT: process.env.DIRECT, ...settings.env })
  const app = await createApp({
    config: {
      ...config,
      ...settings.config,
      ...(settings.direct !== undefined && { direct: settings.direct }),
      publicUrl: settings.beside?.issuer ?? address,
      dataDir,
      trustProxy: settings.trustProxy ?? false,
    },
    database: connection,
    replica,
    directUrl: settings.directUrl ?? database.url,
    secret: settings.secret ?? secret,
    log,
    strictResponses: true,
    tracing: settings.tracing,
    connectors: makeConnectors(config),
    sendLimits: { ...wideSendLimits, ...settings.sendLimits },
    captchaLimits: { ...wideCaptchaLimits, ...settings.captchaLimits },
    signInLimits: { ...wideLimits, ...settings.signInLimits },
    ...(settings.messageBeat !== undefined && { messageBeat: settings.messageBeat }),
    ...(settings.eventPatience !== undefined && { eventPatience: settings.eventPatience }),
    ...(settings.keySchedule && { keySchedule: settings.keySchedule }),
  })
  server.on('request', app.handle)
  answerClientErrors(server, app.shape, address, log)

  return {
    ...installation(address, database),
    app,
    dataDir,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await app.close()
      await replica?.close()
      await connection.close()
      if (!settings.beside) await database.close()
      await ownFolder?.remove()
    },
  }
}
