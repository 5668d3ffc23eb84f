import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements } from '../support/statements.ts'
import { backFrom, buttonOf, startThirdParties, type ThirdParties, throughProvider } from '../support/third-parties.ts'
import type { WeChatPerson } from '../support/wechat.ts'
import { askedBy, solved, whyAsked } from './captcha-person.ts'

let all: ThirdParties
let server: TestServer
beforeAll(async () => {
  all = await startThirdParties()
  server = all.server
})
afterAll(() => all.close())
beforeEach(() => {
  all.weChat.instead = undefined
  all.weCom.interfere = undefined
})

const somebody = (): WeChatPerson => ({ openid: `o-${randomUUID()}`, unionid: `u-${randomUUID()}`, nickname: '小明' })
const password = 'Correct.Horse.2026'
/** A person with a password. */
async function account(): Promise<{ id: string; userName: string }> {
  const userName = `p-${randomUUID().slice(0, 8)}`
  return { id: await server.addUser({ userName, password }), userName }
}
/** A person whom WeChat knows. */
async function bound(known = somebody()): Promise<{ id: string; known: WeChatPerson }> {
  const id = await server.addUser({})
  const login = { userId: id, provider: 'WeChat', appId: all.weChat.appId, appOpenId: known.openid }
  await server.app.services.deps.externalLogins.add({}, { ...login, externalId: known.unionid })
  return { id, known }
}

const authorization = `/connect/authorize?${new URLSearchParams({
  client_id: 'TestClient',
  response_type: 'code',
  redirect_uri: 'http://localhost:5173/login/callback/',
  scope: 'openid',
  state: 'application-state',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
})}`

async function recordsOf(userId: string) {
  return server.database.db
    .selectFrom('loginRecords')
    .select(['method', 'succeeded', 'reason', 'clientId'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()
}

async function signedInAs(person: Person): Promise<string | undefined> {
  const session = { _session: person.cookie('_session') }
  return server.app.services.deps.browserSessions.userId(session)
}

async function loginsOf(userId: string) {
  return server.app.services.deps.externalLogins.list(userId)
}

/** Rows that a fault must leave as they were. */
async function everything(): Promise<unknown> {
  const { db } = server.database
  return {
    users: await db.selectFrom('users').select('id').orderBy('id').execute(),
    logins: await db.selectFrom('externalLogins').select(['id', 'userId']).orderBy('id').execute(),
  }
}

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
    const { id, known } = await bound()
    const person = new Person(server.issuer)
    const login = await person.visit(authorization)
    const end = await throughProvider(person, login, 'WeChat', { code: all.weChat.agree(known) })
    expect(end.url.origin).toBe('http://localhost:5173')
    expect(end.url.searchParams.get('code')).toBeTruthy()
    expect(end.url.searchParams.get('state')).toBe('application-state')
    expect(await signedInAs(person)).toBe(id)
    expect(await recordsOf(id)).toEqual([{ method: 'wechat', succeeded: true, reason: null, clientId: 'TestClient' }])
  })

  test('comes to the account page where no application asked', async () => {
    const { id, known } = await bound()
    const person = new Person(server.issuer)
    const end = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect(end.url.pathname).toBe('/usercenter')
    expect(await signedInAs(person)).toBe(id)
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
    expect(await signedInAs(person)).toBe(id)
    expect(await recordsOf(id)).toMatchObject([{ method: 'wecom', succeeded: true }])
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
    const { id, known } = await bound()
    await server.app.services.deps.users.setEnabled({}, id, false)
    const person = new Person(server.issuer)
    const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect([page.status, page.body]).toEqual([403, expect.stringContaining('This account is disabled')])
    expect(await signedInAs(person)).toBeUndefined()
    expect(await recordsOf(id)).toMatchObject([{ method: 'wechat', succeeded: false, reason: 'disabled' }])
  })

  test('gets a unified id that comes later, and is found by it in another application', async () => {
    const { openid } = somebody()
    const { id } = await bound({ openid })
    const person = new Person(server.issuer)
    const code = all.weChat.agree({ openid, unionid: `later-${openid}` })
    await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code })
    expect(await signedInAs(person)).toBe(id)
    expect(await loginsOf(id)).toMatchObject([{ appOpenId: openid, externalId: `later-${openid}` }])
  })
})

