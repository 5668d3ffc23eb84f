import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, personToken } from '../support/api.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/Account/LoginByCode'
const password = 'Password.of.the.test.1'
let numbers = 0

/** Somebody with an account of their own; nothing of it is proved unless it says so. */
async function account(proved: { phoneVerified?: boolean; emailVerified?: boolean } = {}) {
  numbers += 1
  const phone = `1392345${String(numbers).padStart(4, '0')}`
  const userName = `person-${crypto.randomUUID()}`
  const email = `${userName}@example.com`
  const id = await server.addUser({ userName, password, itc: '+86', phone, email, ...proved })
  return { id, userName, phone, email }
}

/** Asks for a code in a browser of its own. */
async function askFor(username: string) {
  const person = new Person(server.issuer)
  const asked = await person.submit(await person.visit(path), { username })
  return { person, asked }
}

describe('sign-in by code', () => {
  test('is reached from the sign-in page, takes number and code, and is written down', async () => {
    const { id, phone } = await account({ phoneVerified: true })
    const person = new Person(server.issuer)
    expect((await person.visit('/Account/Login')).body).toContain(`href="${path}"`)
    const asked = await person.submit(await person.visit(path), { username: phone })
    expect(asked.body).toContain('autocomplete="one-time-code"')
    const done = await person.submit(asked, { code: await codeFor(server, phone) })
    expect(done.url.pathname).toBe('/usercenter')
    expect(await person.isSignedIn()).toBe(true)
    const records = await server.database.db
      .selectFrom('loginRecords')
      .select(['method', 'succeeded'])
      .where('userId', '=', id)
      .execute()
    expect(records).toEqual([{ method: 'code', succeeded: true }])
  })

  test.each([
    [
      'full-width digits',
      (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['a blank in the middle', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['a dash in the middle', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['the marks that phones copy around a number', (code: string) => `\u202a${code}\u202c`],
  ])('takes a code with %s', async (_what, typed) => {
    const { phone } = await account({ phoneVerified: true })
    const { person, asked } = await askFor(phone)
    const done = await person.submit(asked, { code: typed(await codeFor(server, phone)) })
    expect(done.url.pathname).toBe('/usercenter')
  })

  test('goes on with the authorization that asked for it', async () => {
    const { phone } = await account({ phoneVerified: true })
    const person = new Person(server.issuer)
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('v'.repeat(43))))
    const authorize = new URLSearchParams({
      client_id: 'TestClient',
      response_type: 'code',
      redirect_uri: 'http://localhost:5173/login/callback/',
      scope: 'openid',
      code_challenge: challenge.toString('base64url'),
      code_challenge_method: 'S256',
    })
    const login = await person.visit(`/connect/authorize?${authorize}`)
    const link = /href="(\/Account\/LoginByCode\?[^"]+)"/.exec(login.body)?.[1] ?? ''
    const asked = await person.submit(await person.visit(link), { username: phone })
    const done = await person.submit(asked, { code: await codeFor(server, phone) })
    expect(done.url.origin + done.url.pathname).toBe('http://localhost:5173/login/callback/')
    expect(done.url.searchParams.get('code')).toBeTruthy()
  })

  test('works by mail, and by a number however it is written', async () => {
    const { phone, email } = await account({ phoneVerified: true, emailVerified: true })
    for (const username of [email.toUpperCase().replace('EXAMPLE', 'example'), `+86 ${phone}`, `0086${phone}`]) {
      const { person, asked } = await askFor(username)
      const to = username.includes('@') ? email : phone
      await person.submit(asked, { code: await codeFor(server, to) })
      expect(await person.isSignedIn()).toBe(true)
    }
  })

  test('says the same to who has no account, and sends nothing', async () => {
    const { phone } = await account({ phoneVerified: true })
    const { asked: known } = await askFor(phone)
    const { person, asked: unknown } = await askFor('13923459999')
    const plain = (body: string) => body.replace(/value="[^"]*"|1392345\d{4}/g, '')
    expect([unknown.status, plain(unknown.body)]).toEqual([known.status, plain(known.body)])
    expect(await outbox(server, '13923459999')).toEqual([])
    expect((await person.submit(unknown, { code: '123456' })).body).toContain('The code is not right')
  })

  test('shows the page again with a wrong code, and the right one still works', async () => {
    const { phone } = await account({ phoneVerified: true })
    const { person, asked } = await askFor(phone)
    const code = await codeFor(server, phone)
    const again = await person.submit(asked, { code: wrongCode(code) })
    expect([again.status, again.body]).toEqual([200, expect.stringContaining('The code is not right')])
    await person.submit(again, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
    expect(await person.isSignedIn()).toBe(true)
  })

  test.each(['1380013800', '010 1234 5678', 'a@b@example.com', 'nobody'])(
    'says that no code goes to %s',
    async (to) => {
      const { asked } = await askFor(to)
      expect([asked.status, asked.body]).toEqual([200, expect.stringContaining('No code can be sent there')])
    },
  )

  test('lets nobody in who is disabled', async () => {
    const { id, phone } = await account({ phoneVerified: true })
    const { person, asked } = await askFor(phone)
    const code = await codeFor(server, phone)
    await server.app.services.deps.users.setEnabled({}, id, false)
    await person.submit(asked, { code })
    expect(await person.isSignedIn()).toBe(false)
    const { asked: later } = await askFor(phone)
    expect(later.status).toBe(200)
    expect(await outbox(server, phone)).toHaveLength(1)
  })

  test('does not go to john@gıthub.com for the account of john@github.com, nor to john', async () => {
    await server.addUser({ userName: 'john-of-github', email: 'john@github.com', emailVerified: true })
    const { asked } = await askFor('john@gıthub.com')
    expect(asked.status).toBe(200)
    for (const to of ['john@github.com', 'john@gıthub.com', 'john@xn--gthub-n4a.com']) {
      expect(await outbox(server, to)).toEqual([])
    }
  })
})

describe('the first proof of an address', () => {
  test('takes the account from whoever made it in somebody else’s name', async () => {
    const { id, userName, email } = await account()
    const stranger = new Person(server.issuer)
    await stranger.signIn(await stranger.visit('/Account/Login'), userName, password)
    expect(await stranger.isSignedIn()).toBe(true)
    await server.database.db
      .insertInto('externalLogins')
      .values({
        id: crypto.randomUUID(),
        userId: id,
        provider: 'WeChat',
        appId: 'wx1',
        appOpenId: 'o1',
        externalId: `u-${id}`,
      })
      .execute()

    const { person, asked } = await askFor(email)
    await person.submit(asked, { code: await codeFor(server, email) })
    expect(await person.isSignedIn()).toBe(true)
    expect(await stranger.isSignedIn()).toBe(false)
    const again = new Person(server.issuer)
    await again.signIn(await again.visit('/Account/Login'), userName, password)
    expect(await again.isSignedIn()).toBe(false)
    const logins = server.database.db.selectFrom('externalLogins').select('id').where('userId', '=', id)
    expect(await logins.execute()).toEqual([])
    expect((await auditOf(server, id)).map(({ action }) => action)).toContain('user.address_proved')
  })

  test('is none where it was proved before: the password stays', async () => {
    const { userName, phone } = await account({ phoneVerified: true })
    const { person, asked } = await askFor(phone)
    await person.submit(asked, { code: await codeFor(server, phone) })
    expect(await personToken(server, 'openid', userName, password)).toBeTruthy()
  })

  test('is not to be had with an address beside a number that was proved: it may be a stranger’s', async () => {
    const { email } = await account({ phoneVerified: true })
    const { asked } = await askFor(email)
    expect(asked.status).toBe(200)
    expect(await outbox(server, email)).toEqual([])
  })
})
