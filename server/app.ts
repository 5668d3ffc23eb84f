import cluster from 'node:cluster'
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import express, { type Express, type Request, type RequestHandler, type Response, Router } from 'express'
import { startAuditExport } from './audit-export.ts'
import { accountAuthenticators, applicationIdentifier, oneAccessAuthenticators } from './auth/authenticators.ts'
import { ContractFailure } from './contract/failure.ts'
import { finishContract, mountContract } from './contract/mount.ts'
import { callOf, openCalls } from './contract/request/call.ts'
import type { ShapeFailure } from './contract/send-failure.ts'
import { contracts } from './contracts.ts'
import { isDatabaseAway, retryAfterDatabase } from './db/away.ts'
import { openInstallation } from './db/installation-secret.ts'
import { listen } from './db/listen.ts'
import { isOwnerGone } from './db/owner-gone.ts'
import type { Db } from './db/schema.ts'
import { devCaptcha } from './dev-captcha.ts'
import { devOutbox } from './dev-outbox.ts'
import { directDoor } from './direct/door.ts'
import { docsPages, openapiDocuments } from './docs.ts'
import { Failure } from './domain/failure.ts'
import { failureShaper } from './errors/failure-answer.ts'
import { kinds } from './errors/kinds.ts'
import { createEvents, type Events } from './events.ts'
import { installationFigures } from './figures.ts'
import { accountHandlers } from './handlers/account/index.ts'
import { oneAccessHandlers } from './handlers/oneaccess/index.ts'
import type { Product } from './handlers/types.ts'
import { startJobs } from './jobs/index.ts'
import { JobQueue } from './jobs/queue.ts'
import { landing } from './landing.ts'
import { type Logger, logRequest } from './log/log.ts'
import { Metrics } from './log/metrics.ts'
import { engineHandler } from './oidc/serve.ts'
import { SessionEnded } from './oidc/sessions.ts'
import { metricsHandler, operationalRoutes } from './operational.ts'
import { Html } from './pages/html.ts'
import { securityHeaders } from './pages/security-headers.ts'
import { shortCookies } from './pages/short-cookies.ts'
import { errorPage } from './pages/views/error-page.ts'
import { replicaReads, showReplica } from './replica-reads.ts'
import { createServices, type ServiceSettings, type Services } from './services.ts'
import { withOneSession } from './sign-on/stale-cookies.ts'
import type { Tracing } from './tracing/tracing.ts'
import { Turns } from './turns.ts'

/** What an application is made from. */
export interface AppSettings extends Omit<ServiceSettings, 'jobs'> {
  /** How long an application may take to answer an event, in milliseconds. */
  eventPatience?: number
  /** The database's own address, past any pooler, for the connection that notifications come on. */
  directUrl: string
  /** Absent where nothing is traced. */
  tracing?: Tracing | undefined
  /** Every answer is held against the contract, and one that breaks it becomes a 500 instead of a line in the log. */
  strictResponses: boolean
  /** Settles when the docs site stands, where it is being made: whoever asks for a page of it waits until then. */
  docs?: Promise<unknown>
}

/** A complete application that is not listening yet. */
export interface App {
  handle: RequestListener
  /** The figures for Prometheus and nothing else. */
  handleMetrics: Express
  metrics: Metrics
  services: Services
  /** Tells applications of changes. */
  events: Events
  /** Makes answers of failures, for what never reaches the application. */
  shape: ShapeFailure
  /** Compiles what the first callers would wait for; requests are answered meanwhile. */
  warmUp(): Promise<void>
  /** Answers `unready` from now on, so that a load balancer sends no more. */
  drain(): void
  /** Ends what is answered for as long as the caller likes; nothing of it is begun again. */
  endStreams(): void
  /** Ends jobs, timers and the notification connection; the database is the caller's. */
  close(): Promise<void>
}

