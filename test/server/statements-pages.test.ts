import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFor } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/** Statements of one request each, `begin` and `commit` among them, with a warm cache of applications. A change of these figures is a decision. */
const budget = {
  'password, a step follows': 6,
  'page of the second factor': 3,
  'code is sent': 14,
  'code is wrong': 9,
  'code is right, a step follows': 12,
  'page of the password': 3,
  'password is changed': 22,
  'authorization goes on': 6,
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('each step of a sign-in keeps to its number of statements', async () => {
  const clientId = await server.addApplication({
    ...{ secret: 'a secret', requirePkce: false, firstParty: true, scopes: ['openid'] },
    ...{ secondFactor: 'sms', passwordMaxDays: 90 },
  })
  const phone = '13700600001'
  const userName = 'counted'
  const id = await server.addUser({ userName, password: 'Count.Me.2026', itc: '+86', phone, phoneVerified: true })
  const { db } = server.database
  const changedAt = new Date(Date.now() - 91 * 86_400_000)
  await db.updateTable('passwordCredentials').set({ changedAt }).where('userId', '=', id).execute()
  const counted: Record<string, number> = {}
  /** One request: where it leads is asked for with the next. */
  const browser = new Person(server.issuer, { 'accept-language': 'en' })
  const query = {
    response_type: 'code',
    client_id: clientId,
    scope: 'openid',
    redirect_uri: 'http://localhost:5173/callback',
  }
  const login = await browser.visit(`/connect/authorize?${new URLSearchParams(query)}`)
  const send = async (name: keyof typeof budget, path: string, fields?: Record<string, string>) => {
    let page = { body: '', location: '' }
    counted[name] = await countStatements(async () => {
      page = await browser.step(path, fields)
    })
    return page
  }
  const hidden = (body: string) =>
    Object.fromEntries(
      ['ticket', 'ReturnUrl', '__RequestVerificationToken'].flatMap((name) => {
        const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const given = { username: userName, password: 'Count.Me.2026' }
  const first = await send('password, a step follows', '/Account/Login', { ...hidden(login.body), ...given })
  const factor = await send('page of the second factor', first.location)
  const fields = hidden(factor.body)
  await send('code is sent', '/Account/SecondFactor', { ...fields, send: 'true' })
  const code = await codeFor(server, phone)
  await send('code is wrong', '/Account/SecondFactor', { ...fields, code: code === '000000' ? '000001' : '000000' })
  const second = await send('code is right, a step follows', '/Account/SecondFactor', { ...fields, code })
  const page = await send('page of the password', second.location)
  const change = { ...hidden(page.body), password: 'Count.Me.2026', newPassword: 'Count.Me.2027' }
  const third = await send('password is changed', '/Account/NewPassword', change)
  await send('authorization goes on', third.location)
  expect(counted).toEqual(budget)
})
