import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { freeMail, freePhone } from '../support/contacts.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'Password.of.the.test.1'
const scope = 'openid ZMS.UserDetails.Read ZMS.UserDetails.Write'

/** A person of their own, so that tests leave each other alone. */
async function person(contact: { phone?: string; email?: string } = { phone: freePhone(), email: freeMail() }) {
  const userName = `person-${crypto.randomUUID()}`
  const { phone, email } = contact
  const id = await server.addUser({ userName, password, email, ...(phone && { itc: '+86', phone }) })
  const token = await personToken(server, scope, userName, password)
  const call = (path: string) => (body: unknown) =>
    ask<Envelope<Record<string, unknown>>>(server, 'POST', `/api/v1.0/user/${path}`, { token, body })
  return {
    id,
    userName,
    token,
    phone: phone ?? '',
    email: email ?? '',
    send: call('verificationCode'),
    change: call('contact'),
  }
}

const toOwnPhone = { type: 'Phone', purpose: 'VerifyIdentity' }
const toOwnMail = { type: 'Email', purpose: 'VerifyIdentity' }

describe('a verification code', () => {
  test('goes to the own number and to the own address, and says how long it lives', async () => {
    const { id, phone, email, send } = await person()
    const answer = await send(toOwnPhone)
    expect([answer.status, answer.body.data]).toEqual([200, [{ expiresIn: 600, retryAfter: 60 }]])
    expect((await send(toOwnMail)).status).toBe(200)
    expect(await outbox(server, phone)).toMatchObject([
      { to: phone, channel: 'sms', purpose: 'verify_identity', code: expect.stringMatching(/^\d{6}$/) },
    ])
    expect(await outbox(server, email)).toMatchObject([{ to: email, channel: 'mail', code: expect.any(String) }])
    const events = await auditOf(server, id)
    expect(events.map(({ action, details }) => [action, details])).toEqual([
      ['user.code_sent', { purpose: 'verify_identity', channel: 'sms' }],
      ['user.code_sent', { purpose: 'verify_identity', channel: 'mail' }],
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${phone}|${await codeFor(server, phone)}`))
  })

  test('is written in the language of the caller', async () => {
    const { phone, send } = await person()
    await send(toOwnPhone)
    expect((await outbox(server, phone))[0]?.text).toMatch(/is your code to confirm that it is you/)
  })

  test.each([
    ['the account has no number', toOwnPhone, {}],
    ['the account has no address', toOwnMail, {}],
  ])('is not sent where %s', async (_what, body, contact) => {
    const { send } = await person(contact)
    expect(await send(body)).toMatchObject({ status: 422, body: { error: 'ContactMissing' } })
  })

  test.each([
    ['/body/phone', { ...toOwnPhone, phone: '13912340000' }],
    ['/body/email', { ...toOwnMail, email: 'elsewhere@example.com' }],
    ['/body/phone', { type: 'Phone', purpose: 'ChangePhone' }],
    ['/body/email', { type: 'Email', purpose: 'ChangeEmail' }],
    ['/body/type', { type: 'Email', purpose: 'ChangePhone', email: 'elsewhere@example.com' }],
    ['/body/type', { type: 'Phone', purpose: 'ChangeEmail', phone: '13912340000' }],
  ])('is not sent where %s does not fit its purpose, and nobody gets one', async (field, body) => {
    const { phone, email, send } = await person()
    const message = expect.stringContaining(`(${field} `)
    expect(await send(body)).toMatchObject({ status: 400, body: { error: 'InvalidRequest', message } })
    for (const to of [phone, email, '13912340000', 'elsewhere@example.com']) {
      if (to) expect(await outbox(server, to)).toEqual([])
    }
  })

  test.each([
    '13800138001',
    '+86 13800138002',
    '008613800138003',
    '+86 013800138004',
    '１３８００１３８００５',
    '138-0013-8006',
    '19945009001',
    '16587643628',
  ])('goes to a new number written as %s', async (phone) => {
    const { send } = await person({})
    expect(await send({ type: 'Phone', purpose: 'ChangePhone', phone })).toMatchObject({ status: 200 })
    expect((await outbox(server, phone))[0]).toMatchObject({ purpose: 'change_phone' })
  })

  test.each(['1380013800', '010 1234 5678', '+8613800138000abc', '13800138000 ext 5', '+442071838750', '12345678902'])(
    'does not go to %s, which text messages do not reach',
    async (phone) => {
      const { send } = await person({})
      expect(await send({ type: 'Phone', purpose: 'ChangePhone', phone })).toMatchObject({
        status: 422,
        body: { error: 'ContactInvalid' },
      })
    },
  )

  test('goes to a new address with its domain in ASCII', async () => {
    const { send } = await person({})
    const local = `new-${crypto.randomUUID()}`
    expect((await send({ type: 'Email', purpose: 'ChangeEmail', email: `${local}@xn--fsqu00a.example` })).status).toBe(
      200,
    )
    expect(await outbox(server, `${local}@xn--fsqu00a.example`)).toMatchObject([{ purpose: 'change_email' }])
  })

  test.each(['a@b@example.com', 'a b@example.com', 'a@example.com\r\nBcc: b@example.com', '"a"@example.com'])(
    'does not go to %j',
    async (email) => {
      const { send } = await person({})
      const { status } = await send({ type: 'Email', purpose: 'ChangeEmail', email })
      expect([400, 422]).toContain(status)
    },
  )
})

describe('another number or address', () => {
  test('is the person’s with a code of the new one and a code of the old one, and the owner is told at both', async () => {
    const { id, phone, email, send, change } = await person()
    const next = freePhone()
    await send({ type: 'Phone', purpose: 'ChangePhone', phone: next })
    await send(toOwnMail)
    const codes = {
      code: await codeFor(server, next),
      identityType: 'Email',
      identityCode: await codeFor(server, email),
    }
    const { status, body } = await change({ type: 'Phone', phone: next, ...codes })
    expect([status, body.data[0]]).toMatchObject([200, { phone: next, itc: '+86', email }])
    for (const to of [phone, next]) expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'phone_changed' })
    const { phoneVerified } = await server.database.db
      .selectFrom('users')
      .select('phoneVerified')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(phoneVerified).toBe(true)
    expect((await auditOf(server, id)).at(-1)).toMatchObject({
      action: 'user.changed',
      details: { changed: ['phone', 'phoneVerified'] },
    })
  })

  test('needs no other code where the account has none', async () => {
    const { send, change } = await person({})
    const email = freeMail()
    await send({ type: 'Email', purpose: 'ChangeEmail', email })
    expect(await change({ type: 'Email', email, code: await codeFor(server, email) })).toMatchObject({
      status: 200,
      body: { data: [{ email }] },
    })
  })

  test('is refused without the code of the old one, and with a wrong code neither is used up', async () => {
    const { email, send, change } = await person()
    const next = freePhone()
    await send({ type: 'Phone', purpose: 'ChangePhone', phone: next })
    await send(toOwnMail)
    const code = await codeFor(server, next)
    const identityCode = await codeFor(server, email)
    const asked = { type: 'Phone', phone: next, code, identityType: 'Email', identityCode }
    const wrong = { status: 422, body: { error: 'VerificationCodeWrong' } }
    const missing = { status: 400, body: { message: expect.stringContaining('(/body/identityCode ') } }
    expect(await change({ type: 'Phone', phone: next, code })).toMatchObject(missing)
    expect(await change({ ...asked, code: wrongCode(code) })).toMatchObject(wrong)
    expect(await change({ ...asked, identityCode: wrongCode(identityCode) })).toMatchObject(wrong)
    expect((await change(asked)).status).toBe(200)
  })

  test('that another account has is refused once it is proved, and the codes are as good as before', async () => {
    const other = await person()
    const { send, change } = await person({})
    await send({ type: 'Phone', purpose: 'ChangePhone', phone: other.phone })
    await send({ type: 'Email', purpose: 'ChangeEmail', email: other.email })
    const byPhone = { type: 'Phone', phone: other.phone, code: await codeFor(server, other.phone) }
    for (let again = 0; again < 2; again += 1) {
      expect(await change(byPhone)).toMatchObject({ status: 409, body: { error: 'PhoneTaken' } })
    }
    const byMail = { type: 'Email', email: other.email, code: await codeFor(server, other.email) }
    expect(await change(byMail)).toMatchObject({ status: 409, body: { error: 'EmailTaken' } })
  })

  test('is one that can be used', async () => {
    const { change } = await person({})
    const invalid = { status: 422, body: { error: 'ContactInvalid' } }
    expect(await change({ type: 'Phone', phone: '010 1234 5678', code: '123456' })).toMatchObject(invalid)
    expect(await change({ type: 'Email', email: `${'a'.repeat(65)}@example.com`, code: '123456' })).toMatchObject(
      invalid,
    )
  })

  test('is named in the call', async () => {
    const { change } = await person({})
    for (const [type, field] of [
      ['Phone', '/body/phone'],
      ['Email', '/body/email'],
    ]) {
      const message = expect.stringContaining(`(${field} `)
      expect(await change({ type, code: '123456' })).toMatchObject({
        status: 400,
        body: { error: 'InvalidRequest', message },
      })
    }
  })
})
