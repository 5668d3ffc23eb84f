import { setTimeout } from 'node:timers/promises'
import { type RequestHandler, Router } from 'express'
import type { DatabaseConnection } from './db/connect.ts'
import { proveWritable } from './db/queries/readiness.ts'
import type { Metrics } from './log/metrics.ts'
import { assetCacheControl, assetUrl, findAsset } from './pages/assets/assets.ts'

interface Settings {
  database: DatabaseConnection
  /** Absent where the figures have a port of their own. */
  metrics: Metrics | undefined
  /** Why the server should get no requests now; undefined when it should. */
  unready: () => string | undefined
}

/** How long the database may take to prove that it works, in milliseconds. */
const probeLimit = 500
/** How long the answer holds, in milliseconds. */
const probeValid = 300

/** Answers with the figures for Prometheus. */
export function metricsHandler(figures: { contentType: string; metrics(): Promise<string> }): RequestHandler {
  return async (_req, res) => {
    res.type(figures.contentType).send(await figures.metrics())
  }
}

/** Routes for those who run the server and for its pages; they are not part of an API (docs/operations.md). */
export function operationalRoutes({ database, metrics, unready }: Settings): Router {
  const router = Router()

  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))

  const databaseProblem = databaseProbe(database)
  router.get('/readyz', async (_req, res) => {
    const reason = unready() ?? (await databaseProblem())
    res.status(reason ? 503 : 200).json(reason ? { status: 'unready', reason } : { status: 'ready' })
  })

  if (metrics) router.get('/metrics', metricsHandler(metrics.registry))

  // Browsers ask for it on answers that name no icon, such as JSON.
  router.get('/favicon.ico', (_req, res) => res.redirect(302, assetUrl('favicon.svg')))

  router.get('/assets/:name', (req, res, next) => {
    const asset = findAsset(req.params.name)
    if (!asset) return next()
    const version = typeof req.query.v === 'string' ? req.query.v : undefined
    res.set({
      'Content-Type': asset.type,
      ETag: asset.etag,
      'Cache-Control': assetCacheControl(asset, version),
      'Cross-Origin-Resource-Policy': asset.shared ? 'cross-origin' : 'same-origin',
    })
    if (req.headers['if-none-match'] === asset.etag) res.status(304).end()
    else res.send(asset.body)
  })
  return router
}

/**
 * Asks whether the database takes a write, in less time than a load balancer waits. Any number of callers ask once, and again
 * after a while: anybody may ask.
 */
function databaseProbe({ db }: DatabaseConnection): () => Promise<string | undefined> {
  let answer: Promise<string | undefined> | undefined
  const forget = async () => {
    await setTimeout(probeValid, undefined, { ref: false })
    answer = undefined
  }
  const ask = async () => {
    const limit = new AbortController()
    try {
      return await Promise.race([
        proveWritable(db).then(() => undefined),
        setTimeout(probeLimit, 'the database does not answer', { signal: limit.signal, ref: false }),
      ])
    } catch {
      return 'the database cannot be written'
    } finally {
      limit.abort()
      void forget()
    }
  }
  return () => {
    answer ??= ask()
    return answer
  }
}