describe('whoever is unknown', () => {
  test('signs in once with the password, and from then on with the provider', async () => {
    const { id, userName } = await account()
    const known = somebody()
    const person = new Person(server.issuer)
    const ask = await throughProvider(person, await person.visit(authorization), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect([ask.status, ask.url.pathname]).toEqual([200, '/Account/ExternalLogin/Bind'])
    expect(ask.body).toContain('小明')
    expect(ask.body).toContain('href="/Account/Register?ReturnUrl=')
    expect(await signedInAs(person)).toBeUndefined()
    const end = await person.signIn(ask, userName, password)
    expect(end.url.origin).toBe('http://localhost:5173')
    expect(await signedInAs(person)).toBe(id)
    expect(await loginsOf(id)).toMatchObject([
      {
        provider: 'WeChat',
        appId: all.weChat.appId,
        appOpenId: known.openid,
        externalId: known.unionid,
        displayName: '小明',
      },
    ])
    expect((await auditOf(server, id)).at(-1)).toMatchObject({
      action: 'user.external_login_added',
      actorId: id,
      details: { provider: 'WeChat' },
    })

    const again = new Person(server.issuer)
    await throughProvider(again, await again.visit('/Account/Login'), 'WeChat', { code: all.weChat.agree(known) })
    expect(await signedInAs(again)).toBe(id)
  })

  test('makes no account, and two of one nickname stay two', async () => {
    const before = await everything()
    for (const known of [somebody(), somebody()]) {
      const person = new Person(server.issuer)
      const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
        code: all.weChat.agree(known),
      })
      expect(page.url.pathname).toBe('/Account/ExternalLogin/Bind')
    }
    expect(await everything()).toEqual(before)
  })

  test('sees the page again after a wrong password, and nothing is linked', async () => {
    const { id, userName } = await account()
    const person = new Person(server.issuer)
    const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(somebody()),
    })
    const again = await person.signIn(ask, userName, 'wrong')
    expect([again.status, again.body]).toEqual([
      200,
      expect.stringContaining('The account or the password is not right'),
    ])
    expect(again.body).toContain(`value="${userName}"`)
    expect(await loginsOf(id)).toEqual([])
    await person.signIn(again, userName, password)
    expect(await loginsOf(id)).toHaveLength(1)
  })

  test('is asked for a captcha after several wrong passwords', async () => {
    const suspicious = await startThirdParties({
      signInLimits: { accountAndAddress: { attempts: 100, seconds: 600, suspicious: 1 } },
    })
    try {
      const { issuer } = suspicious.server
      const person = new Person(issuer)
      const code = suspicious.weChat.agree(somebody())
      const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code })
      const again = await person.signIn(ask, 'testUserName', 'wrong')
      expect(askedBy(again)).toBe('slider')
      const asked = await person.signIn(again, 'testUserName', 'Abc.123456')
      expect(whyAsked(asked)).toBeDefined()
      const answer = await solved(suspicious.server, asked)
      const done = await person.submit(asked, { username: 'testUserName', password: 'Abc.123456', ...answer })
      expect(done.url.pathname).toBe('/usercenter')
    } finally {
      await suspicious.close()
    }
  })

  test('cannot use the page in another browser, with another token, or twice', async () => {
    const { id, userName } = await account()
    const person = new Person(server.issuer)
    const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
      code: all.weChat.agree(somebody()),
    })
    const other = new Person(server.issuer)
    await other.visit('/Account/Login')
    expect((await other.visit(ask.url)).status).toBe(400)
    expect((await other.signIn(ask, userName, password)).status).toBe(400)
    const forged = await person.submit(ask, { username: userName, password, __RequestVerificationToken: 'forged' })
    expect(forged.status).toBe(403)
    expect(await loginsOf(id)).toEqual([])
    await person.signIn(ask, userName, password)
    const second = await account()
    expect((await person.signIn(ask, second.userName, password)).status).toBe(400)
    expect(await loginsOf(second.id)).toEqual([])
  })
})

