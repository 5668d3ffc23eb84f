import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AlipayStandIn } from '../support/alipay.ts'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** A stand-in for both platforms, as their documentation describes their interfaces. */
const alipay = new AlipayStandIn()
let platform: Server
let asked: string[] = []

function weChat(path: string, query: URLSearchParams): object {
  const code = query.get('code') ?? ''
  if (path.endsWith('userinfo')) return { openid: query.get('openid'), nickname: 'admin', unionid: 'union-1' }
  if (code === 'busy') return { errcode: -1, errmsg: 'system error' }
  if (code === 'used') return { errcode: 40163, errmsg: 'code been used' }
  if (code === 'wrong') return { errcode: 40029, errmsg: 'invalid code' }
  return { access_token: 'token', openid: `open-${code}` }
}

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  platform = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    asked.push(`${pathname} ${searchParams.get('code') ?? ''}`)
    const body =
      pathname === '/gateway.do' ? alipay.answer(searchParams) : JSON.stringify(weChat(pathname, searchParams))
    response.setHeader('content-type', 'application/json').end(body)
  }).listen(0)
  const url = `http://localhost:${(platform.address() as AddressInfo).port}`
  server = await startTestServer({
    env: {
      WECHAT_MOBILE_APP_ID: 'wx-mobile',
      WECHAT_MOBILE_APP_SECRET: 'secret',
      WECHAT_API_URL: url,
      ...alipay.env(url),
    },
  })
  app = new AppDevice(server)
})
afterAll(async () => {
  await server.close()
  platform.close()
})

const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const weChatLogin = (code: string, device = app) => device.post<LoginAnswer>('login/wechat', { code })
const alipayLogin = (code: string, device = app) => device.post<LoginAnswer>('login/alipay', { code })
const bound = async (provider: string, appOpenId: string, facts: object = {}) => {
  const userId = await server.addUser({ ...facts })
  const login = { id: crypto.randomUUID(), userId, provider, appId: 'dev', appOpenId }
  await server.database.db.insertInto('externalLogins').values(login).execute()
  return userId
}

describe.each([
  ['WeChat (S10)', 'WeChat', weChatLogin],
  ['Alipay (S11)', 'Alipay', alipayLogin],
] as const)('a sign-in with %s', (_name, provider, login) => {
  test('signs in whose account it is', async () => {
    const openId = crypto.randomUUID()
    await bound(provider, openId)
    expect((await login(`dev:${openId}`)).body).toEqual({
      status: 'SUCCESS',
      session_token: expect.any(String),
      id_token: expect.any(String),
      expire: 43_200,
    })
  })

  test('of nobody asks to register or to bind, or to bind alone, as the application says', async () => {
    const code = `dev:${crypto.randomUUID()}`
    const state = { state_token: expect.any(String), data: '{"socialBindOrRegisterFlow":["VERIFY_PHONE"]}' }
    expect((await login(code)).body).toEqual({ status: 'USER_REGISTER', ...state })
    const clientId = await server.addApplication({ unknownSocialAccounts: 'bind' })
    const strict = new AppDevice(server, { clientId })
    expect((await login(code, strict)).body).toEqual({ status: 'SOCIAL_BIND', ...state })
  })

  test('goes on with the second factor, and not for who may not enter', async () => {
    const openId = crypto.randomUUID()
    const userId = await bound(provider, openId, {
      itc: '+86',
      phone: String(13_700_700_000 + Math.floor(Math.random() * 90_000)),
    })
    const mfa = new AppDevice(server, { clientId: await server.addApplication({ secondFactor: 'sms' }) })
    expect((await login(`dev:${openId}`, mfa)).body).toMatchObject({ status: 'MFA_AUTH' })
    await server.app.services.deps.users.setEnabled({}, userId, false)
    expect((await login(`dev:${openId}`)).body).toEqual({ status: 'ACCESS_DENIED' })
  })

  test('asks about a code once, however often it comes', async () => {
    asked = []
    const answers = await Promise.all(Array.from({ length: 32 }, () => login(`once-${provider}`)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    expect(answers.filter(({ body }) => body.error_code === 'SOCIAL.0001').length).toBe(31)
    expect(asked.filter((request) => request.endsWith(` once-${provider}`)).length).toBe(1)
  })

  test('says so where the platform cannot tell, and calls no code wrong', async () => {
    expect(await login('busy')).toMatchObject({ status: 500, body: { error_code: 'COMMON.0500' } })
  })

  test('answers SOCIAL.0001 for a code that the platform does not take', async () => {
    expect(await login('wrong')).toMatchObject(failure('SOCIAL.0001'))
  })
})

test('a code of WeChat that was used is the fault of who sends it, and a nickname gives nothing', async () => {
  expect(await weChatLogin('used')).toMatchObject(failure('SOCIAL.0001'))
  expect((await weChatLogin('named')).body.status).toBe('USER_REGISTER')
})

test('an answer that Alipay has not signed is none', async () => {
  expect((await alipayLogin('forged')).status).toBe(500)
})

test('what stands beside the signed answer of Alipay says nothing', async () => {
  const userId = await server.addUser({})
  const login = { id: crypto.randomUUID(), userId, provider: 'Alipay', externalId: '2088owner' }
  await server.database.db.insertInto('externalLogins').values(login).execute()
  expect((await alipayLogin('owner')).body.status).toBe('SUCCESS')
  expect((await alipayLogin('added')).body.status).toBe('USER_REGISTER')
})

test('without a platform, and without demo mode, every code is wrong', async () => {
  const real = await startTestServer({ beside: server, env: { SEED: 'none' } })
  const phone = new AppDevice(real)
  expect(await weChatLogin('dev:somebody', phone)).toMatchObject(failure('SOCIAL.0001'))
  expect(await alipayLogin('any', phone)).toMatchObject(failure('SOCIAL.0001'))
  await real.close()
})
