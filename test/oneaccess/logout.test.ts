import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { receiveLogouts } from '../oidc/support/logout-receiver.ts'
import { RelyingParty, silentAnswer } from '../oidc/support/relying-party.ts'
import { ask, managementToken } from '../support/api.ts'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { Person } from '../support/person.ts'
import { asForm, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const afterLogout = 'http://localhost:5173/logout/callback/'

let server: TestServer
let beside: TestServer
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  beside = await startTestServer({ beside: server })
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(async () => {
  await beside.close()
  await server.close()
})

const logout = (query: Record<string, string> = {}) => `/api/v1/logout?${new URLSearchParams(query)}`

/** An application that is reached by a protocol, and what shows whether it was told. */
interface Reached {
  signIn(): Promise<unknown>
  told(): number
  close(): void
}

/** A relying party of OpenID Connect, and a site of CAS. */
const parties = {
  oidc: async (browser: Person): Promise<Reached> => {
    const receiver = await receiveLogouts()
    const party = await RelyingParty.register(server, {
      backchannelLogoutUri: receiver.uri,
      backchannelLogoutSessionRequired: true,
    })
    return {
      signIn: () => party.authorize(browser),
      told: () => receiver.received.length,
      close: () => receiver.close(),
    }
  },
  cas: async (browser: Person): Promise<Reached> => {
    const site = await CasSite.start(server)
    return {
      signIn: async () => site.validate(await site.ticket(browser)),
      told: () => site.logouts.length,
      close: () => site.close(),
    }
  },
  saml: async (browser: Person): Promise<Reached> => {
    const receiver = await receiveLogouts()
    const provider = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: receiver.uri })
    return {
      signIn: () => signOnBySaml(provider, browser),
      told: () => receiver.received.length,
      close: () => receiver.close(),
    }
  },
}

/** What a service provider knows of the person who has signed on. */
async function signOnBySaml(provider: ServiceProvider, browser: Person): Promise<{ nameId: string; index: string }> {
  const page = await browser.visit(`${provider.signOn}?sp=${encodeURIComponent(provider.entityId)}`)
  const { xml } = postedBy(page.url.pathname === '/Account/Login' ? await browser.signIn(page) : page)
  const index = read(xml, 'AuthnStatement')?.getAttribute('SessionIndex') ?? ''
  return { nameId: read(xml, 'NameID')?.textContent ?? '', index }
}

/** The ways to sign out. */
const ways = {
  'the sign-out of OpenID Connect': async (browser: Person) => {
    const page = await browser.visit('/connect/endsession')
    await browser.submit(page, { logout: 'yes' })
  },
  'the sign-out of CAS': (browser: Person) => browser.visit('/api/v1/cas/logout'),
  'the sign-out of SAML': async (browser: Person) => {
    const provider = await ServiceProvider.register(server)
    const { nameId, index } = await signOnBySaml(provider, browser)
    const body = asForm(provider.sign(provider.logoutRequest(nameId, [index])))
    await browser.visit(provider.logout, { method: 'POST', body })
  },
  'the global sign-out': (browser: Person) => browser.visit(logout()),
}

const protocols = ['oidc', 'cas', 'saml'] as const
const matrix = protocols.flatMap((by) =>
  protocols.flatMap((reached) =>
    (Object.keys(ways) as (keyof typeof ways)[]).map((way) => [by, reached, way] as const),
  ),
)

describe('one session', () => {
  test.each(matrix)(
    'signed in by %s, reaching %s, ends by %s: both are told before the browser goes on',
    async (by, reached, way) => {
      const [first, second] = [await parties[by](person), await parties[reached](person)]
      await first.signIn()
      await second.signIn()
      await ways[way](person)
      expect([first.told(), second.told()]).toEqual([1, 1])
      expect((await person.visit('/usercenter')).url.pathname).toBe('/Account/Login')
      first.close()
      second.close()
    },
  )

  test('ends on every node: signed in here, signed out there', async () => {
    const site = await CasSite.start(server)
    const ticket = await site.ticket(person)
    await site.validate(ticket)
    const answer = await fetch(new URL(logout(), beside.issuer), {
      headers: { cookie: `_session=${person.cookie('_session')}` },
      redirect: 'manual',
    })
    expect(answer.status).toBe(302)
    expect(site.logouts.join()).toContain(ticket)
    expect((await site.login(person)).url.pathname).toBe('/Account/Login')
    site.close()
  })

  test('of a person who is disabled ends everywhere at once, and everybody is told', async () => {
    const id = await server.addUser({ userName: 'out.at.once', password: 'Out.at.once.1' })
    const [site, receiver] = [await CasSite.start(server), await receiveLogouts()]
    const party = await RelyingParty.register(server, { backchannelLogoutUri: receiver.uri, firstParty: true })
    await site.validate(ticketOf(await person.signIn(await site.login(person), 'out.at.once', 'Out.at.once.1')))
    await party.authorize(person)
    const token = await managementToken(server)
    const { status } = await ask(server, 'PUT', `/api/v2/tenant/users/${id}/disable`, { token })
    expect(status).toBeLessThan(300)
    expect((await site.login(person)).url.pathname).toBe('/Account/Login')
    expect(await silentAnswer(party, person)).toBe('login_required')
    await vi.waitFor(() => expect([site.logouts.length, receiver.received.length]).toEqual([1, 1]), 10_000)
    site.close()
    receiver.close()
  })
})

