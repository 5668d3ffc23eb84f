import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'
import { backFrom, buttonOf, startThirdParties, type ThirdParties, throughProvider } from '../support/third-parties.ts'
import { authorization, bound, loginsOf, recordsOf, signedInAs, somebody } from './external-person.ts'

let all: ThirdParties
let server: TestServer
beforeAll(async () => {
  all = await startThirdParties()
  server = all.server
  await withoutSchedule(server)
})
afterAll(() => all.close())

describe('the sign-in page', () => {
  test('has a link for each provider, which is a page of that provider with what its manual asks for', async () => {
    const person = new Person(server.issuer, { 'accept-language': 'en' })
    const page = await person.visit('/Account/Login')
    expect(page.body).toContain('Sign in with WeChat')
    const weChat = (await person.visit(buttonOf(page, 'WeChat'))).url
    expect([weChat.origin, weChat.pathname, weChat.hash]).toEqual([
      'https://open.weixin.qq.com',
      '/connect/qrconnect',
      '#wechat_redirect',
    ])
    const callback = `${server.issuer}/Account/ExternalLogin/Callback`
    const state = expect.stringMatching(/^[0-9a-f]{64,128}$/)
    expect(Object.fromEntries(weChat.searchParams)).toEqual({
      appid: all.weChat.appId,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'snsapi_login',
      state,
      lang: 'en',
    })
    const weCom = (await person.visit(buttonOf(page, 'WeCom'))).url
    expect([weCom.origin, weCom.pathname]).toEqual(['https://login.work.weixin.qq.com', '/wwlogin/sso/login'])
    expect(Object.fromEntries(weCom.searchParams)).toEqual({
      login_type: 'CorpApp',
      appid: all.corp.corpId,
      agentid: '1000002',
      redirect_uri: callback,
      state,
      lang: 'en',
    })
  })

  test('has none where no provider is configured, and whoever asks anyway is told so', async () => {
    const plain = await startTestServer()
    try {
      const person = new Person(plain.issuer)
      expect((await person.visit('/Account/Login')).body).not.toContain('ExternalLogin')
      const page = await person.visit('/Account/ExternalLogin?provider=WeChat')
      expect([page.status, page.body]).toEqual([400, expect.stringContaining('external_over')])
    } finally {
      await plain.close()
    }
  })
})

describe('whoever is known', () => {
  test('is signed in, with a record, and goes on to the application', async () => {
    const { id, known } = await bound(all)
    const person = new Person(server.issuer)
    const login = await person.visit(authorization)
    const end = await throughProvider(person, login, 'WeChat', { code: all.weChat.agree(known) })
    expect(end.url.origin).toBe('http://localhost:5173')
    expect(end.url.searchParams.get('code')).toBeTruthy()
    expect(end.url.searchParams.get('state')).toBe('application-state')
    expect(await signedInAs(server, person)).toBe(id)
    expect(await recordsOf(server, id)).toEqual([
      { method: 'wechat', succeeded: true, reason: null, clientId: 'TestClient' },
    ])
  })

  test('comes to the account page where no application asked', async () => {
    const { id, known } = await bound(all)
    const person = new Person(server.issuer)
    const end = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect(end.url.pathname).toBe('/usercenter')
    expect(await signedInAs(server, person)).toBe(id)
  })

  test('is the same member of WeCom however the id is written', async () => {
    const id = await server.addUser({})
    await server.app.services.deps.externalLogins.add(
      {},
      { userId: id, provider: 'WeCom', appId: all.corp.corpId, appOpenId: 'zhangsan' },
    )
    const person = new Person(server.issuer)
    all.weCom.codes.set('a-code', 'ZhangSan')
    await throughProvider(person, await person.visit('/Account/Login'), 'WeCom', { code: 'a-code' })
    expect(await signedInAs(server, person)).toBe(id)
    expect(await recordsOf(server, id)).toMatchObject([{ method: 'wecom', succeeded: true }])
  })

  test('is not known by the same id in another enterprise', async () => {
    const id = await server.addUser({})
    await server.app.services.deps.externalLogins.add(
      {},
      { userId: id, provider: 'WeCom', appId: 'wwanother', appOpenId: 'lisi' },
    )
    const person = new Person(server.issuer)
    all.weCom.codes.set('b-code', 'lisi')
    const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeCom', { code: 'b-code' })
    expect(page.url.pathname).toBe('/Account/ExternalLogin/Bind')
  })

  test('and disabled is told so, and not signed in', async () => {
    const { id, known } = await bound(all)
    await server.app.services.deps.users.setEnabled({}, id, false)
    const person = new Person(server.issuer)
    const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect([page.status, page.body]).toEqual([403, expect.stringContaining('This account is disabled')])
    expect(await signedInAs(server, person)).toBeUndefined()
    expect(await recordsOf(server, id)).toMatchObject([{ method: 'wechat', succeeded: false, reason: 'disabled' }])
  })

  test('gets a unified id that comes later, and is found by it in another application', async () => {
    const { openid } = somebody()
    const { id } = await bound(all, { openid })
    const person = new Person(server.issuer)
    const code = all.weChat.agree({ openid, unionid: `later-${openid}` })
    await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code })
    expect(await signedInAs(server, person)).toBe(id)
    expect(await loginsOf(server, id)).toMatchObject([{ appOpenId: openid, externalId: `later-${openid}` }])
  })
})

test('each step keeps to its number of statements', async () => {
  const { known } = await bound(all)
  const steps: Record<string, number> = {}
  const count = async (name: string, work: () => Promise<Response>) => {
    let answer: Response | undefined
    steps[name] = await countStatements(async () => {
      answer = await work()
    })
    expect([name, answer?.status]).toEqual([name, 303])
    return answer?.headers
  }
  const start = async (name: string) => {
    const headers = await count(name, () =>
      fetch(`${server.issuer}/Account/ExternalLogin?provider=WeChat`, { redirect: 'manual' }),
    )
    const [cookie = ''] = headers?.getSetCookie()[0]?.split(';') ?? []
    return {
      cookie,
      page: { url: new URL(headers?.get('location') ?? ''), status: 303, headers: new Headers(), body: '' },
    }
  }
  for (const [name, who] of [
    ['known', known],
    ['unknown', somebody()],
  ] as const) {
    const { cookie, page } = await start('to the provider')
    const back = backFrom(page, { code: all.weChat.agree(who) })
    await count(name, () => fetch(back, { redirect: 'manual', headers: { cookie } }))
  }
  // Used up; the place under the limits and what came of it; whose login; the account; the record; the session.
  expect(steps).toEqual({ 'to the provider': 1, known: 12, unknown: 5 })
})

test('the limits are those of passwords, and counted together with them', async () => {
  const limited = await startThirdParties({ signInLimits: { address: { attempts: 2, seconds: 600 } } })
  try {
    const person = new Person(limited.server.issuer)
    const login = await person.visit('/Account/Login')
    await throughProvider(person, login, 'WeChat', { code: 'rubbish' })
    await person.signIn(login, 'testUserName', 'wrong')
    const page = await throughProvider(person, login, 'WeChat', { code: 'rubbish' })
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await person.signIn(login, 'testUserName', 'Abc.123456')).status).toBe(429)
  } finally {
    await limited.close()
  }
})
