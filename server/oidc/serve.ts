import type { Request, Response } from 'express'
import type { EngineHandler } from '../contract/mount.ts'
import type { EngineTreatment } from '../contract/operation.ts'
import { engineFormLimit } from '../contract/request/engine-request.ts'
import { readWhole, replayBody } from '../contract/request/replay-body.ts'
import { Failure } from '../domain/failure.ts'
import type { Guesses } from '../domain/sign-in/guesses.ts'
import type { deviceCodeLimits } from '../domain/sign-in/limits.ts'
import { networkOf, siteOf } from '../domain/sign-in/network.ts'
import { canonicalCode } from '../domain/text/codes.ts'
import { enginePagePolicy } from '../pages/content-policies.ts'
import type { RequestTokens } from '../sign-on/request-tokens.ts'
import { sealOf, signOutRequest } from '../sign-on/sign-out-request.ts'
import type { Engine } from './engine.ts'
import { formOfLink } from './form-state.ts'
import { type PageContext, setPageContext } from './page-context.ts'
import { completeAuthorization, referToSignedToken, settleClient, settleHeaders } from './request.ts'

/** How long everybody may keep the key set and the configuration, in seconds: less than a key is announced before it signs. */
const cacheSeconds = 900

/** Where the engine has its configuration, whatever its other addresses are. */
const engineDiscovery = '/.well-known/openid-configuration'

/** What stands between a request and the engine of its issuer. */
export interface EngineHandling {
  engine: Engine
  /** Limits how often codes of devices may be guessed (RFC 8628 section 5.1). */
  deviceCodes: Guesses<keyof typeof deviceCodeLimits>
  requestTokens: RequestTokens
}

/** One request that the engine is to answer, while it is made ready for it. */
interface Treated {
  req: Request
  res: Response
  ip: string
  page: PageContext
  /** What there is to do once it is answered. */
  afterwards?: () => Promise<void>
}

/** Hands requests of the operations marked `x-served-by: engine` to the engine. */
export function engineHandler({ engine, deviceCodes, requestTokens }: EngineHandling): EngineHandler {
  const { face, accessTokens } = engine
  /** Takes a place for a code that is about to be looked up, if one is. */
  const guess = async (code: string | undefined, treated: Treated): Promise<void> => {
    const { ip, page } = treated
    if (!code || (page.form && 'fault' in page.form)) return
    const place = await deviceCodes.enter({ network: networkOf(ip), site: siteOf(ip) })
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    treated.afterwards = async () => void (await place.settle({ failed: page.wrongCode === true }))
  }
  const treat: Readonly<Record<EngineTreatment, (treated: Treated) => void | Promise<void>>> = {
    authorization: async ({ req }) => {
      if (req.method === 'POST') await presentAsQuery(req)
      const [path, query] = req.url.split(/\?(.*)/s)
      const parameters = new URLSearchParams(query)
      completeAuthorization(parameters, face)
      req.url = `${path}?${parameters}`
    },
    'form-as-query': ({ req }) => presentAsQuery(req),
    'user-code': async (treated) => {
      const { req, page } = treated
      if (req.method === 'GET') {
        const code = req.query.user_code ? canonicalCode(String(req.query.user_code)) : ''
        if (code) presentAsForm(req, page, code)
        return guess(code, treated)
      }
      let typed: string | undefined
      await rewriteForm(req, (form) => {
        // What comes twice is left as it is: the engine refuses it.
        const [code, ...others] = form.getAll('user_code')
        if (code !== undefined && others.length === 0) {
          typed = canonicalCode(code)
          form.set('user_code', typed)
        }
        const token = form.get('xsrf') ?? ''
        const fault = requestTokens.fault(token, page.cookies)
        page.form = fault ? { fault } : { token }
      })
      return guess(typed, treated)
    },
    'sign-out': async ({ req, page }) => {
      const form = await readForm(req)
      const token = form.get('xsrf') ?? ''
      const signOut = signOutRequest(form)
      const fault = requestTokens.fault(token, page.cookies, sealOf(signOut))
      page.form = fault ? { fault } : { token, signOut }
    },
    token: ({ req, res }) => rewriteForm(req, (form) => referToSignedToken(form, res, accessTokens)),
    'public-metadata': ({ req, res }) => {
      res.setHeader('Cache-Control', `public, max-age=${cacheSeconds}`)
      // The engine takes the difference between the two for a folder that it was put into.
      if (req.path === face.paths.discovery) req.url = req.originalUrl = engineDiscovery
    },
    none: () => {},
  }

  return async (call, operation) => {
    const { request: req, response: res, info } = call
    const html = operation.errorFormat === 'html'
    settleHeaders(req, face.origin, { ip: info.ip, html })
    // The engine says so itself on most of its answers, not on all.
    res.setHeader('Cache-Control', 'no-store')
    const page: PageContext = {
      requestId: info.id,
      locale: info.locale,
      cookies: info.cookies,
      browser: { address: info.ip, userAgent: info.userAgent },
      address: req.method === 'GET' ? info.url : undefined,
      failed: (reason) => {
        call.reason = reason
      },
    }
    setPageContext(req, page)
    if (html) {
      res.setHeader('Content-Security-Policy', enginePagePolicy)
    }
    if (operation.security.some((alternative) => Object.hasOwn(alternative, 'clientBasic'))) {
      await rewriteForm(req, (form) => settleClient(req.headers, form))
    }
    const treated: Treated = { req, res, ip: info.ip, page }
    await treat[operation.engine](treated)
    try {
      await engine.handle(req, res)
    } finally {
      await treated.afterwards?.()
    }
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

/**
 * Makes a link that holds a device's code the form that sends it, which does no more than ask (RFC 8628 section 3.3.1):
 * the engine would answer a page that sends it by script.
 */
function presentAsForm(req: Request, page: PageContext, code: string): void {
  const { token } = formOfLink()
  page.form = { token }
  const form = new URLSearchParams({ xsrf: token, user_code: code })
  const body = Buffer.from(form.toString())
  req.method = 'POST'
  req.url = req.url.split('?')[0] ?? req.url
  req.headers['content-type'] = 'application/x-www-form-urlencoded'
  req.headers['content-length'] = String(body.length)
  replayBody(req, body)
}

/** Reads a form that the engine will read again. */
async function readForm(req: Request): Promise<URLSearchParams> {
  const raw = await readWhole(req, engineFormLimit)
  replayBody(req, raw)
  return new URLSearchParams(raw.toString('utf8'))
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
