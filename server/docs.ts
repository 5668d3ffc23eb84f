import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response, Router } from 'express'
import { docsPolicy } from './pages/content-policies.ts'

const site = fileURLToPath(new URL('../dist/docs', import.meta.url))
const generated = fileURLToPath(new URL('../generated', import.meta.url))

/**
 * The docs site, as far as it has been made.
 * @param calls which addresses its pages may call, `self` for this server
 * @param made settles when the site stands; until then whoever asks for a page waits
 */
export function docsPages(calls: readonly string[], made?: Promise<unknown>): Router {
  const policy = docsPolicy(calls.filter((address) => address !== 'self'))
  return Router()
    .get('/calls.json', (_req, res) => void res.json({ addresses: calls }))
    .use(
      after(made),
      express.static(site, { setHeaders: (res: Response) => void res.set('Content-Security-Policy', policy) }),
    )
}

/**
 * The documents of the contract, for whoever asks, from whatever page: they are public. The JSON is there without the docs
 * site; the YAML and the journeys come with it.
 */
export function openapiDocuments(made?: Promise<unknown>): Router {
  const setHeaders = (res: Response) => void res.set('Access-Control-Allow-Origin', '*')
  return Router()
    .get(['/account.json', '/oneaccess.json'], express.static(generated, { setHeaders }))
    .use(after(made), express.static(`${site}/openapi`, { setHeaders, index: false, redirect: false }))
}

function after(made: Promise<unknown> | undefined): RequestHandler {
  return async (_req, _res, next) => {
    await made
    next()
  }
}
