import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '../../server/domain/passwords/hashing.ts'
import { ask, managementToken } from '../support/api.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { asForm, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type Application, type Protocol, protocols } from '../support/single-sign-on.ts'

const secretKey = Buffer.from('the installation of two processes').toString('base64')
const password = 'Once.For.All.1'
const names = Object.keys(protocols) as Protocol[]

let server: TestServer
let process: Running
/** The origin of the other process. */
let other: string
let hash: string
let management: string
/** An application to sign in at and one to reach, of each protocol. */
let first: Record<Protocol, Application>
let second: Record<Protocol, Application>
/** The application that asks for the sign-out of SAML. */
let asking: ServiceProvider

async function applications(): Promise<Record<Protocol, Application>> {
  const made = await Promise.all(names.map(async (name) => [name, await protocols[name](server)] as const))
  return Object.fromEntries(made) as Record<Protocol, Application>
}

beforeAll(async () => {
  server = await startTestServer({ secret: Buffer.from(secretKey, 'base64') })
  const port = await freePort()
  other = `http://localhost:${port}`
  process = run('server/main.ts', {
    PORT: String(port),
    PUBLIC_URL: server.issuer,
    DATABASE_URL: server.database.url,
    SECRET_KEY: secretKey,
    DATA_DIR: server.dataDir,
    LOG_LEVEL: 'warn',
  })
  await process.says('OpenAccount ready')
  first = await applications()
  second = await applications()
  asking = await ServiceProvider.register(server)
  hash = await hashPassword(password)
  management = await managementToken(server)
})
afterAll(async () => {
  for (const application of [first, second].flatMap((all) => Object.values(all ?? {}))) application.close()
  process?.child.kill('SIGTERM')
  await process?.ended()
  await server.close()
})

/** Somebody with a browser, and the node that this browser reaches after the sign-in. */
interface Visitor {
  readonly userId: string
  readonly userName: string
  readonly browser: Person
  readonly node: string
}

async function newVisitor(node: string): Promise<Visitor> {
  const userName = `visitor-${crypto.randomUUID()}`
  const userId = await server.addUser({ userName })
  await server.database.db.insertInto('passwordCredentials').values({ userId, hash }).execute()
  return { userId, userName, browser: new Person(server.issuer), node }
}

/** The ways in which a session ends. */
const ways = {
  'the sign-out of OpenID Connect': async ({ browser }: Visitor) => {
    await browser.submit(await browser.visit('/connect/endsession'), { logout: 'yes' })
  },
  'the global sign-out': async ({ browser }: Visitor) => {
    await browser.visit('/api/v1/logout')
  },
  'the sign-out of CAS': async ({ browser }: Visitor) => {
    await browser.visit('/api/v1/cas/logout')
  },
  'a request of SAML': async ({ browser, node }: Visitor) => {
    const { xml } = postedBy(await browser.visit(`${asking.signOn}?sp=${encodeURIComponent(asking.entityId)}`))
    const index = read(xml, 'AuthnStatement')?.getAttribute('SessionIndex') ?? ''
    const request = asking.logoutRequest(read(xml, 'NameID')?.textContent ?? '', [index])
    const body = asForm(asking.sign(request))
    await new Person(node).visit('/api/v1/saml2/idp/slo', { method: 'POST', body })
  },
  'the account centre in another browser': async ({ userName, node }: Visitor) => {
    const elsewhere = new Person(server.issuer)
    elsewhere.node = node
    await elsewhere.signIn(await elsewhere.visit('/Account/Login'), userName, password)
    const page = await elsewhere.visit('/usercenter/sessions')
    const session = /name="session" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const token = /name="__RequestVerificationToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const body = new URLSearchParams({ session, __RequestVerificationToken: token })
    await elsewhere.visit('/usercenter/sessions/end', { method: 'POST', body })
  },
  'an administrator who disables the person': async ({ userId, node }: Visitor) => {
    const path = new URL(`/api/v2/tenant/users/${userId}/disable`, node).href
    expect((await ask(server, 'PUT', path, { token: management })).status).toBeLessThan(300)
  },
}
type Way = keyof typeof ways
const allWays = Object.keys(ways) as Way[]

/** Whether anybody is still to be told of these sessions. */
async function owed(handles: readonly string[]): Promise<boolean> {
  const { rows } = await server.database.pool.query('select from session_parties where handle = any($1)', [handles])
  return rows.length > 0
}

/** Whether an application lets in, without asking, whoever kept the cookie of a browser. */
async function letsIn(application: Application, cookie: string): Promise<boolean> {
  const keeper = new Person(server.issuer)
  const page = await keeper.visit(application.address(), { headers: { cookie: `_session=${cookie}` } })
  return page.url.pathname !== '/Account/Login'
}

describe.each([
  ['in one process', () => server.issuer],
  ['reached and ended in another process', () => other],
])('one session, %s', (_where, nodeOf) => {
  const matrix = names.flatMap((by) => names.flatMap((to) => allWays.map((way) => [by, to, way] as const)))

  test.each(matrix)('begun at %s, lets into %s, and ends everywhere by %s', async (by, to, way) => {
    const visitor = await newVisitor(nodeOf())
    const { browser, node } = visitor
    const page = await browser.visit(first[by].address())
    expect(page.url.pathname).toBe('/Account/Login')
    const here = await first[by].enter(await browser.signIn(page, visitor.userName, password), browser, server.issuer)
    browser.node = node
    const there = await second[to].enter(await browser.visit(second[to].address()), browser, node)
    const cookie = browser.cookie('_session') ?? ''

    await ways[way](visitor)

    expect((await browser.visit(first[by].address())).url.pathname).toBe('/Account/Login')
    const open = await Promise.all(names.map((name) => letsIn(first[name], cookie)))
    expect(names.filter((_, index) => open[index])).toEqual([])
    expect([await here.refused(), await there.refused()]).toEqual([true, true])
    await vi.waitFor(async () => expect(await owed([here.handle, there.handle])).toBe(false), { timeout: 10_000 })
    expect([here.told(), there.told()]).toEqual([1, 1])
  })

  test.each(allWays)(
    'the session of the same person in an app stands beside it, and ends with the person: by %s',
    async (way) => {
      const visitor = await newVisitor(nodeOf())
      const app = new AppDevice(server)
      const session = await app.session(visitor.userName, password)
      const { browser } = visitor
      await browser.signIn(await browser.visit('/Account/Login'), visitor.userName, password)
      browser.node = visitor.node
      await ways[way](visitor)
      const { status } = await app.signedCall(session, 'GET', 'profile')
      expect(status).toBe(way === 'an administrator who disables the person' ? 400 : 200)
    },
  )
})
