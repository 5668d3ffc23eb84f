import type { Request } from 'express'
import type { EngineHandler } from '../contract/mount.ts'
import { readWhole, replayBody } from '../contract/request/replay-body.ts'
import { Failure } from '../domain/failure.ts'
import { networkOf } from '../domain/sign-in/network.ts'
import type { Throttle } from '../domain/sign-in/throttle.ts'
import { enginePagePolicy } from '../pages/content-policies.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Engine } from './engine.ts'
import { setPageContext } from './pages.ts'
import { carryOfflineAccess, referToSignedToken, settleHeaders } from './request.ts'

/** The engine's own limit, in bytes; the contract layer has refused longer bodies before. */
const formLimit = 56 * 1024

/** How long everybody may keep the key set and the configuration, in seconds: less than a key is announced before it signs. */
const cacheSeconds = 900

/** What stands between a request and the engine. */
export interface EngineHandling {
  engine: Engine
  accessTokens: AccessTokens
  /** Limits how often codes of devices may be guessed (RFC 8628 section 5.1). */
  deviceCodes: Throttle<'address'>
}

/** Hands requests of the operations marked `x-served-by: engine` to the engine. */
export function engineHandler({ engine, accessTokens, deviceCodes }: EngineHandling): EngineHandler {
  return async ({ request: req, response: res, info }, operation) => {
    const html = operation.errorFormat === 'html'
    settleHeaders(req, info.issuer, { ip: info.ip, html })
    // The engine says so itself on most of its answers, not on all.
    res.setHeader('Cache-Control', 'no-store')
    if (html) {
      setPageContext(req, { requestId: info.id, locale: info.locale })
      res.setHeader('Content-Security-Policy', enginePagePolicy)
    }
    switch (operation.id) {
      case 'requestAuthorization':
      case 'submitAuthorizationRequest': {
        if (req.method === 'POST') await presentAsQuery(req)
        const [path, query] = req.url.split(/\?(.*)/s)
        const parameters = new URLSearchParams(query)
        carryOfflineAccess(parameters)
        req.url = `${path}?${parameters}`
        break
      }
      case 'submitEndSession':
        await presentAsQuery(req)
        break
      case 'submitDeviceCode': {
        const retryAfter = await deviceCodes.count('address', networkOf(info.ip))
        if (retryAfter > 0) throw new Failure('too_many_requests', [], { retryAfter })
        break
      }
      case 'introspectToken':
      case 'revokeToken':
        await rewriteForm(req, (form) => referToSignedToken(form, res, accessTokens))
        break
      case 'getJsonWebKeySet':
      case 'getServiceConfiguration':
        res.setHeader('Cache-Control', `public, max-age=${cacheSeconds}`)
        break
    }
    await engine.handle(req, res)
  }
}

/**
 * Makes a posted form the query of a GET. The engine takes such forms only where cookies are SameSite=None, which over
 * http they cannot be; what they may do is what a link may do.
 */
async function presentAsQuery(req: Request): Promise<void> {
  const form = await readWhole(req, formLimit)
  req.method = 'GET'
  req.url = `${req.url.split('?')[0]}?${form.toString('utf8')}`
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete req.headers[name]
  replayBody(req, Buffer.alloc(0))
}

async function rewriteForm(req: Request, change: (form: URLSearchParams) => Promise<void>): Promise<void> {
  if (req.headers['content-type'] === undefined) return
  const form = new URLSearchParams((await readWhole(req, formLimit)).toString('utf8'))
  await change(form)
  const body = Buffer.from(form.toString())
  req.headers['content-length'] = String(body.length)
  delete req.headers['transfer-encoding']
  replayBody(req, body)
}
