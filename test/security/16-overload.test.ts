import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

// The queue of password hashes is full from the start.
vi.mock(import('../../server/domain/passwords/hashing.ts'), async (original) => {
  const actual = await original()
  const { Overloaded: Full } = await import('../../server/domain/passwords/gate.ts')
  return { ...actual, verifyPassword: () => Promise.reject(new Full()) }
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('16: a flood of sign-ins is told to come back, at the page and at the token endpoint', async () => {
  const person = new Person(server.issuer)
  const page = await person.signIn(await person.visit('/Account/Login'))
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, '5'])
  const answer = await contractFetch(`${server.issuer}/connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}` },
    body: new URLSearchParams({ grant_type: 'password', username: 'testUserName', password: 'Abc.123456' }),
  })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
})
