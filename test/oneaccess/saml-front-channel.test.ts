import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveLogouts } from '../oidc/support/logout-receiver.ts'
import { RelyingParty } from '../oidc/support/relying-party.ts'
import { CasSite } from '../support/cas-site.ts'
import { type Page, Person } from '../support/person.ts'
import { asForm, messageIn, newPair, postedBy, read, ServiceProvider, statusOf } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const afterLogout = 'http://localhost:5173/logout/callback/'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** A request for a sign-out, as a browser has brought it to an application. */
interface Told {
  readonly address: string
  readonly xml: string
  readonly id: string
  readonly relayState: string
}

function toldBy(page: Page): Told {
  if (page.url.searchParams.has('SAMLRequest')) {
    const xml = messageIn(page.url, 'SAMLRequest')
    const relayState = page.url.searchParams.get('RelayState') ?? ''
    return { address: `${page.url.origin}${page.url.pathname}`, xml, id: idOf(xml), relayState }
  }
  const { action, fields, xml } = postedBy(page)
  return { address: action, xml, id: idOf(xml), relayState: fields.get('RelayState') ?? '' }
}
const idOf = (xml: string) => read(xml, 'LogoutRequest')?.getAttribute('ID') ?? ''

/** The answer of an application, brought by the browser. */
const answer = (person: Person, sp: ServiceProvider, { id, relayState }: Told, codes?: readonly string[]) =>
  person.visit(sp.signedAddress('SAMLResponse', sp.logoutResponse(id, codes), relayState))

/** Somebody who is signed on to these. */
async function signedOn(...all: readonly ServiceProvider[]): Promise<Person> {
  const person = new Person(server.issuer)
  for (const sp of all) await sp.enter(person)
  return person
}

/** The applications in the order in which a browser is led to them; who comes first, nobody says. */
const inOrder = (first: Told, ...all: readonly ServiceProvider[]) =>
  [...all].sort((one, other) => Number(other.logoutUrl === first.address) - Number(one.logoutUrl === first.address))

const begin = `/api/v1/logout?${new URLSearchParams({ redirect_url: afterLogout })}`

describe('a browser that signs out', () => {
  test('goes by way of those that only it can tell, by either binding, and the session and all others are over before', async () => {
    const [soap, oidc, cas] = [await receiveLogouts(), await receiveLogouts(), await CasSite.start(server)]
    try {
      const redirected = await ServiceProvider.register(server)
      const posted = await ServiceProvider.register(server, { samlLogoutBinding: 'post' })
      const person = new Person(server.issuer)
      const at = await redirected.enter(person)
      await posted.enter(person)
      await (await ServiceProvider.register(server, { samlBackchannelLogoutUrl: soap.uri })).enter(person)
      const party = await RelyingParty.register(server, { backchannelLogoutUri: oidc.uri })
      await party.authorize(person)
      await cas.validate(await cas.ticket(person))

      let page = await person.visit(begin)
      expect(await person.isSignedIn()).toBe(false)
      expect([soap.received.length, oidc.received.length, cas.logouts.length]).toEqual([1, 1, 1])
      const visited: string[] = []
      for (const sp of inOrder(toldBy(page), redirected, posted)) {
        const told = toldBy(page)
        visited.push(told.address)
        expect(told.address).toBe(sp.logoutUrl)
        expect(Buffer.byteLength(told.relayState)).toBeLessThanOrEqual(80)
        const library = await sp.library()
        if (sp === redirected) {
          const query = Object.fromEntries(page.url.searchParams)
          const { profile } = await library.validateRedirectAsync(query, page.url.search.slice(1))
          expect(profile).toMatchObject({ nameID: at.nameId, sessionIndex: at.sessionIndex })
          page = await answer(person, sp, told)
        } else {
          expect(page.headers.get('content-security-policy')).not.toContain('form-action')
          await library.validatePostRequestAsync({ SAMLRequest: Buffer.from(told.xml).toString('base64') })
          const body = asForm(sp.sign(sp.logoutResponse(told.id)), told.relayState, 'SAMLResponse')
          page = await person.visit(sp.logout, { method: 'POST', body })
        }
      }
      expect(visited.sort()).toEqual([redirected.logoutUrl, posted.logoutUrl].sort())
      expect(page.url.href).toBe(afterLogout)
    } finally {
      for (const each of [soap, oidc, cas]) each.close()
    }
  })

  test.each<[string, string, (person: Person) => Promise<Page>]>([
    [
      'OpenID Connect',
      `${afterLogout}?state=kept`,
      async (person) => {
        const query = { client_id: 'TestClient', post_logout_redirect_uri: afterLogout, state: 'kept' }
        const page = await person.visit(`/connect/endsession?${new URLSearchParams(query)}`)
        return person.submit(page, { logout: 'yes' })
      },
    ],
    [
      'OpenID Connect without an address',
      '/connect/endsession/success',
      async (person) => person.submit(await person.visit('/connect/endsession'), { logout: 'yes' }),
    ],
    [
      'CAS',
      'http://localhost:5173/cas/',
      (person) => person.visit('/api/v1/cas/logout?service=http://localhost:5173/cas/'),
    ],
    ['the global address', '/Account/Login', (person) => person.visit('/api/v1/logout')],
  ])('by %s ends where it was going', async (_name, goal, leave) => {
    const sp = await ServiceProvider.register(server)
    const person = await signedOn(sp)
    const told = toldBy(await leave(person))
    expect(told.address).toBe(sp.logoutUrl)
    expect(await person.isSignedIn()).toBe(false)
    const { url } = await answer(person, sp, told)
    expect(url.href).toBe(new URL(goal, server.issuer).href)
  })

  test('goes straight on when there is nobody whom only it can tell', async () => {
    const soap = await receiveLogouts()
    try {
      const silent = await ServiceProvider.register(server, { samlLogoutUrl: null })
      const told = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: soap.uri })
      const person = await signedOn(silent, told)
      expect((await person.visit(begin)).url.href).toBe(afterLogout)
      expect(person.cookie('oa_sign_out')).toBeUndefined()
    } finally {
      soap.close()
    }
  })

  test('is signed out here though an application never sends it back', async () => {
    const [first, second] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const person = await signedOn(first, second)
    await person.visit(begin)
    expect(await person.isSignedIn()).toBe(false)
    expect((await person.signIn(await person.visit('/Account/Login'))).url.pathname).toBe('/usercenter')
    const { rows } = await server.database.pool.query('select from session_parties where client_id = any($1)', [
      [first.clientId, second.clientId],
    ])
    expect(rows).toHaveLength(0)
  })

  test('is led to sixteen at most', async () => {
    const all = await Promise.all(Array.from({ length: 17 }, () => ServiceProvider.register(server)))
    const person = await signedOn(...all)
    let page = await person.visit(begin)
    let stops = 0
    while (page.url.href !== afterLogout) {
      const told = toldBy(page)
      const sp = all.find(({ logoutUrl }) => logoutUrl === told.address)
      if (!sp) throw new Error(`nobody is at ${told.address}`)
      stops += 1
      page = await answer(person, sp, told)
    }
    expect(stops).toBe(16)
  })
})

