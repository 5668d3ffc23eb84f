import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorizeUrl, redeem, tokensOf } from '../security/support/flow.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** An authorization request of the demo client that wants an account chosen. */
const asking = (prompt: string) => authorizeUrl(server.issuer, { prompt, scope: 'openid' })

/** The user name that the id token's subject has. */
async function whoCame({ url }: Page): Promise<string | undefined> {
  const { id_token: idToken } = await tokensOf(await redeem(server.issuer, url.searchParams.get('code') ?? ''))
  const sub = decodeJwt(idToken ?? '').sub ?? ''
  const { db } = server.database
  return (await db.selectFrom('users').select('userName').where('id', '=', sub).executeTakeFirst())?.userName
}

async function signedIn(): Promise<Person> {
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'))
  return person
}

test('who is signed in chooses to go on as before', async () => {
  const person = await signedIn()
  const choice = await person.visit(asking('select_account'))
  expect(choice.url.pathname).toBe('/Account/Select')
  expect(await whoCame(await person.submit(choice, { choice: 'continue' }))).toBe('testUserName')
})

test('or signs in as somebody else, whose session it is from then on', async () => {
  const person = await signedIn()
  const login = await person.submit(await person.visit(asking('select_account')), { choice: 'other' })
  expect(login.url.pathname).toBe('/Account/Login')
  const switching = await person.signIn(login, 'zhangsan', 'Zhangsan.2026')
  expect(switching.body).toContain('Switching accounts')
  expect(await whoCame(await person.submit(switching, {}))).toBe('zhangsan')
  expect((await person.visit('/usercenter')).body).toContain('zhangsan')
})

test('nobody is asked twice: who has to sign in has chosen with it', async () => {
  const person = new Person(server.issuer)
  const login = await person.visit(asking('select_account'))
  expect(login.url.pathname).toBe('/Account/Login')
  expect(await whoCame(await person.signIn(login))).toBe('testUserName')
  const both = await person.visit(asking('login select_account'))
  const again = await person.submit(both, { choice: 'continue' })
  expect(again.url.pathname).toBe('/Account/Login')
  expect(await whoCame(await person.signIn(again))).toBe('testUserName')
})

test('a choice is not made from elsewhere, nor without asking', async () => {
  const person = await signedIn()
  const choice = await person.visit(asking('select_account'))
  const forged = await person.submit(choice, { choice: 'continue', __RequestVerificationToken: 'A'.repeat(43) })
  expect(forged.status).toBe(403)
  expect((await person.visit(asking('none select_account'))).url.searchParams.get('error')).toBe('invalid_request')
  const resumed = await person.visit(decodeURIComponent(choice.url.searchParams.get('ReturnUrl') ?? ''))
  expect(resumed.url.pathname).toBe('/Account/Select')
})
