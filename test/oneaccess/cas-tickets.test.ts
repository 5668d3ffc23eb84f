import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { invalidTicket } from './cas-refusal.ts'

let server: TestServer
let beside: TestServer
let site: CasSite
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  beside = await startTestServer({ beside: server })
  site = await CasSite.start(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(async () => {
  site.close()
  await beside.close()
  await server.close()
})

describe('a ticket', () => {
  test('works once, of 32 at once on two nodes for one', async () => {
    const ticket = await site.ticket(person)
    const query = new URLSearchParams({ service: site.service, ticket })
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        const { issuer } = n % 2 === 0 ? server : beside
        return (await contractFetch(new URL(`/api/v1/cas/validate?${query}`, issuer))).text()
      }),
    )
    expect(answers.filter((answer) => answer.startsWith('yes'))).toEqual(['yes\ntestUserName\n'])
    expect(answers.filter((answer) => answer === 'no\n')).toHaveLength(31)
  })

  test('is burnt by another address', async () => {
    const other = await CasSite.start(server)
    const ticket = await site.ticket(person)
    expect(await other.validate(ticket)).toMatchObject({ authenticationFailure: { code: 'INVALID_SERVICE' } })
    expect(await site.validate(ticket)).toMatchObject(invalidTicket)
    other.close()
  })

  test('is good for 30 seconds', async () => {
    const [ticket, late] = [await site.ticket(person), await site.ticket(person)]
    const { rows } = await server.database.pool.query(
      `update cas_tickets set expires_at = expires_at - interval '31 seconds' returning expires_at`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect([await site.validate(ticket), await site.validate(late)]).toMatchObject([invalidTicket, invalidTicket])
  })

  test('ends with the session and with the person', async () => {
    const id = await server.addUser({ userName: 'cas.leaver', password: 'Leaver.2026' })
    const signIn = async () => {
      const browser = new Person(server.issuer)
      return [browser, ticketOf(await browser.signIn(await site.login(browser), 'cas.leaver', 'Leaver.2026'))] as const
    }
    const [browser, ticket] = await signIn()
    await browser.visit('/api/v1/cas/logout')
    expect(await site.validate(ticket)).toMatchObject(invalidTicket)
    const [, second] = await signIn()
    await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
    expect(await site.validate(second)).toMatchObject(invalidTicket)
  })

  test('is stored as a hash', async () => {
    const ticket = await site.ticket(person)
    const { rows } = await server.database.pool.query('select ticket_hash, service from cas_tickets')
    expect(JSON.stringify(rows)).not.toContain(ticket)
  })
})
