import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendLimits } from '../../server/domain/verification-codes/limits.ts'
import { ask, type Envelope, personToken } from '../support/api.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

let server: TestServer
/** One with the limits of operation, behind a proxy that names the client. */
let limited: TestServer
beforeAll(async () => {
  server = await startTestServer()
  limited = await startTestServer({ sendLimits: sendLimits(10_000), trustProxy: 1 })
  for (const each of [server, limited]) await withoutSchedule(each)
})
afterAll(() => Promise.all([server.close(), limited.close()]))

const password = 'Password.of.the.test.1'
let numbers = 0
function freePhone(): string {
  numbers += 1
  return `1393456${String(numbers).padStart(4, '0')}`
}

async function person(at: TestServer, contact: { phone?: string; email?: string } = {}) {
  const userName = `person-${crypto.randomUUID()}`
  const { phone, email } = contact
  const id = await at.addUser({ userName, password, email, ...(phone && { itc: '+86', phone, phoneVerified: true }) })
  const token = await personToken(at, 'openid ZMS.UserDetails.Write', userName, password)
  const call =
    (path: string) =>
    (body: unknown, headers: Record<string, string> = {}) =>
      ask<Envelope<Record<string, unknown>>>(at, 'POST', `/api/v1.0/user/${path}`, { token, body, headers })
  return { id, userName, send: call('verificationCode'), change: call('contact') }
}

const changePhone = (phone: string) => ({ type: 'Phone', purpose: 'ChangePhone', phone })
const wrong = { status: 422, body: { error: 'VerificationCodeWrong' } }
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted()

