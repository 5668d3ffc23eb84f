import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { answerOf, authorize, authorizeUrl, clientToken, redeem, tokensOf } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('6: the issuer is one: in the metadata, in every answer, in every token', async () => {
  const metadata = await contractFetch(new URL('/.well-known/openid-configuration', server.issuer))
  expect(await metadata.json()).toMatchObject({
    issuer: server.issuer,
    authorization_response_iss_parameter_supported: true,
  })
  const answer = await authorize(server.issuer)
  expect(answer.url.searchParams.get('iss')).toBe(server.issuer)
  const tokens = await tokensOf(await redeem(server.issuer, answer.url.searchParams.get('code') ?? ''))
  const own = await clientToken(server.issuer, 'trustedDemo', 'trusted.Demo.2026', 'ZMS.Users.Read')
  for (const token of [tokens.access_token, tokens.id_token ?? '', own])
    expect(decodeJwt(token).iss).toBe(server.issuer)
})

test.each([
  ['nobody is signed in', { prompt: 'none' }],
  ['the scope is not registered', { scope: 'openid ZMS.Users.Write' }],
  ['the response type is unknown', { response_type: 'token' }],
])('6: an error names the issuer as well: %s', async (_name, changed) => {
  const { url } = await new Person(server.issuer).visit(authorizeUrl(server.issuer, changed))
  const answer = answerOf(url)
  expect(answer.get('error')).toBeTruthy()
  expect(answer.get('iss')).toBe(server.issuer)
})

test('6: so does a refusal by the person', async () => {
  const client_id = await server.addApplication({})
  const person = new Person(server.issuer)
  const asked = { client_id, redirect_uri: 'http://localhost:5173/callback' }
  const consent = await person.signIn(await person.visit(authorizeUrl(server.issuer, asked)))
  const { url } = await person.submit(consent, { decision: 'deny' })
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    error: 'access_denied',
    iss: server.issuer,
    state: 'state of the attack',
  })
})
