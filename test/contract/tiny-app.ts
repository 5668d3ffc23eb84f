import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import oneAccessDocument from '../../generated/oneaccess.json' with { type: 'json' }
import type { ApplicationCaller, ClientCaller, UserCaller } from '../../server/auth/callers.ts'
import { ContractFailure } from '../../server/contract/failure.ts'
import { type EngineHandler, finishContract, type MountOptions, mountContract } from '../../server/contract/mount.ts'
import { operationsOf } from '../../server/contract/operation.ts'
import { openCalls } from '../../server/contract/request/call.ts'
import { cutDocument } from '../../server/contract/validate/document-parts.ts'
import type { User } from '../../server/db/queries/users.ts'
import { refuse } from '../../server/domain/failure.ts'
import { answerClientErrors, serverOptions } from '../../server/errors/client-error.ts'
import { failureShaper } from '../../server/errors/failure-answer.ts'
import type { HandlersOf, Product } from '../../server/handlers/types.ts'
import { Html, html } from '../../server/pages/html.ts'

export const userId = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'

const none: ReadonlySet<string> = new Set()
const from = { address: '127.0.0.1', requestId: 'test' }

/** What nobody has filled in. */
const account: User = {
  id: userId,
  userName: 'testUserName',
  firstName: null,
  middleName: null,
  lastName: null,
  displayName: null,
  profileImage: null,
  preferredLanguage: 'zh-CN',
  itc: null,
  phone: null,
  phoneVerified: false,
  email: null,
  emailVerified: false,
  accountState: 'Normal',
  dateOfBirth: null,
  address: null,
  jobInfo: null,
  isPhoneReceiveInfo: true,
  isEmailReceiveInfo: true,
  employeeId: null,
  grade: null,
  attributes: {},
  extension: {},
  createdAt: new Date(0),
  updatedAt: new Date(0),
}

const tokenExpiresAt = Number.POSITIVE_INFINITY

/** A person with these scopes and roles. */
export function person(scopes: string[], roles: string[] = []): UserCaller {
  const rights = { scopes: new Set(scopes), roles: new Set(roles), permissions: none }
  const token = { tokenHash: Buffer.alloc(32), grantHash: Buffer.alloc(32), userId, clientId: 'TestClient', scopes }
  return { kind: 'user', userId, user: account, clientId: 'TestClient', token, tokenExpiresAt, ...rights, ...from }
}

/** An application for itself, with these scopes. */
export function client(scopes: string[]): ClientCaller {
  return { kind: 'client', clientId: 'trustedDemo', scopes: new Set(scopes), roles: none, permissions: none, ...from }
}

/** An application of OneAccess with these permission codes. */
export function application(permissions: string[]): ApplicationCaller {
  const rights = { scopes: none, roles: none, permissions: new Set(permissions) }
  return {
    kind: 'application',
    applicationId: userId,
    clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
    ...rights,
    ...from,
  }
}

const page = (text: string) => ({ status: 200, body: html`<p>${text}</p>` }) as const
const away = { status: 303, headers: { Location: '/usercenter' } } as const

function notBuilt(): never {
  throw new ContractFailure('not_implemented')
}

/** Stand-ins for everything that handlers of a document answer: 501, once policy and contract are content. */
function nothingBuilt<A extends 'account' | 'oneaccess'>(api: A): HandlersOf<A> {
  const handled = operationsOf(api).filter(({ servedBy }) => servedBy === 'handler')
  return Object.fromEntries(handled.map(({ id }) => [id, notBuilt])) as unknown as HandlersOf<A>
}

/** Nothing of OneAccess is built. */
export const oneAccessStubs = nothingBuilt('oneaccess')

/** Handlers that do as little as the contract allows. */
export const stubs: HandlersOf<'account'> = {
  ...nothingBuilt('account'),
  getUserInfo: ({ caller }) => ({ status: 200, body: { sub: caller.userId } }),
  submitUserInfoRequest: ({ caller }) => ({ status: 200, body: { sub: caller.userId } }),
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
const echo: EngineHandler = async ({ request, response }) => {
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
  /** Compiles what is not compiled yet. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

/** The parts of the two documents that a test may replace. */
type Replaced<A extends 'account' | 'oneaccess'> = Partial<MountOptions<A, Product>>

/**
 * Both documents, over HTTP, with stubs behind them. The token `with-<scope>` is a person's with that scope alone,
 * `client-<scope>` a client's, `role-<role>` that of a person with that role, and on OneAccess `may-<permission>` that permission code.
 */
export async function startTinyApp(
  account: Replaced<'account'> = {},
  oneAccess: Replaced<'oneaccess'> = {},
): Promise<TinyApp> {
  const app = express()
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) })
  const callers: Record<string, UserCaller> = { open: person(['openid']), other: person(['ZMS.Basic']) }
  const issuer = 'https://accounts.example.com'
  app.use(openCalls(issuer))
  const shared = {
    deps: {} as Product['deps'],
    engine: echo,
    log,
    strictResponses: true,
    isPage: (value: unknown) => value instanceof Html,
    identify: async (clientId: string) =>
      clientId === 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
        ? { ...application(['auth_api']), kind: 'named-application' }
        : refuse('application_not_found'),
  }
  const after = (prefix: string, token: string) => (token.startsWith(prefix) ? token.slice(prefix.length) : undefined)
  const mountedAccount = await mountContract<'account', Product>(app, {
    operations: operationsOf('account'),
    parts: cutDocument(accountDocument, operationsOf('account')),
    handlers: stubs,
    authenticate: {
      oauth2: async (token) => {
        const [scope, own, role] = [after('with-', token), after('client-', token), after('role-', token)]
        if (own) return client([own])
        return callers[token] ?? (scope ? person([scope]) : role ? person([], [role]) : undefined)
      },
    },
    ...shared,
    ...account,
  })
  const mountedOneAccess = await mountContract<'oneaccess', Product>(app, {
    operations: operationsOf('oneaccess'),
    parts: cutDocument(oneAccessDocument, operationsOf('oneaccess')),
    handlers: oneAccessStubs,
    authenticate: {
      managementToken: async (token) => {
        const code = after('may-', token)
        return code ? application([code]) : undefined
      },
      clientBasic: async () => undefined,
      accessToken: async (token) => (token === 'may-all' ? person(['openid']) : undefined),
      sessionSignature: async () => undefined,
      stateToken: async () => undefined,
    },
    ...shared,
    ...oneAccess,
  })
  const shape = failureShaper()
  finishContract(app, { shape, log, strict: true })
  const server: Server = createServer(serverOptions, app)
  answerClientErrors(server, shape, issuer, log)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    lines,
    warmUp: async () => {
      await mountedAccount.warmUp()
      await mountedOneAccess.warmUp()
    },
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()))
        server.closeAllConnections()
      }),
  }
}
