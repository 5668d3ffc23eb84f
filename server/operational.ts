import { Router } from 'express'
import { sql } from 'kysely'
import type { DatabaseConnection } from './db/connect.ts'
import type { Metrics } from './log/metrics.ts'
import { assetCacheControl, assetUrl, findAsset } from './pages/assets/assets.ts'

interface Settings {
  database: DatabaseConnection
  metrics: Metrics
  /** Why the server should get no requests now; undefined when it should. */
  unready: () => string | undefined
}

/** Routes for those who run the server and for its pages; they are not part of an API (docs/operations.md). */
export function operationalRoutes({ database, metrics, unready }: Settings): Router {
  const router = Router()

  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))

  router.get('/readyz', async (_req, res) => {
    const reason = unready() ?? (await databaseProblem(database))
    res.status(reason ? 503 : 200).json(reason ? { status: 'unready', reason } : { status: 'ready' })
  })

  router.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })

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

async function databaseProblem({ db }: DatabaseConnection): Promise<string | undefined> {
  try {
    await sql`select 1`.execute(db)
    return undefined
  } catch {
    return 'the database does not answer'
  }
}
