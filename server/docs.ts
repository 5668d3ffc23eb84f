import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response, Router } from 'express'
import { docsPolicy } from './pages/content-policies.ts'

const site = fileURLToPath(new URL('../dist/docs', import.meta.url))
const generated = fileURLToPath(new URL('../generated', import.meta.url))

/** The docs site, as far as it has been made. */
export function docsPages(): RequestHandler {
  return express.static(site, { setHeaders: (res: Response) => void res.set('Content-Security-Policy', docsPolicy) })
}

/**
 * The documents of the contract, for whoever asks, from whatever page: they are public. The JSON is there without the docs
 * site; the YAML and the journeys come with it.
 */
export function openapiDocuments(): Router {
  const setHeaders = (res: Response) => void res.set('Access-Control-Allow-Origin', '*')
  return Router()
    .get(['/account.json', '/oneaccess.json'], express.static(generated, { setHeaders }))
    .use(express.static(`${site}/openapi`, { setHeaders, index: false, redirect: false }))
}
