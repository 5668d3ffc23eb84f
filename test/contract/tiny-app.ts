import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { pino } from 'pino'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import oneAccessDocument from '../../generated/oneaccess.json' with { type: 'json' }
import type { Principal } from '../../server/auth/principal.ts'
import { finishContract, type MountOptions, mountContract } from '../../server/contract/mount.ts'
import type { HandlersOf } from '../../server/contract/types.ts'
import type { Deps } from '../../server/deps.ts'
import { answerClientErrors } from '../../server/errors/client-error.ts'
import { pending } from '../../server/handlers/account/pending.ts'
import { oneAccessHandlers } from '../../server/handlers/oneaccess/index.ts'
import { Html, html } from '../../server/pages/views/html.ts'

export const userId = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'

/** A principal with these scopes. */
export function principal(scopes: string[]): Principal {
  return {
    sub: userId,
    clientId: 'TestClient',
    scopes: new Set(scopes),
    tokenId: 't',
    expiresAt: new Date(Date.now() + 60_000),
  }
}

const page = (text: string) => ({ status: 200, body: html`<p>${text}</p>` }) as const
const away = { status: 303, headers: { Location: '/usercenter' } } as const

/** Handlers that do as little as the contract allows. */
export const stubs: HandlersOf<'account'> = {
  ...pending,
  getUserInfo: ({ principal: { sub } }) => ({ status: 200, body: { sub: sub ?? '' } }),
  submitUserInfoRequest: ({ principal: { sub } }) => ({ status: 200, body: { sub: sub ?? '' } }),
  getCheckSessionFrame: () => page('frame'),
  checkUserSession: ({ query }) => page(query.returnUrl),
  showUserCenter: () => away,
  showLoginPage: ({ request }) => page(request.locale),
  submitLoginForm: ({ body }) => page(body.username),
  submitUserLogin: ({ body }) => ({ status: 200, body: { status: 0, msg: body.Username } }),
  showConsentPage: () => page('consent'),
  submitConsent: () => ({ ...away, cookies: [{ name: 'a', value: 'b', options: { httpOnly: true, path: '/' } }] }),
  getLoginPublicKey: () => ({ status: 200, body: '-----BEGIN PUBLIC KEY-----\n' }),
}

/** Answers with what it was asked, read the way the OpenID engine reads it. */
const echo: RequestHandler = async (request, response) => {
  const chunks: Buffer[] = []
  if (request.readable)
    for await (const chunk of request.iterator({ destroyOnReturn: false })) chunks.push(chunk as Buffer)
  response.json({ method: request.method, body: Buffer.concat(chunks).toString('utf8') })
}

export interface TinyApp {
  readonly origin: string
  readonly port: number
  /** Lines written to the log. */
  readonly lines: string[]
  close(): Promise<void>
}

/** Both documents, over HTTP, with stubs behind them. The token `with-<scope>` has that scope alone. */
export async function startTinyApp(
  account: Partial<MountOptions<'account'>> = {},
  oneAccess: Partial<MountOptions<'oneaccess'>> = {},
): Promise<TinyApp> {
  const app = express()
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) })
  const tokens: Record<string, Principal> = { open: principal(['openid']), other: principal(['ZMS.Basic']) }
  const verify = async (token: string) =>
    tokens[token] ??
    /^with-(.+)$/
      .exec(token)
      ?.slice(1)
      .map((scope) => principal([scope]))[0]
  const deps = { accessTokens: { verify } } as unknown as Deps
  const shared = {
    deps,
    engine: echo,
    issuer: 'https://accounts.example.com',
    log,
    strictResponses: true,
    isHtml: (value: unknown) => value instanceof Html,
  }
  await mountContract(app, { api: 'account', document: accountDocument, handlers: stubs, ...shared, ...account })
  await mountContract(app, {
    api: 'oneaccess',
    document: oneAccessDocument,
    handlers: oneAccessHandlers,
    ...shared,
    ...oneAccess,
  })
  finishContract(app, { issuer: 'https://accounts.example.com', log })
  const server: Server = createServer(app)
  answerClientErrors(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    lines,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()))
        server.closeAllConnections()
      }),
  }
}