describe('an application that asks for a sign-out', () => {
  /** It asks, and the browser is led to the others. */
  async function asking(...others: readonly ServiceProvider[]) {
    const sp = await ServiceProvider.register(server)
    const person = await signedOn(...others)
    const { nameId, sessionIndex } = await sp.enter(person)
    const request = sp.logoutRequest(nameId, [sessionIndex])
    return { sp, person, page: await person.visit(sp.signedAddress('SAMLRequest', request, 'kept')), id: idOf(request) }
  }

  test('is answered when the others have been told', async () => {
    const other = await ServiceProvider.register(server)
    const { sp, person, page, id } = await asking(other)
    const told = toldBy(page)
    expect(told.address).toBe(other.logoutUrl)
    const { url } = await answer(person, other, told)
    expect(`${url.origin}${url.pathname}`).toBe(sp.logoutUrl)
    expect(url.searchParams.get('RelayState')).toBe('kept')
    expect(statusOf(messageIn(url))).toEqual(['Success'])
    expect(read(messageIn(url), 'LogoutResponse')?.getAttribute('InResponseTo')).toBe(id)
    const library = await sp.library()
    const query = Object.fromEntries(url.searchParams)
    expect((await library.validateRedirectAsync(query, url.search.slice(1))).loggedOut).toBe(true)
  })

  test.each<[string, (sp: ServiceProvider, told: Told) => string]>([
    [
      'an error status',
      (sp, { id, relayState }) =>
        sp.signedAddress('SAMLResponse', sp.logoutResponse(id, ['Responder', 'RequestDenied']), relayState),
    ],
    [
      'a part alone',
      (sp, { id, relayState }) =>
        sp.signedAddress('SAMLResponse', sp.logoutResponse(id, ['Success', 'PartialLogout']), relayState),
    ],
    ['no XML', (sp, { relayState }) => sp.signedAddress('SAMLResponse', 'done!', relayState)],
    [
      'nothing that could be decoded',
      (sp, { relayState }) => `${sp.logout}?${new URLSearchParams({ SAMLResponse: '%%%', RelayState: relayState })}`,
    ],
    ['no status', (sp, { id, relayState }) => sp.signedAddress('SAMLResponse', sp.logoutResponse(id, []), relayState)],
  ])('hears of an incomplete sign-out when another answers %s', async (_name, address) => {
    const [one, two] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const { person, page } = await asking(one, two)
    const told = toldBy(page)
    const [first, second] = inOrder(told, one, two) as [ServiceProvider, ServiceProvider]
    const next = toldBy(await person.visit(address(first, told)))
    expect(next.address).toBe(second.logoutUrl)
    const { url } = await answer(person, second, next)
    expect(statusOf(messageIn(url))).toEqual(['Success', 'PartialLogout'])
  })

  test('by form is answered so too, and answers are taken unsigned from one without a certificate', async () => {
    const other = await ServiceProvider.register(server, { samlCertificates: [] })
    const sp = await ServiceProvider.register(server, { samlLogoutBinding: 'post' })
    const person = await signedOn(other)
    const { nameId } = await sp.enter(person)
    const body = asForm(sp.sign(sp.logoutRequest(nameId)))
    const told = toldBy(await person.visit(sp.logout, { method: 'POST', body }))
    const query = asForm(other.logoutResponse(told.id), told.relayState, 'SAMLResponse')
    const answered = postedBy(await person.visit(sp.logout, { method: 'POST', body: query }))
    expect(answered.action).toBe(sp.logoutUrl)
    expect(statusOf(answered.xml)).toEqual(['Success'])
  })
})

