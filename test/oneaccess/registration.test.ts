import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendLimits } from '../../server/domain/verification-codes/limits.ts'
import { freeMail } from '../support/contacts.ts'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
})
afterAll(() => server.close())

let last = 13_700_500_000
const mobile = () => String(++last)
const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const register = (body: object, device = app) => device.post<LoginAnswer>('register/mobile-verify-code', body)

describe('a registration with a mobile number (S3)', () => {
  test('makes an account of what is sent, and signs in', async () => {
    const number = mobile()
    const user_name = `reg-${crypto.randomUUID().slice(0, 8)}`
    const { status, body } = await register({
      mobile: number,
      verify_code: await app.smsCode(number, 'REGISTER_SMS'),
      user_name,
      name: '张三',
      email: `${user_name}@example.com`,
      pwd: 'Zhangsan.2026',
      head_img: 'https://accounts.example.com/pictures/zhangsan.png',
      attr_gender: 'unknow',
      attr_birthday: '1997-01-01',
      attr_nick_name: '小张',
      first_name: '三',
      middle_name: '',
      last_name: '张',
      extension: { age: '18' },
    })
    expect([status, body]).toMatchObject([
      200,
      { status: 'SUCCESS', expire: 43_200, session_token: expect.any(String) },
    ])
    expect((await app.signedCall(body.session_token ?? '', 'GET', 'profile')).body).toEqual({
      user_name,
      name: '张三',
      head_img: 'https://accounts.example.com/pictures/zhangsan.png',
      email: `${user_name}@example.com`,
      mobile: number,
      attr_gender: 'unknown',
      attr_birthday: '1997-01-01',
      attr_nick_name: '小张',
      first_name: '三',
      middle_name: null,
      last_name: '张',
      extension: '{"age":"18"}',
    })
    expect((await app.login(user_name, 'Zhangsan.2026')).body.status).toBe('SUCCESS')
  })

  test('needs nothing but the number', async () => {
    const number = mobile()
    const { body } = await register({ mobile: number, verify_code: await app.smsCode(number, 'REGISTER_SMS') })
    expect(body.status).toBe('SUCCESS')
  })

  test('makes one account when 32 come at once', async () => {
    const number = mobile()
    const body = { mobile: number, verify_code: await app.smsCode(number, 'REGISTER_SMS') }
    const answers = await Promise.all(Array.from({ length: 32 }, () => register(body)))
    expect(answers.filter(({ body: { status } }) => status === 'SUCCESS').length).toBe(1)
    expect(answers.filter(({ body: { error_code } }) => error_code === 'PARAM.0011').length).toBe(31)
  })

  test.each([
    ['PARAM.0009', { verify_code: '' }],
    ['PARAM.0011', { verify_code: '000000' }],
    ['USER.0029', { user_name: 'ZhangSan' }],
    ['USER.0031', { email: 'zhangsan@example.com' }],
    ['USER.0037', { user_name: 'ad\u200bmin' }],
    ['PWD.0002', { pwd: 'a1' }],
    ['PWD.0003', { user_name: 'some.body1', pwd: 'Some.Body1' }],
    ['PWD.0005', { pwd: 'abcdefghij' }],
  ])('answers %s, makes nobody, and the code is good still', async (code, wrong) => {
    const number = mobile()
    const body = { mobile: number, verify_code: await app.smsCode(number, 'REGISTER_SMS') }
    expect(await register({ ...body, ...wrong })).toMatchObject(failure(code))
    expect((await register(body)).body.status).toBe('SUCCESS')
  })

  test('answers USER.0038 for what is no number, and USER.0030 for one that somebody got meanwhile', async () => {
    expect(await register({ mobile: '12', verify_code: '123456' })).toMatchObject(failure('USER.0038'))
    const number = mobile()
    const verify_code = await app.smsCode(number, 'REGISTER_SMS')
    await server.addUser({ itc: '+86', phone: number })
    expect(await register({ mobile: number, verify_code })).toMatchObject(failure('USER.0030'))
  })

  test('is for applications with the permission, and not for one that lets in account holders alone', async () => {
    const without = new AppDevice(server, { clientId: await server.addApplication({}) })
    expect((await register({ mobile: mobile(), verify_code: '123456' }, without)).status).toBe(403)
    const permissionCodes = ['auth_api']
    const clientId = await server.addApplication({ permissionCodes, applicationAccountRequired: true })
    const closed = new AppDevice(server, { clientId })
    const number = mobile()
    const verify_code = await closed.smsCode(number, 'REGISTER_SMS')
    expect((await register({ mobile: number, verify_code }, closed)).status).toBe(403)
    const made = await server.database.db.selectFrom('users').select('id').where('phone', '=', number).execute()
    expect(made).toEqual([])
  })
})

test('nobody goes through a list of addresses with one code: who is told of others is limited as who is wrong', async () => {
  const limits = { ...sendLimits(10_000), wrong: { attempts: 5, seconds: 3600 } }
  const strict = await startTestServer({ beside: server, sendLimits: limits, trustProxy: 1 })
  try {
    const device = new AppDevice(strict)
    const number = mobile()
    const verify_code = await device.smsCode(number, 'REGISTER_SMS')
    const elsewhere = { 'X-Forwarded-For': '203.0.113.77' }
    const attempt = () => {
      const body = { mobile: number, verify_code, user_name: 'admin', email: freeMail() }
      return device.post<LoginAnswer>('register/mobile-verify-code', body, elsewhere)
    }
    for (let times = 0; times < 5; times++) expect(await attempt()).toMatchObject(failure('USER.0029'))
    expect((await attempt()).status).toBe(429)
  } finally {
    await strict.close()
  }
})
