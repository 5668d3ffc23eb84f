import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
import { freeMail } from '../support/contacts.ts'
import { outbox } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import { startThirdParties, type ThirdParties, throughProvider } from '../support/third-parties.ts'
import { askedBy, solved, whyAsked } from './captcha-person.ts'
import { authorization, loginsOf, signedInAs, somebody } from './external-person.ts'

let all: ThirdParties
let server: TestServer
beforeAll(async () => {
  all = await startThirdParties()
  server = all.server
})
afterAll(() => all.close())

const password = 'Correct.Horse.2026'
/** A person with a password. */
async function account(): Promise<{ id: string; userName: string; email: string }> {
  const [userName, email] = [`p-${randomUUID().slice(0, 8)}`, freeMail()]
  return { id: await server.addUser({ userName, password, email }), userName, email }
}

/** Rows that a fault must leave as they were. */
async function everything(): Promise<unknown> {
  const { db } = server.database
  return {
    users: await db.selectFrom('users').select('id').orderBy('id').execute(),
    logins: await db.selectFrom('externalLogins').select(['id', 'userId']).orderBy('id').execute(),
  }
}

describe('whoever is unknown', () => {
  test('signs in once with the password, and from then on with the provider', async () => {
    const { id, userName, email } = await account()
    const known = somebody()
    const person = new Person(server.issuer)
    const ask = await throughProvider(person, await person.visit(authorization), 'WeChat', {
      code: all.weChat.agree(known),
    })
    expect([ask.status, ask.url.pathname]).toEqual([200, '/Account/ExternalLogin/Bind'])
    expect(ask.body).toContain('小明')
    expect(ask.body).toContain('href="/Account/Register?ReturnUrl=')
    expect(await signedInAs(server, person)).toBeUndefined()
    const end = await person.signIn(ask, userName, password)
    expect(end.url.origin).toBe('http://localhost:5173')
    expect(await signedInAs(server, person)).toBe(id)
    expect(await loginsOf(server, id)).toMatchObject([
      {
        provider: 'WeChat',
        appId: all.weChat.appId,
        appOpenId: known.openid,
        externalId: known.unionid,
        displayName: '小明',
      },
    ])
    // Its owner may be another than whoever knows the password.
    const told = (await outbox(server, email)).filter(({ purpose }) => purpose === 'login_added')
    expect(told).toMatchObject([{ channel: 'mail', text: expect.stringContaining('绑定了第三方登录') }])
    expect((await auditOf(server, id)).at(-1)).toMatchObject({
      action: 'user.external_login_added',
      actorId: id,
      details: { provider: 'WeChat' },
    })

    const again = new Person(server.issuer)
    await throughProvider(again, await again.visit('/Account/Login'), 'WeChat', { code: all.weChat.agree(known) })
    expect(await signedInAs(server, again)).toBe(id)
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
    expect(await loginsOf(server, id)).toEqual([])
    await person.signIn(again, userName, password)
    expect(await loginsOf(server, id)).toHaveLength(1)
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
    expect(await loginsOf(server, id)).toEqual([])
    await person.signIn(ask, userName, password)
    const second = await account()
    expect((await person.signIn(ask, second.userName, password)).status).toBe(400)
    expect(await loginsOf(server, second.id)).toEqual([])
  })
})