describe('a call-back does nothing', () => {
  const cases: [
    string,
    (person: Person) => Promise<{ page: Awaited<ReturnType<Person['visit']>>; reason: string; status?: number }>,
  ][] = [
    [
      'without a state',
      async (person) => {
        const { known } = await bound()
        const page = await person.visit(`/Account/ExternalLogin/Callback?code=${all.weChat.agree(known)}`)
        return { page, reason: 'external_over' }
      },
    ],
    [
      'with a state of nobody',
      async (person) => {
        const { known } = await bound()
        const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
          code: all.weChat.agree(known),
          state: 'ab'.repeat(48),
        })
        return { page, reason: 'external_over' }
      },
    ],
    [
      'in a browser that did not begin',
      async (person) => {
        const { known } = await bound()
        const attacker = new Person(server.issuer)
        const provider = await attacker.visit(buttonOf(await attacker.visit('/Account/Login'), 'WeChat'))
        await person.visit('/Account/Login')
        return {
          page: await person.visit(backFrom(provider, { code: all.weChat.agree(known) })),
          reason: 'external_over',
        }
      },
    ],
    [
      'with the page of one purpose used for another',
      async (person) => {
        const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
          code: all.weChat.agree(somebody()),
        })
        const state = ask.url.searchParams.get('ticket') ?? ''
        return {
          page: await person.visit(`/Account/ExternalLogin/Callback?code=x&state=${state}`),
          reason: 'external_over',
        }
      },
    ],
    [
      'with a code that the provider does not know',
      async (person) => ({
        page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'rubbish' }),
        reason: 'external_refused',
      }),
    ],
    [
      'without a code, as when the person did not agree',
      async (person) => ({
        page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {}),
        reason: 'external_cancelled',
      }),
    ],
    [
      'when the provider answers something else',
      async (person) => {
        all.weChat.instead = () => '<html>'
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'x' }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the provider tells of somebody else',
      async (person) => {
        const { known } = await bound()
        all.weChat.instead = (path) => (path === '/sns/userinfo' ? { openid: known.openid, nickname: 'x' } : undefined)
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
            code: all.weChat.agree(somebody()),
          }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the provider is silent',
      async (person) => {
        all.weChat.instead = () => 'silence'
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'x' }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the ids of the provider belong to two accounts',
      async (person) => {
        const [one, two] = [await bound(), await bound()]
        const both = { openid: one.known.openid, unionid: two.known.unionid ?? '' }
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
            code: all.weChat.agree(both),
          }),
          reason: 'external_taken',
        }
      },
    ],
  ]
  test.each(cases)('%s', async (_, walk) => {
    const person = new Person(server.issuer)
    const { page, reason, status = 400 } = await walk(person)
    expect([page.status, page.body]).toEqual([status, expect.stringContaining(reason)])
    expect(await signedInAs(person)).toBeUndefined()
  })

  test('a second time, even with 32 at once', async () => {
    const { id, known } = await bound()
    const person = new Person(server.issuer)
    const provider = await person.visit(buttonOf(await person.visit('/Account/Login'), 'WeChat'))
    const back = backFrom(provider, { code: all.weChat.agree(known) })
    const cookie = `oa_request=${person.cookie('oa_request')}`
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => fetch(back, { redirect: 'manual', headers: { cookie } })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await recordsOf(id)).toHaveLength(1)
    expect((await person.visit(back)).body).toContain('external_over')
  })
})

test('each step keeps to its number of statements', async () => {
  const { known } = await bound()
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
