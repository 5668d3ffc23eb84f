import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask, type Envelope, personToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type SmsProviders, smsKey, startSmsProviders } from '../support/sms-providers.ts'

const password = 'Password.of.the.test.1'
const eventually = { timeout: 15_000, interval: 50 }
const servers: TestServer[] = []
let mail: MailServer
let relay: MailServer
let sms: SmsProviders

beforeAll(async () => {
  mail = await startMailServer()
  relay = await startMailServer()
  sms = await startSmsProviders()
})
afterEach(() => {
  mail.mails.length = 0
  sms.calls.length = 0
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  mail.close()
  relay.close()
  sms.close()
})

/** A server outside demo mode. */
async function start(env: NodeJS.ProcessEnv): Promise<TestServer> {
  const server = await startTestServer({ env: { SEED: 'none', ...env } })
  servers.push(server)
  return server
}

const byMail = (port: number) => ({
  SMTP_URL: `smtp://localhost:${port}`,
  SMTP_TLS: 'off',
  MAIL_FROM: 'Accounts <account@example.com>',
})
const bySms = (SMS_PROVIDER: string) => ({
  SMS_PROVIDER,
  SMS_URL: sms.url,
  SMS_ACCESS_KEY_ID: smsKey.id,
  SMS_ACCESS_KEY_SECRET: smsKey.secret,
  SMS_SIGN_NAME: '示例 *签名*',
  SMS_TEMPLATES: 'code=T-zh,code.en=T-en,notice=T-notice',
  ...(SMS_PROVIDER === 'tencent' && { SMS_APP_ID: '1400000000' }),
})

let people = 0
async function person(server: TestServer, contact: { email?: string; phone?: string }) {
  people += 1
  const userName = `person-${people}-${crypto.randomUUID()}`
  const { email, phone } = contact
  const id = await server.addUser({ userName, password, email, ...(phone && { itc: '+86', phone }) })
  const token = await personToken(server, 'openid ZMS.UserDetails.Write', userName, password)
  const send = (type: 'Phone' | 'Email') =>
    ask<Envelope<unknown>>(server, 'POST', '/api/v1.0/user/verificationCode', {
      token,
      body: { type, purpose: 'VerifyIdentity' },
    })
  return { id, send }
}

const jobs = async (server: TestServer) =>
  (await server.database.pool.query(`select data, output, state from pgboss.job where name like 'messages%'`)).rows
const kept = async (server: TestServer) => (await server.database.pool.query('select sealed from messages')).rows

describe('a mail', () => {
  test('is sent soon, in the language of the caller, without holding the request, and leaves nothing behind', async () => {
    const server = await start(byMail(mail.port))
    const { send } = await person(server, { email: 'somebody@example.com' })
    expect((await send('Email')).status).toBe(200)
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), eventually)
    const [taken] = mail.mails
    expect(taken).toMatchObject({ from: 'account@example.com', to: ['somebody@example.com'] })
    expect(taken?.data).toMatch(/^From: Accounts <account@example\.com>$/m)
    expect(taken?.data).toMatch(/^Subject: Your verification code$/m)
    expect(taken?.data).toMatch(/^Auto-Submitted: auto-generated$/m)
    const code = /\b\d{6}\b(?= is your code)/.exec(taken?.data ?? '')?.[0] ?? 'none'
    await vi.waitFor(async () => expect(await kept(server)).toEqual([]), eventually)
    expect(JSON.stringify(await jobs(server))).not.toMatch(new RegExp(`${code}|somebody`))
  })

  test('of five, the third refused for now, is tried again alone', async () => {
    const server = await start(byMail(mail.port))
    const addresses = [1, 2, 3, 4, 5].map((n) => `of-five-${n}@example.com`)
    const third = addresses[2] ?? ''
    mail.refusals.set(third, `451 ${third}: later`)
    const senders = await Promise.all(addresses.map((email) => person(server, { email })))
    await Promise.all(senders.map(({ send }) => send('Email')))
    await vi.waitFor(async () => expect((await jobs(server)).map(({ state }) => state)).toContain('retry'), eventually)
    expect(JSON.stringify(await jobs(server))).not.toContain('example.com')
    await vi.waitFor(() => expect(mail.mails).toHaveLength(5), { ...eventually, timeout: 30_000 })
    const tried = mail.tried.filter((address) => addresses.includes(address))
    expect(tried.toSorted()).toEqual([...addresses, third].toSorted())
    expect(mail.mails.at(-1)?.to).toEqual([third])
  }, 120_000)

  test('to an address that does not exist is given up at once', async () => {
    const server = await start(byMail(mail.port))
    mail.refusals.set('nobody@example.com', '550 no such person')
    const { send } = await person(server, { email: 'nobody@example.com' })
    expect((await send('Email')).status).toBe(200)
    await vi.waitFor(async () => {
      expect(await kept(server)).toEqual([])
      expect((await jobs(server)).map(({ state }) => state)).toEqual(['completed'])
    }, eventually)
    expect(mail.mails).toEqual([])
  })

  test('is not sent once what it says is over', async () => {
    const server = await start(byMail(mail.port))
    const { send } = await person(server, { email: 'late@example.com' })
    mail.refusals.set('late@example.com', '451 later')
    await send('Email')
    await vi.waitFor(async () => expect((await jobs(server))[0]).toMatchObject({ state: 'retry' }), eventually)
    await server.database.pool.query(`update messages set expires_at = now() - interval '1 second'`)
    await vi.waitFor(async () => expect(await kept(server)).toEqual([]), { ...eventually, timeout: 30_000 })
    expect(mail.mails).toEqual([])
  }, 120_000)

  test('does not go over a connection without TLS unless that is allowed', async () => {
    const server = await start({ ...byMail(relay.port), SMTP_TLS: 'required' })
    const { send } = await person(server, { email: 'somebody@example.com' })
    expect((await send('Email')).status).toBe(200)
    await vi.waitFor(() => expect(relay.connections()).toBeGreaterThan(0), eventually)
    await vi.waitFor(async () => expect((await jobs(server))[0]).toMatchObject({ state: 'retry' }), eventually)
    expect(relay.mails).toEqual([])
  })
})

