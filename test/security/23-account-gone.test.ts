import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newcomer, send, signedIn } from '../account/account-person.ts'
import { ask, personToken } from '../support/api.ts'
import { codeFor } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let last = 13_300_000_000
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const withPhone = async () => {
  const phone = String(++last)
  return { ...(await newcomer(server, { itc: '+86', phone, phoneVerified: true })), phone }
}

/** Does something while somebody else holds rows, whose work goes on once it waits for them. */
async function meanwhile<T>(hold: string, id: string, work: () => Promise<T>, then?: string): Promise<T> {
  const { pool } = server.database
  const holding: PoolClient = await pool.connect()
  try {
    await holding.query('begin')
    await holding.query(hold, [id])
    const working = work()
    await vi.waitFor(async () => {
      const { rows } = await pool.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      expect(rows.length).toBeGreaterThan(0)
    })
    if (then) await holding.query(then, [id])
    await holding.query('commit')
    return await working
  } finally {
    holding.release()
  }
}
const deletion = 'delete from users where id = $1'

describe('23: an account that is deleted while', () => {
  test('its person changes something with a token: the token is none', async () => {
    const { id, userName, password } = await newcomer(server)
    const token = await personToken(server, 'openid ZMS.UserDetails.Write', userName, password)
    const body = { address: { city: 'Guangzhou' } }
    const change = () => ask<{ error: string }>(server, 'POST', '/api/v1.0/user/details', { token, body })
    const answer = await meanwhile(deletion, id, change)
    expect([answer.status, answer.body.error]).toEqual([401, 'Unauthorized'])
  })

  test('its person sets another password: a page says that it is over', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const address = '/usercenter/security/password'
    const page = await person.visit(address)
    const fields = { password: someone.password, newPassword: 'Another.Kettle.43' }
    const answer = await meanwhile(deletion, someone.id, () => send(person, page, address, fields))
    expect([answer.status, await person.isSignedIn()]).toEqual([400, false])
  })

  test('a code is sent to it: the answer is that to a number of nobody', async () => {
    const { id, phone } = await withPhone()
    const app = new AppDevice(server)
    const [known, nobody] = [
      await meanwhile(deletion, id, () => app.send(phone, 'LOGIN_SMS')),
      await app.send('13299999999', 'LOGIN_SMS'),
    ]
    expect([known.status, known.body]).toEqual([nobody.status, nobody.body])
  })
})

test('23: a sign-in with a code, and who signs its person out, that wait for each other are both answered', async () => {
  const { id, phone } = await withPhone()
  const browser = new Person(server.issuer)
  const page = await browser.submit(await browser.visit('/Account/LoginByCode'), { username: phone })
  const code = await codeFor(server, phone)
  const answer = await meanwhile(
    'select from users where id = $1 for update',
    id,
    () => browser.submit(page, { code }),
    'delete from verification_codes where user_id = $1',
  )
  expect([answer.status, await browser.isSignedIn()]).toEqual([200, false])
})
