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

/** How long a caller waits for the database to prove that it works, in milliseconds. */
const probeLimit = 500
const probeParts = 20
/** How long the answer holds, in milliseconds. */
const probeValid = 300
/** For how long a database that has worked counts as working while it answers late, in milliseconds. */
const proofValid = 5_000

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
 * after a while: anybody may ask. A database that is slow, for a moment or under a load, is no reason to take a node out: the others
 * have the same database, and would have the load of this node beside theirs.
 */
function databaseProbe({ db }: DatabaseConnection): () => Promise<string | undefined> {
  let provenAt = Number.NEGATIVE_INFINITY
  let running: Promise<string | undefined> | undefined
  const prove = () => {
    const proof = proveWritable(db).then(
      () => {
        provenAt = performance.now()
        return undefined
      },
      () => {
        provenAt = Number.NEGATIVE_INFINITY
        return 'the database cannot be written'
      },
    )
    void proof.then(async () => {
      await setTimeout(probeValid, undefined, { ref: false })
      running = undefined
    })
    return proof
  }
  const unlessProven = async (signal: AbortSignal) => {
    // In parts: the time in which this process was busy with something else is none in which the database has not answered.
    for (let part = 0; part < probeParts; part += 1)
      await setTimeout(probeLimit / probeParts, undefined, { signal, ref: false })
    return performance.now() - provenAt < proofValid ? undefined : 'the database does not answer'
  }
  return async () => {
    running ??= prove()
    const limit = new AbortController()
    try {
      return await Promise.race([running, unlessProven(limit.signal)])
    } finally {
      limit.abort()
    }
  }
}
