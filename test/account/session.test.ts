import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  authorize,
  authorizeUrl,
  errorOf,
  obtainTokens,
  redirectUri,
  refresh,
  userInfoStatus,
} from '../security/support/flow.ts'
import { auditOf } from '../support/api.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

const scope = 'openid profile offline_access'

/** An application of somebody else's, and what a person in a browser of their own lets it have. */
async function allowed(name: string) {
  const client_id = await server.addApplication({ name, nameZh: `${name}（中文）`, redirectUris: [redirectUri] })
  const person = new Person(server.issuer)
  const tokens = await obtainTokens(server.issuer, { client_id, scope }, person)
  const page = await person.visit('/usercenter')
  /** Sends the form of that application, as the page has it. */
  const takeBack = (changed: Record<string, string> = {}) => {
    const token = /name="__RequestVerificationToken" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const body = new URLSearchParams({ client_id, __RequestVerificationToken: token, ...changed })
    return person.visit('/usercenter/allowed/revoke', { method: 'POST', body })
  }
  return { client_id, person, tokens, page, takeBack }
}

/** The GUID of the demo user. */
async function guid(): Promise<string> {
  const { db } = server.database
  const row = await db.selectFrom('users').select('id').where('userName', '=', 'testUserName').executeTakeFirstOrThrow()
  return row.id
}

describe('what a person has allowed', () => {
  test('is listed at the account page, in the language of the person, those of the platform itself left out', async () => {
    const { page, person } = await allowed('Reading list')
    await authorize(server.issuer, {}, person)
    expect(page.body).toMatch(/<h3><bdi class="name">Reading list<\/bdi><\/h3>/)
    expect(page.body).toContain('Keep its access while you are away')
    const chinese = await person.visit('/usercenter?ui_locales=zh_CN')
    expect(chinese.body).toContain('Reading list（中文）')
    const { db } = server.database
    const own = await db.selectFrom('applications').select('name').where('clientId', '=', 'TestClient').execute()
    expect(page.body).not.toContain(`<bdi class="name">${own[0]?.name}</bdi></h3>`)
  })

  test('is read with one statement, however much it is', async () => {
    const { person } = await allowed('First of two')
    const before = await countStatements(() => person.visit('/usercenter'))
    const client_id = await server.addApplication({ name: 'Second of two', redirectUris: [redirectUri] })
    await obtainTokens(server.issuer, { client_id, scope }, person)
    expect(await countStatements(() => person.visit('/usercenter'))).toBe(before)
    expect(before).toBe(3)
  })

  test('ends when it is taken back, in every browser, with everything that came of it', async () => {
    const { client_id, tokens, person, takeBack } = await allowed('Taken back')
    const elsewhere = await obtainTokens(server.issuer, { client_id, scope })
    const other = await allowed('Kept')
    const after = await takeBack()
    expect([after.status, after.url.pathname]).toEqual([200, '/usercenter'])
    expect(after.body).not.toContain('Taken back')
    for (const made of [tokens, elsewhere]) {
      expect(await userInfoStatus(server.issuer, made.access_token)).toBe(401)
      expect(await errorOf(await refresh(server.issuer, made.refresh_token, { client_id }))).toBe('invalid_grant')
    }
    expect(await userInfoStatus(server.issuer, other.tokens.access_token)).toBe(200)
    // It has to ask again.
    const asked = await person.visit(authorizeUrl(server.issuer, { client_id, scope: 'openid' }))
    expect(asked.url.pathname).toBe('/Account/Consent')
  })

  test('leaves a note of its end, once', async () => {
    const { client_id, takeBack } = await allowed('Noted')
    await takeBack()
    await takeBack()
    const events = (await auditOf(server, await guid())).filter(({ details }) => details.client_id === client_id)
    expect(events).toMatchObject([{ action: 'grant.revoked', actorId: await guid(), requestId: expect.any(String) }])
  })

  test('stays when the form is not of this browser, says why, and the reason is a word of ours', async () => {
    const { person, tokens, takeBack } = await allowed('Stays')
    const old = await takeBack({ __RequestVerificationToken: 'A'.repeat(43) })
    expect([old.status, old.body]).toEqual([403, expect.stringContaining('This page is too old')])
    expect(old.body).toContain('<code>form_expired</code>')
    person.forget('oa_request')
    const bare = await takeBack()
    expect([bare.status, bare.body]).toEqual([403, expect.stringContaining('Cookies are missing')])
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  })

  test('asks who is not signed in to sign in first', async () => {
    const { person, takeBack, tokens } = await allowed('Signed out')
    person.forget('_session')
    expect((await takeBack()).url.pathname).toBe('/Account/Login')
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  })
})

describe('the home page', () => {
  test('knows who is signed in', async () => {
    const person = new Person(server.issuer)
    expect((await person.visit('/')).body).toContain('href="/Account/Login"')
    await person.signIn(await person.visit('/Account/Login'))
    const { body } = await person.visit('/')
    expect(body).toContain('Signed in as')
    expect(body).toContain('testUserName')
    expect(body).not.toContain('href="/Account/Login"')
  })
})