describe('a code', () => {
  test('is good once, however many use it at the same moment', async () => {
    const { send, change } = await person(server)
    const phone = freePhone()
    await send(changePhone(phone))
    const claim = { type: 'Phone', phone, code: await codeFor(server, phone) }
    const answers = await Promise.all(Array.from({ length: 32 }, () => change(claim)))
    const [first, ...others] = statuses(answers)
    expect(first).toBe(200)
    // Whoever comes when the account has the number already is told that a code of that is missing.
    for (const status of others) expect([400, 422]).toContain(status)
  })

  test('is over after five wrong ones, however many come at the same moment', async () => {
    const { id, send, change } = await person(server)
    const phone = freePhone()
    await send(changePhone(phone))
    const code = await codeFor(server, phone)
    const others = Array.from({ length: 32 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'))
    const answers = await Promise.all(others.map((other) => change({ type: 'Phone', phone, code: other })))
    expect(statuses(answers)).toEqual(Array(32).fill(422))
    const rows = server.database.db.selectFrom('verificationCodes').select('attempts').where('userId', '=', id)
    expect(await rows.execute()).toEqual([{ attempts: 5 }])
    expect(await change({ type: 'Phone', phone, code })).toMatchObject(wrong)
  })

  test('is of its user: what A asked for and gave up is B’s, with B’s own code', async () => {
    const [a, b] = [await person(server), await person(server)]
    const phone = freePhone()
    await a.send(changePhone(phone))
    const ofA = await codeFor(server, phone)
    await b.send(changePhone(phone))
    const ofB = await codeFor(server, phone)
    expect(await b.change({ type: 'Phone', phone, code: ofA === ofB ? wrongCode(ofA) : ofA })).toMatchObject(wrong)
    expect(await b.change({ type: 'Phone', phone, code: ofB })).toMatchObject({
      status: 200,
      body: { data: [{ phone }] },
    })
    const { phone: unchanged } = await server.app.services.deps.users.get(a.id)
    expect(unchanged).toBeNull()
  })

  test('proves its own target alone, and the next one takes its place', async () => {
    const { send, change } = await person(server)
    const [first, second] = [freePhone(), freePhone()]
    await send(changePhone(first))
    const c1 = await codeFor(server, first)
    await send(changePhone(second))
    expect(await change({ type: 'Phone', phone: second, code: c1 })).toMatchObject(wrong)
    expect(await change({ type: 'Phone', phone: first, code: c1 })).toMatchObject(wrong)
  })

  test('is of its purpose', async () => {
    const phone = freePhone()
    const { send } = await person(server, { phone })
    await send({ type: 'Phone', purpose: 'VerifyIdentity' })
    const browser = new Person(server.issuer)
    const asked = await browser.submit(await browser.visit('/Account/LoginByCode'), { username: phone })
    const [ofSignIn, ofIdentity] = await outbox(server, phone)
    const code = ofIdentity?.code === ofSignIn?.code ? wrongCode(ofIdentity?.code ?? '') : (ofIdentity?.code ?? '')
    expect((await browser.submit(asked, { code })).body).toContain('The code is not right')
  })

  test('is over when it is ten minutes old', async () => {
    const { id, send, change } = await person(server)
    const phone = freePhone()
    await send(changePhone(phone))
    const row = server.database.db
      .selectFrom('verificationCodes')
      .select(['createdAt', 'expiresAt'])
      .where('userId', '=', id)
    const { createdAt, expiresAt } = await row.executeTakeFirstOrThrow()
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(600_000)
    await server.database.db
      .updateTable('verificationCodes')
      .set({ expiresAt: new Date() })
      .where('userId', '=', id)
      .execute()
    expect(await change({ type: 'Phone', phone, code: await codeFor(server, phone) })).toMatchObject(wrong)
  })

  test.each(['another number', 'another password', 'being disabled and enabled again'])(
    'does not outlive %s',
    async (what) => {
      const old = freePhone()
      const { id, send } = await person(server, { phone: old })
      await send({ type: 'Phone', purpose: 'VerifyIdentity' })
      const { users } = server.app.services.deps
      if (what === 'another number') await users.change({}, id, { phone: freePhone() })
      else if (what === 'another password') await users.setPassword({}, id, 'Another.password.2', false)
      else for (const enabled of [false, true]) await users.setEnabled({}, id, enabled)
      const rows = server.database.db.selectFrom('verificationCodes').select('id').where('userId', '=', id)
      expect(await rows.execute()).toEqual([])
    },
  )

  test('of a number that has gone to somebody else lets nobody into the account before', async () => {
    const phone = freePhone()
    const a = await person(server, { phone })
    const browser = new Person(server.issuer)
    const asked = await browser.submit(await browser.visit('/Account/LoginByCode'), { username: phone })
    const code = await codeFor(server, phone)
    await server.app.services.deps.users.change({}, a.id, { phone: freePhone() })
    await person(server, { phone })
    expect((await browser.submit(asked, { code })).body).toContain('The code is not right')
  })

  test('is nowhere in clear, nor is who it went to, and its hash has a key', async () => {
    const { id, send } = await person(server)
    const phone = freePhone()
    await send(changePhone(phone))
    const code = await codeFor(server, phone)
    const { rows: codes } = await server.database.pool.query('select * from verification_codes where user_id = $1', [
      id,
    ])
    const { rows: messages } = await server.database.pool.query('select sealed from messages')
    const { createHash } = await import('node:crypto')
    const plain = createHash('sha256').update(code).digest()
    expect(codes[0].code_hash.equals(plain)).toBe(false)
    for (const { sealed } of messages) expect(sealed.includes(phone)).toBe(false)
    for (const value of Object.values(codes[0])) expect(String(value)).not.toContain(phone)
  })
})

describe('sending', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })

  test('is one message when ten are asked for at the same moment', async () => {
    const { send } = await person(limited)
    const phone = freePhone()
    const written = [phone, `+86${phone}`, `0086${phone}`, ` ${phone}`]
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => send(changePhone(written[n % 4] ?? phone), from(`203.0.113.${n + 1}`))),
    )
    expect(statuses(answers)).toEqual([200, ...Array(9).fill(429)])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body.error).toBe('VerificationCodeTooFrequent')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await outbox(limited, phone)).toHaveLength(1)
  })

  test('stops a client that goes through a hundred numbers, and lets another go on', async () => {
    const guests = await Promise.all(Array.from({ length: 5 }, () => person(limited)))
    const address = '198.51.100.7'
    const sent: number[] = []
    for (let n = 0; n < 100; n += 1) {
      const { status } = (await guests[n % 5]?.send(changePhone(freePhone()), from(address))) ?? { status: 0 }
      sent.push(status)
    }
    expect(sent.filter((status) => status === 200)).toHaveLength(30)
    expect(sent.slice(30)).toEqual(Array(70).fill(429))
    const other = await person(limited)
    expect((await other.send(changePhone(freePhone()), from('198.51.100.8'))).status).toBe(200)
    expect((await other.send(changePhone(freePhone()), from(address))).body.error).toBe('TooManyRequests')
  })

  test('counts the networks of one IPv6 site together', async () => {
    const guests = await Promise.all(Array.from({ length: 6 }, () => person(limited)))
    const sent: number[] = []
    for (let n = 0; n < 105; n += 1) {
      const address = `2001:db8:7:${n.toString(16)}::1`
      sent.push((await guests[n % 6]?.send(changePhone(freePhone()), from(address)))?.status ?? 0)
    }
    expect(sent.filter((status) => status === 429)).toHaveLength(5)
  })

  test('that is stopped does not keep anybody from their password, and neither do wrong codes', async () => {
    const phone = freePhone()
    const { userName } = await person(limited, { phone })
    const browser = new Person(limited.issuer, { 'accept-language': 'en', ...from('192.0.2.44') })
    let page = await browser.submit(await browser.visit('/Account/LoginByCode'), { username: phone })
    for (let n = 0; n < 6; n += 1) page = await browser.submit(page, { code: '000000' })
    const again = await browser.submit(page, { again: 'true' })
    expect([again.status, Number(again.headers.get('retry-after')) > 0]).toEqual([429, true])
    await browser.signIn(await browser.visit('/Account/Login'), userName, password)
    expect((await browser.visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('says as much, and works as much, for a number that nobody has', async () => {
    const known = freePhone()
    await person(limited, { phone: known })
    const bodies: string[] = []
    for (const username of [known, freePhone()]) {
      const browser = new Person(limited.issuer, { 'accept-language': 'en', ...from('192.0.2.45') })
      const page = await browser.visit('/Account/LoginByCode')
      for (let n = 0; n < 2; n += 1) {
        const { status, body } = await browser.submit(page, { username })
        bodies.push(`${status} ${body.replace(/value="[^"]*"|1393456\d{4}|in \d+ seconds/g, '')}`)
      }
    }
    expect(bodies.slice(2)).toEqual(bodies.slice(0, 2))
    expect(bodies[1]).toMatch(/^429/)
  })

  test('costs as many statements for a number that nobody has, and so does a wrong code', async () => {
    const known = freePhone()
    await person(server, { phone: known })
    const costs: number[][] = []
    for (const username of [known, freePhone()]) {
      const browser = new Person(server.issuer)
      let page = await browser.visit('/Account/LoginByCode')
      const cost: number[] = []
      for (const fields of [{ username }, { code: '000000' }] as Record<string, string>[]) {
        const form = page
        cost.push(
          await countStatements(async () => {
            page = await browser.submit(form, fields)
          }),
        )
      }
      costs.push(cost)
    }
    expect(costs).toEqual([
      [11, 7],
      [11, 7],
    ])
  })
})