describe('a text message', () => {
  test('goes out over Aliyun, signed as it documents', async () => {
    const server = await start(bySms('aliyun'))
    const { send } = await person(server, { phone: '13912345678' })
    expect((await send('Phone')).status).toBe(200)
    await vi.waitFor(() => expect(sms.calls).toHaveLength(1), eventually)
    expect(sms.calls).toEqual([
      {
        provider: 'aliyun',
        fields: {
          PhoneNumbers: '13912345678',
          SignName: '示例 *签名*',
          TemplateCode: 'T-en',
          TemplateParam: expect.stringMatching(/^\{"code":"\d{6}"\}$/),
        },
      },
    ])
  })

  test('goes out over Tencent Cloud, signed as it documents', async () => {
    const server = await start(bySms('tencent'))
    const { send } = await person(server, { phone: '13912345678' })
    expect((await send('Phone')).status).toBe(200)
    await vi.waitFor(() => expect(sms.calls).toHaveLength(1), eventually)
    expect(sms.calls).toEqual([
      {
        provider: 'tencent',
        fields: {
          SmsSdkAppId: '1400000000',
          SignName: '示例 *签名*',
          TemplateId: 'T-en',
          TemplateParamSet: [expect.stringMatching(/^\d{6}$/), '10'],
          PhoneNumberSet: ['+8613912345678'],
        },
      },
    ])
  })

  test.each([
    ['aliyun', 'isv.BUSINESS_LIMIT_CONTROL'],
    ['tencent', 'LimitExceeded.PhoneNumberThirtySecondLimit'],
    ['aliyun', 'silence'],
  ])(
    'that %s does not take (%s) is sent again',
    async (provider, answer) => {
      const server = await start(bySms(provider))
      const { send } = await person(server, { phone: '13912345678' })
      sms.answers.push(answer)
      await send('Phone')
      await vi.waitFor(() => expect(sms.calls).toHaveLength(1), { ...eventually, timeout: 30_000 })
      expect(JSON.stringify(await jobs(server))).not.toContain('13912345678')
    },
    60_000,
  )

  test('to a number that the provider knows not to exist is given up', async () => {
    const server = await start(bySms('aliyun'))
    const { send } = await person(server, { phone: '13912345678' })
    sms.answers.push('isv.MOBILE_NUMBER_ILLEGAL')
    await send('Phone')
    await vi.waitFor(async () => expect(await kept(server)).toEqual([]), eventually)
    expect(sms.calls).toEqual([])
  })
})

describe('outside demo mode', () => {
  test('a way that is not configured is a documented failure, and the outbox does not exist', async () => {
    const server = await start({})
    const { send } = await person(server, { email: 'a@example.com', phone: '13912345678' })
    for (const type of ['Phone', 'Email'] as const) {
      expect(await send(type)).toMatchObject({ status: 502, body: { error: 'UpstreamFailed' } })
    }
    expect(server.app.services.deps.messages.channels()).toEqual([])
    for (const address of ['/dev/outbox', '/dev/outbox?to=13912345678']) {
      expect((await contractFetch(server.issuer + address)).status).toBe(404)
    }
    expect(await contractFetch(`${server.issuer}/Account/Login`).then((answer) => answer.text())).not.toContain(
      'LoginByCode',
    )
  })

  test('the ways that are configured are told', async () => {
    const server = await start({ ...byMail(mail.port), ...bySms('aliyun') })
    expect(server.app.services.deps.messages.channels()).toEqual(['sms', 'mail'])
  })
})
