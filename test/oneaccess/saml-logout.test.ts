import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Person } from '../support/person.ts'
import { asForm, asQuery, type Known, messageIn, newPair, ServiceProvider, statusOf } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function signOn(sp: ServiceProvider, person = new Person(server.issuer)): Promise<{ person: Person } & Known> {
  return { person, ...(await sp.enter(person)) }
}

/** The sign-out as an application begins it, by form: the browser may be another, or none. */
const signOut = (sp: ServiceProvider, xml: string, relayState?: string) =>
  new Person(server.issuer).visit(sp.logout, { method: 'POST', body: asForm(xml, relayState) })

/** An application's address for what servers tell each other. */
async function listening(answer: (body: string) => Promise<number> | number = () => 200) {
  const received: { body: string; type: string | undefined }[] = []
  const http = createServer(async (req, res) => {
    const body = await text(req)
    received.push({ body, type: req.headers['content-type'] })
    res.writeHead(await answer(body)).end()
  })
  await new Promise<void>((resolve) => void http.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(http.address() as AddressInfo).port}/saml/soap`
  const close = () => {
    http.closeAllConnections()
    http.close()
  }
  return { url, received, close }
}

describe('a sign-out that an application asks for', () => {
  test('ends the session, and a strict library takes the answer to its signed query', async () => {
    const sp = await ServiceProvider.register(server)
    const { person, nameId, sessionIndex } = await signOn(sp)
    const library = await sp.library()
    const profile = {
      nameID: nameId,
      nameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      sessionIndex,
    }
    const address = await library.getLogoutUrlAsync({ ...profile, issuer: sp.entityId }, 'from&here="‹é', {})
    const answer = await person.visit(address)
    expect(`${answer.url.origin}${answer.url.pathname}`).toBe(sp.logoutUrl)
    expect(answer.url.searchParams.get('RelayState')).toBe('from&here="‹é')
    const { loggedOut } = await library.validateRedirectAsync(
      Object.fromEntries(answer.url.searchParams),
      answer.url.search.slice(1),
    )
    expect(loggedOut).toBe(true)
    expect(await person.isSignedIn()).toBe(false)
  })

  test('ends it by form too, from whatever browser the form comes', async () => {
    const sp = await ServiceProvider.register(server)
    const { person, nameId, sessionIndex } = await signOn(sp)
    const answer = await signOut(sp, sp.sign(sp.logoutRequest(nameId, [sessionIndex])), 'state')
    expect(answer.url.searchParams.get('RelayState')).toBe('state')
    expect(statusOf(messageIn(answer.url))).toEqual(['Success'])
    expect(await person.isSignedIn()).toBe(false)
  })

  test('ends the named session alone; without an index, all sessions of that name at that application', async () => {
    const [sp, other] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const [one, two, three] = [await signOn(sp), await signOn(sp), await signOn(sp)]
    const elsewhere = await signOn(other)
    await signOut(sp, sp.sign(sp.logoutRequest(one.nameId, [one.sessionIndex])))
    expect(await Promise.all([one, two, three, elsewhere].map(({ person }) => person.isSignedIn()))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(statusOf(messageIn((await signOut(sp, sp.sign(sp.logoutRequest(one.nameId)))).url))).toEqual(['Success'])
    expect(await Promise.all([two, three, elsewhere].map(({ person }) => person.isSignedIn()))).toEqual([
      false,
      false,
      true,
    ])
  })

  test('of nobody who is there is answered with an error status, and ends nothing', async () => {
    const [sp, other] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const { person, nameId, sessionIndex } = await signOn(sp)
    const foreign = await signOn(other, person)
    for (const xml of [
      sp.logoutRequest('nobody'),
      sp.logoutRequest(nameId, ['_another']),
      sp.logoutRequest(nameId, [foreign.sessionIndex]),
      sp.logoutRequest("' or true --", [sessionIndex]),
    ]) {
      const { url } = await signOut(sp, sp.sign(xml), 'kept')
      expect(statusOf(messageIn(url))).toEqual(['Requester', 'UnknownPrincipal'])
      expect(url.searchParams.get('RelayState')).toBe('kept')
    }
    const encrypted = sp.logoutRequest('<saml:EncryptedID><x/></saml:EncryptedID>')
    expect(statusOf(messageIn((await signOut(sp, sp.sign(encrypted))).url))).toEqual([
      'Requester',
      'RequestUnsupported',
    ])
    expect(await person.isSignedIn()).toBe(true)
  })

  test('is taken once: the same request again finds nobody, and 32 at once end one session', async () => {
    const sp = await ServiceProvider.register(server)
    const { nameId, sessionIndex } = await signOn(sp)
    const xml = sp.sign(sp.logoutRequest(nameId, [sessionIndex]))
    const answers = await Promise.all(Array.from({ length: 32 }, () => signOut(sp, xml)))
    const outcomes = answers.map(({ url }) => statusOf(messageIn(url)).at(-1))
    expect(outcomes.filter((outcome) => outcome === 'Success')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'UnknownPrincipal')).toHaveLength(31)
  })

  test('shows a page to people of an application without an address for the answer', async () => {
    const sp = await ServiceProvider.register(server, { samlLogoutUrl: null })
    const { person, nameId } = await signOn(sp)
    const page = await signOut(sp, sp.sign(sp.logoutRequest(nameId)))
    expect(page.status).toBe(200)
    expect(await person.isSignedIn()).toBe(false)
  })

  test.each<[string, (sp: ServiceProvider, known: Known) => string]>([
    ['is not signed', (sp, { nameId }) => sp.logoutRequest(nameId)],
    [
      'is signed by another application',
      (sp, { nameId }) => ServiceProvider.prototype.sign.call({ pair: newPair() }, sp.logoutRequest(nameId)),
    ],
    [
      'has an honest one inside',
      (sp, { nameId }) => {
        const honest = sp.sign(sp.logoutRequest('nobody'))
        return sp.logoutRequest(nameId).replace('</samlp:LogoutRequest>', `${honest}</samlp:LogoutRequest>`)
      },
    ],
    [
      'has a signed request for a sign-on inside',
      (sp, { nameId }) =>
        sp.logoutRequest(nameId).replace('</samlp:LogoutRequest>', `${sp.sign(sp.request())}</samlp:LogoutRequest>`),
    ],
    [
      'has another name than the one that was signed',
      (sp, { nameId }) => sp.sign(sp.logoutRequest('nobody')).replace('nobody', nameId),
    ],
    [
      'has two names',
      (sp, { nameId }) =>
        sp.sign(sp.logoutRequest(`<saml:NameID>nobody</saml:NameID><saml:NameID>${nameId}</saml:NameID>`)),
    ],
    [
      'was made ten minutes ago',
      (sp, { nameId }) =>
        sp.sign(
          sp
            .logoutRequest(nameId)
            .replace(/IssueInstant="[^"]*"/, `IssueInstant="${new Date(Date.now() - 600_000).toISOString()}"`),
        ),
    ],
    [
      'is over',
      (sp, { nameId }) =>
        sp.sign(sp.logoutRequest(nameId, [], `NotOnOrAfter="${new Date(Date.now() - 600_000).toISOString()}"`)),
    ],
    [
      'is for another address',
      (sp, { nameId }) =>
        sp.sign(sp.logoutRequest(nameId).replace(/Destination="[^"]*"/, `Destination="${sp.signOn}"`)),
    ],
  ])('ends nothing when it %s', async (_name, forged) => {
    const sp = await ServiceProvider.register(server)
    const { person, ...known } = await signOn(sp)
    const page = await signOut(sp, forged(sp, known))
    expect(page.status).toBe(400)
    expect(await person.isSignedIn()).toBe(true)
  })

  test('ends nothing when its query is not signed', async () => {
    const sp = await ServiceProvider.register(server)
    const { person, nameId } = await signOn(sp)
    const page = await person.visit(`${sp.logout}?${asQuery(sp.logoutRequest(nameId))}`)
    expect(page.status).toBe(400)
    expect(await person.isSignedIn()).toBe(true)
  })
})

describe('when a session ends', () => {
  test('each application that it reached is told by a signed request, whoever ended it, and none waits for another', async () => {
    const hanging = await listening(() => new Promise<number>(() => {}))
    const [first, second] = [await listening(), await listening()]
    try {
      const slow = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: hanging.url })
      const told = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: first.url })
      const asking = await ServiceProvider.register(server, { samlBackchannelLogoutUrl: second.url })
      const { person, nameId, sessionIndex } = await signOn(told)
      await signOn(slow, person)
      const at = await signOn(asking, person)
      const leaving = signOut(asking, asking.sign(asking.logoutRequest(at.nameId, [at.sessionIndex])))
      await vi.waitFor(() => expect(hanging.received).toHaveLength(1), 10_000)
      // The session is over before anybody has answered.
      expect(await person.isSignedIn()).toBe(false)
      expect(statusOf(messageIn((await leaving).url))).toEqual(['Success'])
      expect(first.received).toHaveLength(1)
      const [{ body, type } = { body: '', type: '' }] = first.received
      expect(type).toBe('text/xml')
      const library = await told.library()
      const message = /<samlp:LogoutRequest[\s\S]*<\/samlp:LogoutRequest>/.exec(body)?.[0] ?? ''
      const { profile } = await library.validatePostRequestAsync({
        SAMLRequest: Buffer.from(message).toString('base64'),
      })
      expect(profile).toMatchObject({ nameID: nameId, sessionIndex })
      // Who asked knows already.
      expect(second.received).toHaveLength(0)
    } finally {
      for (const each of [hanging, first, second]) each.close()
    }
  })
})