describe('the global sign-out', () => {
  test('leads to a registered address, of whichever application, and to the sign-in page otherwise', async () => {
    const service = 'http://localhost:5173/cas/'
    for (const address of [afterLogout, service]) {
      await person.signIn(await person.visit('/Account/Login'))
      expect((await person.visit(logout({ redirect_url: address }))).url.href).toBe(address)
      expect(person.cookie('_session')).toBeUndefined()
    }
    for (const address of [
      'https://app.com.evil.example',
      'https://localhost@evil.example',
      '//evil.example',
      `${afterLogout}x`,
      afterLogout.slice(0, -1),
      'http://localhost:5173/login/callback/',
      'javascript:alert(1)',
    ]) {
      const { url, status } = await person.visit(logout({ redirect_url: address }))
      expect([address, url.origin, url.pathname, status]).toEqual([address, server.issuer, '/Account/Login', 200])
    }
  })

  test.each([
    '/api/v1/logout?utm_source=mail',
    '/api/v1/logout?redirect_url=',
    '/api/v1/logout?redirect_url&_=1',
    '/api/v1/cas/logout?url=http%3A%2F%2Flocalhost%3A5173%2Fcas%2F',
    '/api/v1/cas/logout?service=',
    '/api/v1/cas/logout?service&locale=en',
  ])('is not held up by an empty or unknown parameter: %s', async (address) => {
    await person.signIn(await person.visit('/Account/Login'))
    expect((await person.visit(address)).url.pathname).toBe('/Account/Login')
    expect((await person.visit('/usercenter')).url.pathname).toBe('/Account/Login')
  })

  test('of nobody, and of a session that is gone, does the same', async () => {
    expect((await person.visit(logout({ redirect_url: afterLogout }))).url.href).toBe(afterLogout)
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        fetch(new URL(logout(), server.issuer), { headers: { cookie: '_session=gone' }, redirect: 'manual' }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]))
  })

  test('of 32 at once tells each application once', async () => {
    const site = await CasSite.start(server)
    await site.validate(await site.ticket(person))
    const cookie = `_session=${person.cookie('_session')}`
    await Promise.all(
      Array.from({ length: 32 }, () =>
        fetch(new URL(logout(), server.issuer), { headers: { cookie }, redirect: 'manual' }),
      ),
    )
    expect(site.logouts).toHaveLength(1)
    site.close()
  })

  test('waits a moment for an application that hangs; the session is over before, and the others are told', async () => {
    const [hanging, site, receiver] = [
      await CasSite.start(server, { answer: 0 }),
      await CasSite.start(server),
      await receiveLogouts(),
    ]
    const party = await RelyingParty.register(server, { backchannelLogoutUri: receiver.uri })
    await hanging.validate(await hanging.ticket(person))
    await site.validate(await site.ticket(person))
    await party.authorize(person)
    const cookie = `_session=${person.cookie('_session')}`
    const leaving = person.visit(logout({ redirect_url: afterLogout }))
    await vi.waitFor(() => expect(hanging.logouts).toHaveLength(1), 10_000)
    const meanwhile = await fetch(new URL(site.loginAddress({ gateway: 'true' }), server.issuer), {
      headers: { cookie },
      redirect: 'manual',
    })
    expect(meanwhile.headers.get('location')).toBe(site.service)
    await vi.waitFor(() => expect([site.logouts.length, receiver.received.length]).toEqual([1, 1]), 10_000)
    expect((await leaving).url.href).toBe(afterLogout)
    for (const application of [hanging, site, receiver]) application.close()
  })
})
