import { afterAll, beforeAll } from 'vitest'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { accountSuite } from './account-suite.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** A person signs in and is sent back to the site. */
async function signIn(url: string): Promise<string> {
  const person = new Person(server.issuer)
  const answer = await person.signIn(await person.visit(url))
  return answer.url.href
}

/** Sends the sign-in form for scripts with a password that is encrypted already. */
async function sendPassword(password: string, padding: string): Promise<boolean> {
  const person = new Person(server.issuer)
  const page = await person.visit('/Account/Login')
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const form = {
    Username: 'testUserName',
    Password: password,
    PasswordEncryption: padding,
    __RequestVerificationToken: token,
  }
  const answer = await person.visit('/Account/UserLogin', { method: 'POST', body: new URLSearchParams(form) })
  return JSON.parse(answer.body).status === 1
}

accountSuite(() => ({
  baseUrl: server.issuer,
  trusted: { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026', scope: 'ZMS.Users.Read' },
  site: { clientId: 'TestClient', redirectUri: 'http://localhost:5173/login/callback/' },
  signIn,
  sendPassword,
  password: 'Abc.123456',
  remembersRevocation: true,
}))
