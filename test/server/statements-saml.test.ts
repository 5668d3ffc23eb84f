import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { asForm, asQuery, messageIn, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('SAML takes so many statements', async () => {
  const sp = await ServiceProvider.register(server)
  const person = new Person(server.issuer)
  const stranger = new Person(server.issuer)
  const begin = `${sp.signOn}?sp=${encodeURIComponent(sp.entityId)}`
  const { xml } = postedBy(await person.signIn(await person.visit(begin)))
  const nameId = read(xml, 'NameID')?.textContent ?? ''
  const post = (address: string, message: string, by = person) =>
    by.visit(address, { method: 'POST', body: asForm(message) })
  const counted = {
    getSamlMetadata: await countStatements(() => person.visit('/api/v1/saml2/idp/metadata')),
    'startSamlSignOn, signed in': await countStatements(() => person.visit(begin)),
    'startSamlSignOn, a signed in person by request': await countStatements(() =>
      person.visit(`${sp.signOn}?${asQuery(sp.request())}`),
    ),
    'submitSamlSignOn, signed in': await countStatements(() => post(sp.signOn, sp.sign(sp.request()))),
    'submitSamlSignOn, without cookies': await countStatements(() => post(sp.signOn, sp.request(), stranger)),
    'submitSamlLogout, of nobody': await countStatements(() => post(sp.logout, sp.sign(sp.logoutRequest('nobody')))),
    'submitSamlLogout, of one session': await countStatements(() => post(sp.logout, sp.sign(sp.logoutRequest(nameId)))),
  }
  expect(counted).toEqual({
    getSamlMetadata: 0,
    'startSamlSignOn, signed in': 3,
    'startSamlSignOn, a signed in person by request': 3,
    'submitSamlSignOn, signed in': 3,
    'submitSamlSignOn, without cookies': 1,
    'submitSamlLogout, of nobody': 2,
    'submitSamlLogout, of one session': 3,
  })
})

test('a sign-out that a browser takes to an application takes so many', async () => {
  const sp = await ServiceProvider.register(server)
  const person = new Person(server.issuer)
  const begin = `${sp.signOn}?sp=${encodeURIComponent(sp.entityId)}`
  await person.signIn(await person.visit(begin))
  const going: { location?: string; address?: string; relayState?: string; id?: string } = {}
  const counted = {
    'logoutGlobally, and on to the application': await countStatements(async () => {
      const { url } = await person.visit('/api/v1/logout')
      going.relayState = url.searchParams.get('RelayState') ?? ''
      going.id = read(messageIn(url, 'SAMLRequest'), 'LogoutRequest')?.getAttribute('ID') ?? ''
    }),
    'startSamlLogout, its answer': await countStatements(() =>
      person.visit(sp.signedAddress('SAMLResponse', sp.logoutResponse(going.id ?? ''), going.relayState)),
    ),
  }
  expect(counted).toEqual({
    // The session, its end, whom it tells, where the browser goes; then the request for the application.
    'logoutGlobally, and on to the application': 5,
    // The answer, and the sign-in page.
    'startSamlLogout, its answer': 2,
  })
})