/** Composes the application. Nothing listens until all of it stands. */
export async function createApp(settings: AppSettings): Promise<App> {
  const { config, database, replica, log, directUrl, strictResponses, tracing } = settings
  const metrics = new Metrics(database.pool, refusals)
  const jobs = await JobQueue.start({
    pool: database.pool,
    log,
    onFailed: (job) => metrics.jobFailed(job),
    tracing: tracing?.jobs,
  })
  const secret = await openInstallation(database.db, settings.secret)
  const services = await createServices({ ...settings, secret, jobs })
  const { deps, engines, keyRing, delivery, deviceCodes } = services
  const events = createEvents({
    db: database.db,
    secret,
    log,
    networks: config.eventCallbackNetworks,
    patience: settings.eventPatience,
  })
  metrics.gauge('message_streams', 'Open streams of service messages.', () => deps.messageStreams.count)
  metrics.installation(() => installationFigures(database.db))
  if (replica) showReplica(replica, metrics)
  let unready: string | undefined

  const takeUpKeys = () =>
    void keyRing.reload().then(
      () => engines.useCurrentKeys(),
      (error: unknown) => log.error({ err: error }, 'the keys could not be read'),
    )
  const tellOfEndedSessions = () =>
    void deps.sessionEnds.tellDue().catch((err: unknown) => log.error({ err }, 'nobody was told of ended sessions'))
  const listener = await listen(
    directUrl,
    {
      applications_changed: (clientId) => deps.applications.forget(clientId || undefined),
      keys_changed: takeUpKeys,
      events_waiting: () => void events.dispatcher.look(),
      messages_pushed: (userId) => deps.messageStreams.pushed(userId),
      sessions_ended: tellOfEndedSessions,
    },
    log,
    () => {
      deps.applications.forget()
      takeUpKeys()
      deps.messageStreams.look()
      void events.dispatcher.look()
    },
  )
  const auditExport = await startAuditExport(config, database.db, log)
  await startJobs(jobs, {
    database,
    keyRing,
    closures: deps.closures,
    corpEvents: deps.corpEvents,
    delivery,
    events: events.dispatcher,
    exportMaking: deps.exportMaking,
    profileImages: deps.profileImages,
    sessionEnds: deps.sessionEnds,
    retention: config,
  })

  const handle = express()
  handle.disable('x-powered-by')
  handle.disable('etag')
  handle.set('trust proxy', config.trustProxy)
  handle.use(...securityHeaders({ secure: config.publicUrl.startsWith('https:') }))
  handle.use(shortCookies)
  handle.use(oneSessionCookie(database.db))
  handle.use(openCalls(config.publicUrl))
  handle.use(observeRequests(metrics, log, tracing))
  const failed = new WeakMap<IncomingMessage, unknown>()
  handle.use((request, _response, next) => next(failed.get(request)))
  // A worker has no more than its part of them.
  const shownMetrics = config.metricsPort === undefined && !cluster.isWorker ? metrics : undefined
  handle.use(operationalRoutes({ database, metrics: shownMetrics, unready: () => unready }))
  // A router of its own answers OPTIONS by itself.
  handle.use(Router().get('/', landing({ demo: config.seed === 'demo', ...deps })))
  if (config.seed === 'demo') {
    handle.use(Router().get('/dev/outbox', devOutbox(deps.messages)).get('/dev/captcha', devCaptcha(deps.captchas)))
  }
  handle.options(['/docs{/*page}', '/openapi{/*file}'], (_req, res) => {
    res.set('Allow', 'GET, HEAD, OPTIONS').status(204).end()
  })
  handle.use('/docs', docsPages(config.tryIt, settings.docs))
  handle.use('/openapi', openapiDocuments(settings.docs))
  const forms = { deviceCodes, requestTokens: deps.requestTokens }
  const shared = {
    deps,
    perform: replica && replicaReads(replica, deps, log),
    identify: applicationIdentifier(deps.callingApplications),
    log,
    strictResponses,
    checkedAnswers: strictResponses ? 1 : config.answersCheckedPercent / 100,
    isPage: (value: unknown) => value instanceof Html,
  }
  const account = await mountContract<'account', Product>(handle, {
    ...contracts.account,
    handlers: accountHandlers,
    authenticate: accountAuthenticators(engines.account.accessTokens),
    engine: engineHandler({ engine: engines.account, ...forms }),
    ...shared,
  })
  const oneAccess = await mountContract<'oneaccess', Product>(handle, {
    ...contracts.oneAccess,
    handlers: oneAccessHandlers,
    authenticate: oneAccessAuthenticators(engines.oneaccess.accessTokens, deps.accessCredentials, {
      ...deps,
      applications: deps.callingApplications,
    }),
    engine: engineHandler({ engine: engines.oneaccess, ...forms }),
    ...shared,
  })
  const shape = withFailuresFromOutside(failureShaper(errorPage))
  finishContract(handle, { shape, log, strict: strictResponses })

  const serving = config.direct ? direct(handle, settings, services, { metrics, failed }) : handle
  const turns = new Turns()
  metrics.gauge('requests_waiting', 'Requests that wait for others of their network.', () => turns.waiting)
  return {
    handle: turns.before(tracing ? tracing.serve(serving) : serving, handle),
    handleMetrics: express().get('/metrics', metricsHandler(metrics.registry)),
    metrics,
    services,
    events,
    shape,
    warmUp: async () => {
      await account.warmUp()
      await oneAccess.warmUp()
      await services.puzzles.fill()
    },
    drain: () => {
      unready = 'the server is stopping'
    },
    endStreams: () => deps.messageStreams.end(),
    close: async () => {
      deps.messageStreams.end()
      engines.close()
      const work = [jobs.stop(), deps.corpRefresh.close(), events.dispatcher.close(), auditExport?.close()]
      await Promise.all([listener.close(), ...work])
    },
  }
}

