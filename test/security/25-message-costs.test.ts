import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../server/config/config.ts'
import { ask, type Envelope, personToken } from '../support/api.ts'
import { outbox } from '../support/outbox.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type SmsProviders, smsKey, startSmsProviders } from '../support/sms-providers.ts'

/** One that lets a device ask for three numbers and a network for five, and that sends little abroad. */
let server: TestServer
/** One at home alone, which sends by a provider. */
let atHome: TestServer
let sms: SmsProviders
beforeAll(async () => {
  sms = await startSmsProviders()
  server = await startTestServer({
    trustProxy: 1,
    sendLimits: {
      numbersOfDevice: { attempts: 3, seconds: 60 },
      numbersOfNetwork: { attempts: 5, seconds: 60 },
      numbersOfSite: { attempts: 8, seconds: 60 },
    },
    env: { SMS_COUNTRIES: '+86,+852=2' },
  })
  const provider = {
    SMS_PROVIDER: 'aliyun',
    SMS_URL: sms.url,
    SMS_ACCESS_KEY_ID: smsKey.id,
    SMS_ACCESS_KEY_SECRET: smsKey.secret,
    SMS_SIGN_NAME: '示例',
    SMS_TEMPLATES: 'code=T',
  }
  atHome = await startTestServer({ env: { SEED: 'none', SMS_COUNTRIES: '+86', ...provider } })
})
afterAll(async () => {
  await Promise.all([server.close(), atHome.close()])
  sms.close()
})

const password = 'Password.of.the.test.1'
let last = 13_700_200_000
const mobile = () => String(++last)
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted()

async function person(at: TestServer) {
  const userName = `person-${crypto.randomUUID()}`
  await at.addUser({ userName, password })
  const token = await personToken(at, 'openid ZMS.UserDetails.Write', userName, password)
  return (phone: string, address = '198.51.100.1') =>
    ask<Envelope<unknown>>(at, 'POST', '/api/v1.0/user/verificationCode', {
      token,
      body: { type: 'Phone', purpose: 'ChangePhone', phone },
      headers: { 'x-forwarded-for': address },
    })
}

/** Asks for a code with an app that is somewhere. */
async function fromApp(app: AppDevice, address: string, number: string) {
  const body = { mobile: number, type: 'REGISTER_SMS', captcha_token: await app.pass(number) }
  return app.post('sms/send', body, { 'x-forwarded-for': address })
}

describe('different numbers', () => {
  test('that one device asks for are three, from whatever network, and another code to one of them is none more', async () => {
    const app = new AppDevice(server)
    const numbers = [mobile(), mobile(), mobile()]
    for (const [n, number] of numbers.entries()) expect((await fromApp(app, `192.0.2.${n}`, number)).status).toBe(200)
    const another = mobile()
    const refused = await fromApp(app, '192.0.2.3', another)
    expect(refused).toMatchObject({ status: 429, body: { error_code: 'COMMON.0429' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await outbox(server, another)).toEqual([])
    expect((await fromApp(app, '192.0.2.4', numbers[0] ?? '')).status).toBe(200)
    expect((await fromApp(new AppDevice(server), '192.0.2.5', another)).status).toBe(200)
  })

  test('that 32 requests of one device ask for at once are three', async () => {
    const app = new AppDevice(server)
    const asked = Array.from({ length: 32 }, (_, n) => fromApp(app, `192.0.2.${100 + n}`, mobile()))
    expect(statuses(await Promise.all(asked))).toEqual([...Array(3).fill(200), ...Array(29).fill(429)])
  })

  test('that one network asks for are five, whoever asks, by whichever interface', async () => {
    const address = '198.51.100.20'
    const asked: number[] = []
    for (let n = 0; n < 3; n += 1) asked.push((await fromApp(new AppDevice(server), address, mobile())).status)
    for (let n = 0; n < 3; n += 1) asked.push((await (await person(server))(mobile(), address)).status)
    expect(asked).toEqual([200, 200, 200, 200, 200, 429])
    expect((await (await person(server))(mobile(), '198.51.100.21')).status).toBe(200)
  })

  test('that the networks of one IPv6 site ask for are eight', async () => {
    const send = await person(server)
    const asked: number[] = []
    for (let n = 0; n < 9; n += 1) asked.push((await send(mobile(), `2001:db8:9:${n}::1`)).status)
    expect(asked).toEqual([...Array(8).fill(200), 429])
  })

  test('are of codes that were sent: what was refused counts no number', async () => {
    const app = new AppDevice(server)
    const from = '198.51.100.30'
    for (let n = 0; n < 3; n += 1) {
      const body = { mobile: '01012345678', type: 'REGISTER_SMS', captcha_token: await app.pass('01012345678') }
      expect((await app.post('sms/send', body, { 'x-forwarded-for': from })).body?.error_code).toBe('USER.0038')
    }
    expect((await fromApp(app, from, mobile())).status).toBe(200)
  })
})

describe('a country', () => {
  test('that is not listed gets no code, and the provider is not asked', async () => {
    const send = await person(atHome)
    expect(await send('+37120000000')).toMatchObject({ status: 422, body: { error: 'ContactInvalid' } })
    expect((await send(mobile())).status).toBe(200)
    await expect.poll(() => sms.calls.length, { timeout: 15_000 }).toBe(1)
    const kept = await atHome.database.pool.query(`select 1 from pgboss.job where name like 'messages%'`)
    expect(kept.rowCount).toBe(1)
  })

  test('gets as many codes a day as the list says, whoever asks, and the others theirs', async () => {
    const numbers = ['+85251234561', '+85251234562', '+85251234563', '+85251234564']
    const asked = numbers.map(async (number, n) => (await person(server))(number, `203.0.113.${n}`))
    expect(statuses(await Promise.all(asked))).toEqual([200, 200, 429, 429])
    expect((await (await person(server))(mobile(), '203.0.113.9')).status).toBe(200)
  })

  test.each(['86', '+86=0', '+86=', '*=many', '+86,'])('is not read of the list "%s"', (SMS_COUNTRIES) => {
    expect(() => loadConfig({ SMS_COUNTRIES })).toThrow('SMS_COUNTRIES must be a list like +86,+852=200,*=50')
  })
})
