import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Page, Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { type LogoutReceiver, receiveLogouts } from '../support/logout-receiver.ts'
import { RelyingParty, signedOutUri, silentAnswer } from '../support/relying-party.ts'

let server: TestServer
let receiver: LogoutReceiver
let party: RelyingParty
let person: Person

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  receiver = await receiveLogouts()
  party = await RelyingParty.register(server, {
    backchannelLogoutUri: receiver.uri,
    backchannelLogoutSessionRequired: true,
  })
  person = new Person(server.issuer)
  return () => receiver.close()
})
afterAll(() => server.close())

async function signOut(idToken = ''): Promise<Page> {
  const query = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: signedOutUri })
  const page = await person.visit(`${party.endpoint('end_session_endpoint')}?${query}`)
  return person.submit(page, { logout: 'yes' })
}

/** Verifies the one logout token that came, as a relying party has to (Back-Channel Logout 1.0 section 2.6). */
async function verifyLogoutToken(to: LogoutReceiver, audience: string) {
  expect(to.received).toHaveLength(1)
  const [logout] = to.received
  expect(logout).toMatchObject({ method: 'POST', contentType: 'application/x-www-form-urlencoded' })
  expect([...(logout?.form.keys() ?? [])]).toEqual(['logout_token'])
  const { payload } = await jwtVerify(
    logout?.form.get('logout_token') ?? '',
    createRemoteJWKSet(new URL(party.endpoint('jwks_uri'))),
    {
      issuer: server.issuer,
      audience,
      typ: 'logout+jwt',
      algorithms: ['RS256'],
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
      maxTokenAge: '2 minutes',
    },
  )
  expect(payload.events).toEqual({ 'http://schemas.openid.net/event/backchannel-logout': {} })
  expect(payload).not.toHaveProperty('nonce')
  return payload
}

describe('back-channel logout', () => {
  test('oidcc-backchannel-logout-discovery-endpoint-verification: it is offered, with session ids', () => {
    expect(party.config.serverMetadata()).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    })
    expect(party.endpoint('end_session_endpoint')).toBe(`${server.issuer}/connect/endsession`)
  })

  test('oidcc-backchannel-rp-initiated-logout: before the person comes back the relying party was told', async () => {
    const { tokens, claims } = await party.authorize(person)
    expect(claims.sid).toMatch(/^[\w-]+$/)
    const answer = await signOut(tokens.id_token)
    expect(answer.url.href).toBe(signedOutUri)
    const logout = await verifyLogoutToken(receiver, party.clientId)
    expect(logout).toMatchObject({ sub: claims.sub, sid: claims.sid })
    expect(await silentAnswer(party, person)).toBe('login_required')
  })

  test('a relying party that needs no session id is told who', async () => {
    const plain = await receiveLogouts()
    const other = await RelyingParty.register(server, { backchannelLogoutUri: plain.uri })
    const { tokens } = await party.authorize(person)
    const { claims } = await other.authorize(person)
    expect(claims).not.toHaveProperty('sid')
    await signOut(tokens.id_token)
    plain.close()
    const logout = await verifyLogoutToken(plain, other.clientId)
    expect(logout.sub).toBe(claims.sub)
    expect(logout).not.toHaveProperty('sid')
    await verifyLogoutToken(receiver, party.clientId)
  })

  test('a relying party that the person was not at is told nothing', async () => {
    const stranger = await receiveLogouts()
    await RelyingParty.register(server, { backchannelLogoutUri: stranger.uri })
    const { tokens } = await party.authorize(person)
    await signOut(tokens.id_token)
    stranger.close()
    expect(stranger.received).toEqual([])
    expect(receiver.received).toHaveLength(1)
  })

  test('a relying party that refuses, or is not there, keeps nobody from signing out', async () => {
    const refusing = await receiveLogouts(400)
    const gone = await receiveLogouts()
    gone.close()
    for (const { uri } of [refusing, gone]) {
      await (await RelyingParty.register(server, { backchannelLogoutUri: uri })).authorize(person)
    }
    const { tokens } = await party.authorize(person)
    const answer = await signOut(tokens.id_token)
    refusing.close()
    expect(answer.url.href).toBe(signedOutUri)
    expect(refusing.received).toHaveLength(1)
    await verifyLogoutToken(receiver, party.clientId)
    expect(await silentAnswer(party, person)).toBe('login_required')
  })

  test('the id token of a session that stands does not pass for a logout token', async () => {
    const { tokens } = await party.authorize(person)
    const keys = createRemoteJWKSet(new URL(party.endpoint('jwks_uri')))
    await expect(jwtVerify(tokens.id_token ?? '', keys, { typ: 'logout+jwt' })).rejects.toThrow('"typ"')
  })
})
