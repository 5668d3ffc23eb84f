import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../support/outbox.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
})
afterAll(() => server.close())

let last = 13_700_100_000
const mobile = () => String(++last)
const failure = (error_code: string) => ({ status: 400, body: { error_code } })

describe('the dialling codes (S6)', () => {
  interface Codes {
    readonly preferredAreaCode: string
    readonly phoneAreaCodeDefinitions: readonly {
      readonly areaCode: string
      readonly countryCode: string
      readonly mobileRegex: string
      readonly displayMapping: Readonly<Record<string, string>>
    }[]
  }

  test('begin with the printed ones, and go on with all that have numbering plans, each once', async () => {
    const { status, body } = await app.call<Codes>('GET', 'country-codes')
    expect([status, body.preferredAreaCode]).toEqual([200, 'CN'])
    const codes = body.phoneAreaCodeDefinitions
    expect(codes.slice(0, 5).map(({ countryCode }) => countryCode)).toEqual(['CN', 'HK', 'MO', 'TW', 'AF'])
    expect(codes.length).toBeGreaterThan(200)
    expect(new Set(codes.map(({ countryCode }) => countryCode)).size).toBe(codes.length)
    const germany = codes.find(({ countryCode }) => countryCode === 'DE')
    expect(germany).toMatchObject({
      areaCode: '49',
      displayMapping: { en: 'Germany', 'zh-CN': '德国', 'zh-TW': '德國' },
    })
    expect('+49-1701234567').toMatch(new RegExp(germany?.mobileRegex ?? ''))
    expect('13800138000').toMatch(new RegExp(codes[0]?.mobileRegex ?? ''))
  })
})

describe('an SMS code (S7)', () => {
  test('goes to the demo number, for what it was asked for', async () => {
    expect(await app.send('12345678901', 'LOGIN_SMS')).toMatchObject({ status: 200, body: undefined })
    expect((await outbox(server, '12345678901'))[0]).toMatchObject({ purpose: 'sign_in', code: expect.any(String) })
  })

  test.each([
    ['REGISTER_SMS', 'register'],
    ['BIND_MOBILE_SMS', 'bind_phone'],
  ])('of type %s goes to a number that has no account', async (type, purpose) => {
    const number = mobile()
    expect((await app.send(number, type)).status).toBe(200)
    expect(await outbox(server, number)).toMatchObject([{ purpose, code: expect.stringMatching(/^\d{6}$/) }])
  })

  test.each(['LOGIN_SMS', 'FORGET_PWD_SMS', 'MFA_AUTH_SMS'])(
    'of type %s goes to nobody who has no account, and the answer does not tell',
    async (type) => {
      const number = mobile()
      expect((await app.send(number, type)).status).toBe(200)
      expect(await outbox(server, number)).toEqual([])
    },
  )

  test.each(['UPDATE_MOBILE_SMS', 'OTP_REST_SMS', 'CHANGE_PWD_SMS'])(
    'of type %s is not sent: nothing takes one',
    async (type) => {
      expect(await app.send(mobile(), type)).toMatchObject(failure('COMMON.0400'))
    },
  )

  test('needs a passed captcha, once', async () => {
    const number = mobile()
    const body = { mobile: number, type: 'REGISTER_SMS', captcha_token: await app.pass(number) }
    const { captcha_token: _missing, ...without } = body
    expect(await app.post('sms/send', without)).toMatchObject(failure('PARAM.0008'))
    expect(await app.post('sms/send', { ...body, captcha_token: 'never-given' })).toMatchObject(failure('CAPTCHA.0004'))
    expect((await app.post('sms/send', body)).status).toBe(200)
    expect(await app.post('sms/send', body)).toMatchObject(failure('CAPTCHA.0004'))
    expect((await outbox(server, number)).length).toBe(1)
  })

  test('is sent once when one passed captcha is used 32 times at once', async () => {
    const number = mobile()
    const body = { mobile: number, type: 'REGISTER_SMS', captcha_token: await app.pass(number) }
    const answers = await Promise.all(Array.from({ length: 32 }, () => app.post('sms/send', body)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    expect((await outbox(server, number)).length).toBe(1)
  })

  test('goes to whom the captcha was passed for, from that device, in time', async () => {
    const number = mobile()
    const pass = await app.pass(`+86 ${number.slice(0, 3)}-${number.slice(3)} `)
    const body = { mobile: number, type: 'REGISTER_SMS', captcha_token: pass }
    expect(await app.post('sms/send', { ...body, mobile: mobile() })).toMatchObject(failure('CAPTCHA.0004'))
    expect(await new AppDevice(server).post('sms/send', body)).toMatchObject(failure('CAPTCHA.0004'))
    expect((await app.post('sms/send', body)).status).toBe(200)
    const late = { ...body, captcha_token: await app.pass(number) }
    await server.database.pool.query(`update captchas set expires_at = now() - interval '1 second'`)
    expect(await app.post('sms/send', late)).toMatchObject(failure('CAPTCHA.0003'))
    expect((await outbox(server, number)).length).toBe(1)
  })

  test.each(['+37120000000', '1380013800', '138001380000', '１３８００１３８０００'])(
    'is not sent to %s, which is no mobile number of eleven digits',
    async (number) => {
      const captcha_token = await app.pass(number)
      const body = { mobile: number, type: 'REGISTER_SMS', captcha_token }
      expect(await app.post('sms/send', body)).toMatchObject(failure('COMMON.0400'))
    },
  )

  test('is not sent to a number that no message reaches', async () => {
    expect(await app.send('01012345678', 'REGISTER_SMS')).toMatchObject(failure('USER.0038'))
  })

  test('is not sent again too soon, however many ask', async () => {
    const strict = await startTestServer({ sendLimits: { pause: { attempts: 1, seconds: 60 } } })
    const phone = new AppDevice(strict)
    const number = mobile()
    expect((await phone.send(number, 'REGISTER_SMS')).status).toBe(200)
    const { status, headers } = await phone.send(number, 'REGISTER_SMS')
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await outbox(strict, number)).length).toBe(1)
    await strict.close()
  })
})