/** Answers ordinary requests in front of the application. */
function direct(
  app: Express,
  { config, log, tracing }: AppSettings,
  { direct }: Services,
  { metrics, failed }: { metrics: Metrics; failed: WeakMap<IncomingMessage, unknown> },
): RequestListener {
  return directDoor({
    operations: [...direct('account'), ...direct('oneaccess')],
    app,
    fail: (request, error) => void failed.set(request, error),
    headers: headersOf(securityHeaders({ secure: config.publicUrl.startsWith('https:') })),
    observe: (response, { operationId, ms, ...of }) => {
      const { method = '' } = response.req
      metrics.observe(response, operationId, ms / 1000)
      tracing?.name(response, { operationId, requestId: of.requestId })
      logRequest(log, { ...of, method, status: response.statusCode, ms, operationId })
    },
  })
}

/** The header fields that some middleware sets on whatever it sees. */
function headersOf(middleware: readonly RequestHandler[]): Record<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  for (const handler of middleware) handler(response.req as Request, response as Response, () => {})
  // Node's types know this of requests alone.
  const { getRawHeaderNames } = response as unknown as { getRawHeaderNames(): string[] }
  return Object.fromEntries(getRawHeaderNames.call(response).map((name) => [name, String(response.getHeader(name))]))
}

/** Lets everything behind it see one session cookie, whatever else of that name the browser has. */
function oneSessionCookie(db: Db): RequestHandler {
  return async ({ headers }, _res, next) => {
    const { cookie } = headers
    // Without a database the request fails where failures are answered.
    if (cookie) headers.cookie = await withOneSession(db, cookie).catch(() => cookie)
    next()
  }
}
/** What fails as the database is away, or a session or account has ended meanwhile, is no fault of ours; people are told so by a page. */
function withFailuresFromOutside(shape: ShapeFailure): ShapeFailure {
  return (failure, format, request) => {
    if (isDatabaseAway(failure)) return shape(databaseAway, format, request)
    const gone = isOwnerGone(failure)
    const over = failure instanceof SessionEnded || (gone && format === 'html')
    return shape(over ? new Failure('interaction_over') : gone ? ownerGone : failure, format, request)
  }
}
const ownerGone = new ContractFailure('invalid_token')
const databaseAway = new ContractFailure('service_unavailable', { retryAfter: retryAfterDatabase })

/** Why requests are refused: failures of the design, what the sign-in forms say, and the words of OAuth. */
const oauthWords = Object.values(kinds).map(([, , oauth]) => (typeof oauth === 'string' ? oauth : oauth[0]))
const refusals = [...Object.keys(kinds), 'invalid', 'limited', 'disabled', 'must-change', ...oauthWords]

/** One line in the log and one observation in the metrics for every answer. */
function observeRequests(metrics: Metrics, log: Logger, tracing: Tracing | undefined): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    const { method, originalUrl } = req
    const call = callOf(res)
    res.once('finish', () => {
      const ms = performance.now() - start
      const operationId = call.operation?.id
      const { reason } = call
      metrics.observe(res, operationId, ms / 1000, reason)
      const requestId = call.info.id
      tracing?.name(res, { operationId, requestId, reason })
      logRequest(log, { method, url: originalUrl, status: res.statusCode, ms, requestId, operationId, reason })
    })
    next()
  }
}
