import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveLogouts } from '../oidc/support/logout-receiver.ts'
import { RelyingParty } from '../oidc/support/relying-party.ts'
import { CasSite } from '../support/cas-site.ts'
import { Person } from '../support/person.ts'
import { run } from '../support/process.ts'
import { postedBy, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** One that may reach applications of its own machine alone, and one that is told of a network more. */
let server: TestServer
let allowing: TestServer
beforeAll(async () => {
  server = await startTestServer()
  allowing = await startTestServer({ env: { EVENT_CALLBACK_NETWORKS: '0.0.0.0/32' } })
})
afterAll(() => Promise.all([server.close(), allowing.close()]))

/** An address of this machine that is none of its loopback: as one inside of a network would be. */
const inner = (address: string) => address.replace('localhost', '0.0.0.0')

/** Reaches an application by each protocol, at an inner address; gives how often each was told. */
async function reachAll(at: TestServer, person: Person): Promise<() => number[]> {
  const [oidc, saml] = [await receiveLogouts(), await receiveLogouts()]
  const party = await RelyingParty.register(at, {
    backchannelLogoutUri: inner(oidc.uri),
    backchannelLogoutSessionRequired: true,
  })
  await party.authorize(person)
  const site = await CasSite.start(at)
  const { authenticationSuccess } = await site.validate(await site.ticket(person))
  expect(authenticationSuccess).toBeDefined()
  const provider = await ServiceProvider.register(at, { samlBackchannelLogoutUrl: inner(saml.uri) })
  postedBy(await person.visit(`${provider.signOn}?sp=${encodeURIComponent(provider.entityId)}`))
  // Sites of CAS are told at the address that they were reached at.
  await at.database.pool.query(
    `update session_parties set details = jsonb_set(details, '{service}', to_jsonb($1::text)) where protocol = 'cas'`,
    [inner(site.service)],
  )
  return () => {
    const told = [oidc.received.length, site.logouts.length, saml.received.length]
    oidc.close()
    site.close()
    saml.close()
    return told
  }
}

describe('an address inside of a network', () => {
  test('is told of the end of a session by no protocol, and the sign-out goes on', async () => {
    const person = new Person(server.issuer)
    const told = await reachAll(server, person)
    await person.visit('/api/v1/logout')
    expect((await person.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    const { rows } = await server.database.pool.query('select distinct attempts from session_parties')
    expect([told(), rows]).toEqual([[0, 0, 0], [{ attempts: 1 }]])
  })

  test('is told by every protocol where its network is allowed', async () => {
    const person = new Person(allowing.issuer)
    const told = await reachAll(allowing, person)
    await person.visit('/api/v1/logout')
    expect(told()).toEqual([1, 1, 1])
  })
})

describe('a registration', () => {
  test.each([
    ['--backchannel-logout-uri', 'https://10.0.0.1/logout'],
    ['--saml-backchannel-logout-url', 'https://[::ffff:169.254.169.254]/'],
    ['--cas-services', 'https://2130706433/'],
  ])(
    'with %s %s is refused before anything is saved',
    async (flag, address) => {
      const env = {
        DATABASE_URL: server.database.url,
        SECRET_KEY: '00112233445566778899aabbccddeeff'.repeat(2),
        PUBLIC_URL: 'https://account.example.com',
      }
      const command = run('scripts/applications.ts', env, ['change', 'TestClient', flag, address])
      expect([await command.ended(), command.output()]).toEqual([1, expect.stringContaining('EVENT_CALLBACK_NETWORKS')])
    },
    60_000,
  )
})
