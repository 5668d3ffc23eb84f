import type { Request, Response } from 'express'
import type { EngineHandler } from '../contract/mount.ts'
import type { EngineTreatment } from '../contract/operation.ts'
import { engineFormLimit } from '../contract/request/engine-request.ts'
import { readWhole, replayBody } from '../contract/request/replay-body.ts'
import { Failure } from '../domain/failure.ts'
import { networkOf } from '../domain/sign-in/network.ts'
import type { Throttle } from '../domain/sign-in/throttle.ts'
import { canonicalCode } from '../domain/text/codes.ts'
import { enginePagePolicy } from '../pages/content-policies.ts'
import type { Engine } from './engine.ts'
import { setPageContext } from './pages.ts'
import { completeAuthorization, referToSignedToken, settleClient, settleHeaders } from './request.ts'

/** How long everybody may keep the key set and the configuration, in seconds: less than a key is announced before it signs. */
const cacheSeconds = 900

/** Where the engine has its configuration, whatever its other addresses are. */
const engineDiscovery = '/.well-known/openid-configuration'

/** What stands between a request and the engine of its issuer. */
export interface EngineHandling {
  engine: Engine
  /** Limits how often codes of devices may be guessed (RFC 8628 section 5.1). */
  deviceCodes: Throttle<'address'>
}

/** Hands requests of the operations marked `x-served-by: engine` to the engine. */
export function engineHandler({ engine, deviceCodes }: EngineHandling): EngineHandler {
  const { face, accessTokens } = engine
  const treat: Readonly<Record<EngineTreatment, (req: Request, res: Response, ip: string) => void | Promise<void>>> = {
    authorization: async (req) => {
      if (req.method === 'POST') await presentAsQuery(req)
      const [path, query] = req.url.split(/\?(.*)/s)
      const parameters = new URLSearchParams(query)
      completeAuthorization(parameters, face)
      req.url = `${path}?${parameters}`
    },
    'form-as-query': presentAsQuery,
    'user-code': async (req, _res, ip) => {
      const retryAfter = await deviceCodes.count('address', networkOf(ip))
      if (retryAfter > 0) throw new Failure('too_many_requests', [], { retryAfter })
      await rewriteForm(req, async (form) => {
        // What comes twice is left as it is: the engine refuses it.
        const [code, ...others] = form.getAll('user_code')
        if (code !== undefined && others.length === 0) form.set('user_code', canonicalCode(code))
      })
    },
    token: (req, res) => rewriteForm(req, (form) => referToSignedToken(form, res, accessTokens)),
    'public-metadata': (req, res) => {
      res.setHeader('Cache-Control', `public, max-age=${cacheSeconds}`)
      // The engine takes the difference between the two for a folder that it was put into.
      if (req.path === face.paths.discovery) req.url = req.originalUrl = engineDiscovery
    },
    none: () => {},
  }

  return async ({ request: req, response: res, info }, operation) => {
    const html = operation.errorFormat === 'html'
    settleHeaders(req, face.origin, { ip: info.ip, html })
    // The engine says so itself on most of its answers, not on all.
    res.setHeader('Cache-Control', 'no-store')
    if (html) {
      setPageContext(req, { requestId: info.id, locale: info.locale })
      res.setHeader('Content-Security-Policy', enginePagePolicy)
    }
    if (operation.security.some((alternative) => Object.hasOwn(alternative, 'clientBasic'))) {
      await rewriteForm(req, (form) => settleClient(req.headers, form))
    }
    await treat[operation.engine](req, res, info.ip)
    await engine.handle(req, res)
  }
}

/**
 * Makes a posted form the query of a GET. The engine takes such forms only where cookies are SameSite=None, which over
 * http they cannot be; what they may do is what a link may do.
 */
async function presentAsQuery(req: Request): Promise<void> {
  const form = await readWhole(req, engineFormLimit)
  req.method = 'GET'
  req.url = `${req.url.split('?')[0]}?${form.toString('utf8')}`
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete req.headers[name]
  replayBody(req, Buffer.alloc(0))
}

/** Changes a form on its way to the engine; a request without a body has an empty one. */
async function rewriteForm(req: Request, change: (form: URLSearchParams) => void | Promise<void>): Promise<void> {
  const isThere = req.headers['content-type'] !== undefined
  const form = new URLSearchParams(isThere ? (await readWhole(req, engineFormLimit)).toString('utf8') : '')
  await change(form)
  const body = Buffer.from(form.toString())
  req.headers['content-type'] = 'application/x-www-form-urlencoded'
  req.headers['content-length'] = String(body.length)
  delete req.headers['transfer-encoding']
  replayBody(req, body)
}