describe('an answer that nobody waits for', () => {
  /** The page that says so, and the step stays where it was. */
  const refused = (page: Page) => expect([page.status, page.url.origin]).toEqual([400, server.issuer])

  async function leaving() {
    const sp = await ServiceProvider.register(server)
    const person = await signedOn(sp)
    return { sp, person, told: toldBy(await person.visit(begin)) }
  }

  test.each<[string, (sp: ServiceProvider, told: Told) => string]>([
    [
      'is signed by another',
      (sp, { id, relayState }) =>
        ServiceProvider.prototype.signedAddress.call(
          { pair: newPair(), logout: sp.logout },
          'SAMLResponse',
          sp.logoutResponse(id),
          relayState,
        ),
    ],
    [
      'is not signed',
      (sp, { id, relayState }) => {
        const url = new URL(sp.signedAddress('SAMLResponse', sp.logoutResponse(id), relayState))
        for (const name of ['SigAlg', 'Signature']) url.searchParams.delete(name)
        return url.href
      },
    ],
    [
      'names another issuer',
      (sp, { id, relayState }) =>
        sp.signedAddress(
          'SAMLResponse',
          sp.logoutResponse(id).replace(`>${sp.entityId}<`, '>https://other.example.com<'),
          relayState,
        ),
    ],
    [
      'answers another request',
      (sp, { relayState }) => sp.signedAddress('SAMLResponse', sp.logoutResponse(`_${randomUUID()}`), relayState),
    ],
    ['has no state of ours', (sp, { id }) => sp.signedAddress('SAMLResponse', sp.logoutResponse(id))],
    [
      'has a state that is not ours',
      (sp, { id }) => sp.signedAddress('SAMLResponse', sp.logoutResponse(id), `${'a'.repeat(22)}.0`),
    ],
    [
      'is for the next one',
      (sp, { id, relayState }) =>
        sp.signedAddress('SAMLResponse', sp.logoutResponse(id), relayState.replace(/\.0$/, '.1')),
    ],
    [
      'comes with a request',
      (sp, { id, relayState }) =>
        `${sp.signedAddress('SAMLResponse', sp.logoutResponse(id), relayState)}&SAMLRequest=abcd`,
    ],
  ])('is refused when it %s, and the honest one is taken afterwards', async (_name, address) => {
    const { sp, person, told } = await leaving()
    refused(await person.visit(address(sp, told)))
    expect((await answer(person, sp, told)).url.href).toBe(afterLogout)
  })

  test('is refused in another browser, and so is the way there', async () => {
    const { sp, person, told } = await leaving()
    const other = await signedOn(await ServiceProvider.register(server))
    refused(await answer(other, sp, told))
    refused(await other.visit(`${sp.logout}?going=${told.relayState.split('.')[0]}`))
    const another = await leaving()
    refused(await answer(another.person, sp, told))
    expect((await answer(person, sp, told)).url.href).toBe(afterLogout)
    expect(await other.isSignedIn()).toBe(true)
  })

  test('is refused when it comes again, by the back button too, and 32 at once are taken once', async () => {
    const { sp, person, told } = await leaving()
    const all = await Promise.all(Array.from({ length: 32 }, () => answer(person, sp, told)))
    expect(all.filter(({ url }) => url.href === afterLogout)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 400)).toHaveLength(31)
    refused(await answer(person, sp, told))
    refused(await person.visit(`${sp.logout}?going=${told.relayState.split('.')[0]}`))
  })

  test('is refused after ten minutes', async () => {
    const { sp, person, told } = await leaving()
    await server.database.pool.query(`update saml_sign_outs set expires_at = expires_at - interval '601 seconds'`)
    refused(await answer(person, sp, told))
  })
})

describe('two sign-outs of one browser', () => {
  test('stand beside each other, and the way there may be gone again', async () => {
    const sp = await ServiceProvider.register(server)
    const person = await signedOn(sp)
    const first = toldBy(await person.visit(begin))
    await sp.enter(person)
    const second = toldBy(await person.visit('/api/v1/logout'))
    const again = toldBy(await person.visit(`${sp.logout}?going=${first.relayState.split('.')[0]}`))
    expect([again.id, again.relayState]).toEqual([first.id, first.relayState])
    expect((await answer(person, sp, first)).url.href).toBe(afterLogout)
    expect((await answer(person, sp, second)).url.pathname).toBe('/Account/Login')
  })
})
