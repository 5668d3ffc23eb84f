import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import accountDocument from '../generated/account.json' with { type: 'json' }
import oneAccessDocument from '../generated/oneaccess.json' with { type: 'json' }
import type { Config } from './config/config.ts'
import { finishContract, mountContract } from './contract/mount.ts'
import { operationIdOf, requestInfoOf } from './contract/request/call.ts'
import { listen } from './db/listen.ts'
import { accountHandlers } from './handlers/account/index.ts'
import { oneAccessHandlers } from './handlers/oneaccess/index.ts'
import { startJobs } from './jobs/index.ts'
import { type Logger, logRequest } from './log/log.ts'
import { Metrics } from './log/metrics.ts'
import { engineHandler } from './oidc/serve.ts'
import { operationalRoutes } from './operational.ts'
import { landing } from './pages/landing.ts'
import { defaultContentSecurityPolicy, securityHeaders } from './pages/security-headers.ts'
import { errorPage } from './pages/views/error-page.ts'
import { Html } from './pages/views/html.ts'
import { createServices, type ServiceSettings, type Services } from './services.ts'

const docsFolder = fileURLToPath(new URL('../dist/docs', import.meta.url))

/** What an application is made from. */
export interface AppSettings extends Omit<ServiceSettings, 'config'> {
  config: Pick<Config, 'publicUrl' | 'trustProxy' | 'seed'>
  /** The database's address, for the connection that notifications come on. */
  databaseUrl: string
  /** An answer that breaks the contract becomes a 500 instead of a line in the log. */
  strictResponses: boolean
}

/** A complete application that is not listening yet. */
export interface App {
  handle: Express
  services: Services
  /** Answers `unready` from now on, so that a load balancer sends no more. */
  drain(): void
  /** Ends jobs, timers and the notification connection; the database is the caller's. */
  close(): Promise<void>
}

/** Composes the application. Nothing listens until all of it stands. */
export async function createApp(settings: AppSettings): Promise<App> {
  const { config, database, log, databaseUrl, strictResponses } = settings
  const services = await createServices(settings)
  const { deps, engine, keyRing, deviceCodes } = services
  const metrics = new Metrics(database.pool)
  let unready: string | undefined

  const takeUpKeys = () =>
    void keyRing.reload().then(
      () => engine.useCurrentKeys(),
      (error: unknown) => log.error({ err: error }, 'the keys could not be read'),
    )
  const listener = await listen(
    databaseUrl,
    { applications_changed: (clientId) => deps.applications.forget(clientId || undefined), keys_changed: takeUpKeys },
    log,
    () => {
      deps.applications.forget()
      takeUpKeys()
    },
  )
  const jobs = await startJobs({ database, keyRing, log })

  const handle = express()
  handle.disable('x-powered-by')
  handle.disable('etag')
  handle.set('trust proxy', config.trustProxy)
  handle.use(observeRequests(metrics, log))
  handle.use(...securityHeaders({ secure: config.publicUrl.startsWith('https:') }))
  handle.use(operationalRoutes({ database, metrics, unready: () => unready }))
  handle.get('/', landing({ demo: config.seed === 'demo', issuer: config.publicUrl }))
  handle.use('/docs', docsPolicy, express.static(docsFolder))
  const shared = {
    deps,
    engine: engineHandler({ engine, accessTokens: deps.accessTokens, deviceCodes }),
    issuer: config.publicUrl,
    log,
    strictResponses,
    isHtml: (value: unknown) => value instanceof Html,
  }
  await mountContract(handle, { api: 'account', document: accountDocument, handlers: accountHandlers, ...shared })
  await mountContract(handle, { api: 'oneaccess', document: oneAccessDocument, handlers: oneAccessHandlers, ...shared })
  finishContract(handle, { issuer: config.publicUrl, log, errorPage })

  return {
    handle,
    services,
    drain: () => {
      unready = 'the server is stopping'
    },
    close: async () => {
      engine.close()
      await Promise.all([jobs.stop(), listener.close()])
    },
  }
}

/** The docs load their search index, which the default policy has no room for. */
const docsPolicy: RequestHandler = (_req, res, next) => {
  res.setHeader('Content-Security-Policy', `${defaultContentSecurityPolicy}; connect-src 'self'`)
  next()
}

/** One line in the log and one observation in the metrics for every answer. */
function observeRequests(metrics: Metrics, log: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    const { method, originalUrl } = req
    res.once('finish', () => {
      const ms = performance.now() - start
      const operationId = operationIdOf(req)
      metrics.observe(res, operationId, ms / 1000)
      const requestId = requestInfoOf(req)?.id ?? ''
      logRequest(log, { method, url: originalUrl, status: res.statusCode, ms, requestId, operationId })
    })
    next()
  }
}
