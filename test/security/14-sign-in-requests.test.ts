import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { Browser } from './support/browser.ts'
import { authorizeUrl, obtainTokens, post, redeem, redirectUri, tokensOf } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.addUser({ userName: 'attacker', password: 'A password 1.' })
})
afterAll(() => server.close())

const signedOutUri = 'http://localhost:5173/signed-out'
const credentials = { username: 'testUserName', password: 'Abc.123456' }
const attackers = { username: 'attacker', password: 'A password 1.' }

/** A browser at the sign-in page of an authorization. */
async function atLogin(changed = {}) {
  const browser = new Browser(server.issuer)
  const login = await browser.follow(await browser.get(authorizeUrl(server.issuer, changed)))
  return { browser, login, returnUrl: /name="ReturnUrl" value="([^"]*)"/.exec(login.body)?.[1] ?? '' }
}

describe('state and nonce', () => {
  test('14: come back as they were sent, each with its own transaction', async () => {
    const browser = new Browser(server.issuer)
    const first = await browser.follow(await browser.get(authorizeUrl(server.issuer, { state: 'first', nonce: 'one' })))
    const second = await browser.follow(
      await browser.get(authorizeUrl(server.issuer, { state: 'second', nonce: 'two' })),
    )
    const answers = []
    for (const page of [second, first]) {
      const signedIn = await browser.post('/Account/Login', browser.fieldsOf(page, credentials))
      answers.push(new URL((await browser.follow(signedIn)).location ?? '').searchParams)
    }
    expect(answers.map((answer) => answer.get('state'))).toEqual(['second', 'first'])
    const nonces = []
    for (const answer of answers) {
      const { id_token: idToken } = await tokensOf(await redeem(server.issuer, answer.get('code') ?? ''))
      nonces.push(decodeJwt(idToken ?? '').nonce)
    }
    expect(nonces).toEqual(['two', 'one'])
  })
})

describe('login CSRF', () => {
  const without = ['missing', 'empty', 'made up', "another browser's", 'cut', 'longer'] as const

  test.each(without)('14: a form whose token is %s signs nobody in, whatever the door', async (kind) => {
    const { browser, login } = await atLogin()
    const other = await atLogin()
    const fields = browser.fieldsOf(login, attackers)
    const token = fields.__RequestVerificationToken ?? ''
    const attempted = {
      missing: undefined,
      empty: '',
      'made up': 'A'.repeat(43),
      "another browser's": other.browser.fieldsOf(other.login, {}).__RequestVerificationToken,
      cut: token.slice(0, -2),
      longer: `${token}AA`,
    }[kind]
    const session = browser.cookie('_session')
    const plain = await browser.post('/Account/Login', { ...fields, __RequestVerificationToken: attempted })
    const scripted = await browser.post('/Account/UserLogin', {
      Username: attackers.username,
      Password: '',
      ReturnUrl: fields.ReturnUrl,
      __RequestVerificationToken: attempted,
    })
    for (const answer of [plain, scripted]) {
      expect([400, 403]).toContain(answer.status)
      expect(answer.location).toBeNull()
    }
    expect(browser.cookie('_session')).toBe(session)
    expect((await browser.get('/usercenter')).location).toBe('/Account/Login')
  })

  test('14: nor does one whose cookie is gone or swapped', async () => {
    for (const value of [undefined, 'A'.repeat(43), '']) {
      const { browser, login } = await atLogin()
      browser.plant('oa_request', value)
      const answer = await browser.post('/Account/Login', browser.fieldsOf(login, attackers))
      expect([answer.status, answer.location]).toEqual([403, null])
    }
  })

  test('14: consent is protected in the same way', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const { browser, login } = await atLogin({ client_id })
    const consent = await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    const fields = browser.fieldsOf(consent, { decision: 'allow' })
    for (const attempted of [undefined, '', 'A'.repeat(43)]) {
      const answer = await browser.post('/Account/Consent', { ...fields, __RequestVerificationToken: attempted })
      expect([400, 403]).toContain(answer.status)
    }
    const answer = await browser.follow(await browser.post('/Account/Consent', fields))
    expect(answer.location).toContain('code=')
  })

  test('14: signing out needs the page that asked', async () => {
    const { browser, login } = await atLogin()
    await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    await browser.get('/connect/endsession')
    for (const xsrf of [undefined, '', 'x']) {
      expect((await browser.post('/connect/endsession/confirm', { logout: 'yes', xsrf })).status).toBe(400)
    }
    expect((await browser.get('/usercenter')).status).toBe(200)
  })
})

describe('a sign-in that began in another browser', () => {
  test('14: is not carried on by who is lured to its page', async () => {
    const attacker = await atLogin()
    const victim = new Browser(server.issuer)
    const page = await victim.get(`/Account/Login?ReturnUrl=${encodeURIComponent(attacker.returnUrl)}`)
    const answer = await victim.post(
      '/Account/Login',
      victim.fieldsOf(page, { ...credentials, ReturnUrl: attacker.returnUrl }),
    )
    expect(answer.location).toBe('/usercenter')
    const resumed = await attacker.browser.follow(await attacker.browser.get(attacker.returnUrl))
    expect(resumed.location ?? '').not.toContain('code=')
  })

  test('14: is not answered in that browser for another one: a consent neither', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const attacker = await atLogin({ client_id })
    const consent = await attacker.browser.follow(
      await attacker.browser.post('/Account/Login', attacker.browser.fieldsOf(attacker.login, attackers)),
    )
    const returnUrl = attacker.browser.fieldsOf(consent, {}).ReturnUrl ?? ''
    const victim = await atLogin()
    await victim.browser.follow(
      await victim.browser.post('/Account/Login', victim.browser.fieldsOf(victim.login, credentials)),
    )
    const page = await victim.browser.get(`/Account/Consent?ReturnUrl=${encodeURIComponent(returnUrl)}`)
    expect(page.status).toBe(400)
    const token = victim.browser.fieldsOf(await victim.browser.get('/Account/Login?ReturnUrl=x'), {})
    const answer = await victim.browser.post('/Account/Consent', { ...token, decision: 'allow', ReturnUrl: returnUrl })
    expect([400, 403]).toContain(answer.status)
  })

  test('14: is not resumed by its address: the code goes to the browser that asked', async () => {
    const { browser, login, returnUrl } = await atLogin()
    const signedIn = await browser.post('/Account/Login', browser.fieldsOf(login, credentials))
    expect(signedIn.location).toBe(returnUrl)
    const thief = new Browser(server.issuer)
    const stolen = await thief.follow(await thief.get(returnUrl))
    expect([stolen.status, stolen.location]).toEqual([400, null])
    expect((await browser.follow(signedIn)).location).toContain('code=')
  })

  test('14: and cannot be used twice', async () => {
    const { browser, login, returnUrl } = await atLogin()
    await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    const again = await browser.get(returnUrl)
    expect([again.status, again.location]).toEqual([400, null])
  })
})

describe('sessions', () => {
  test('14: the session id changes at the sign-in, and the former one is worth nothing', async () => {
    const { browser, login } = await atLogin()
    const before = browser.cookie('_session')
    await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    const after = browser.cookie('_session')
    expect(after).toBeTruthy()
    expect(after).not.toBe(before)
    for (const fixed of [before, 'chosen by the attacker', 'A'.repeat(43)]) {
      if (fixed === undefined) continue
      const attacker = new Browser(server.issuer)
      attacker.plant('_session', encodeURIComponent(fixed))
      expect((await attacker.get('/usercenter')).location).toBe('/Account/Login')
    }
  })

  test('14: a session id that was put into the browser is not taken over by a sign-in', async () => {
    for (const planted of ['A'.repeat(43), (await signedInAs(attackers)).cookie('_session') ?? '']) {
      const victim = new Browser(server.issuer)
      victim.plant('_session', planted)
      const page = await victim.get('/Account/Login?ReturnUrl=x')
      const form = page.location ? undefined : victim.fieldsOf(page, credentials)
      if (form) await victim.follow(await victim.post('/Account/Login', form))
      const attacker = new Browser(server.issuer)
      attacker.plant('_session', planted)
      const center = await attacker.get('/usercenter')
      expect(center.body).not.toContain('testUserName')
    }
  })

  test('14: cookies are out of reach of scripts, and of other sites where they can be', async () => {
    const browser = new Browser(server.issuer)
    const lines: string[] = []
    const login = await browser.get('/Account/Login')
    const signedIn = await browser.post('/Account/Login', browser.fieldsOf(login, credentials))
    const begun = await browser.get(authorizeUrl(server.issuer, { prompt: 'login' }))
    for (const { headers } of [login, signedIn, begun]) lines.push(...headers.getSetCookie())
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const line of lines) {
      expect(line).toMatch(/; samesite=lax/i)
      expect(line).not.toMatch(/; domain=/i)
      // The one that the session frame's script has to read; it says nothing about the session.
      if (!line.startsWith('oa_browser_state=')) expect(line).toMatch(/; httponly/i)
    }
  })

  test('14: signing out ends the session, not just the cookie', async () => {
    const browser = await signedInAs(credentials)
    const session = browser.cookie('_session') ?? ''
    const page = await browser.get('/connect/endsession')
    await browser.follow(await browser.post('/connect/endsession/confirm', browser.fieldsOf(page, { logout: 'yes' })))
    const thief = new Browser(server.issuer)
    thief.plant('_session', session)
    expect((await thief.get('/usercenter')).location).toBe('/Account/Login')
  })

  test('14: another person who signs in over a session gets none of its grants', async () => {
    const browser = await signedInAs(attackers)
    const answer = await browser.follow(await browser.get(authorizeUrl(server.issuer, { prompt: 'login' })))
    const switched = await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(answer, credentials)))
    const code = switched.location ? new URL(switched.location).searchParams.get('code') : undefined
    if (code) {
      const { id_token: idToken } = await tokensOf(await redeem(server.issuer, code))
      const { sub } = decodeJwt((await obtainTokens(server.issuer)).id_token ?? '')
      expect(decodeJwt(idToken ?? '').sub).toBe(sub)
    } else {
      expect(switched.body).not.toContain('attacker')
    }
  })
})

async function signedInAs(person: Record<string, string>): Promise<Browser> {
  const browser = new Browser(server.issuer)
  const login = await browser.get('/Account/Login')
  await browser.post('/Account/Login', browser.fieldsOf(login, person))
  return browser
}

describe('pages that were shown already', () => {
  const address = (hint: string | undefined, state: string) =>
    `/connect/endsession?${new URLSearchParams({ id_token_hint: hint ?? '', post_logout_redirect_uri: signedOutUri, state })}`

  /** A browser in which somebody has signed in for an application, with the id token it got. */
  async function atApplication() {
    const client_id = await server.addApplication({
      firstParty: true,
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [signedOutUri],
    })
    const { browser, login } = await atLogin({ client_id })
    const answer = await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    const code = new URL(answer.location ?? '').searchParams.get('code') ?? ''
    return { browser, hint: (await tokensOf(await redeem(server.issuer, code, { client_id }))).id_token }
  }

  test('14: sign out in any order of their tabs, each to its own end, and once more', async () => {
    const { browser, hint } = await atApplication()
    const pages = [await browser.get(address(hint, 'one')), await browser.get(address(hint, 'two'))]
    pages.push(await browser.get('/connect/endsession'))
    const ends = []
    for (const page of [...pages, ...pages]) {
      const form = browser.fieldsOf(page, { logout: 'yes' })
      ends.push((await browser.post('/connect/endsession/confirm', form)).location?.replace(server.issuer, ''))
    }
    const expected = [`${signedOutUri}?state=one`, `${signedOutUri}?state=two`, '/connect/endsession/success']
    expect(ends).toEqual([...expected, ...expected])
    expect((await browser.get('/usercenter')).location).toBe('/Account/Login')
  })

  test('14: are "signed out" when the session has gone, with every cookie or without', async () => {
    for (const forgotten of [['_session'], ['_session', 'oa_request']]) {
      const browser = await signedInAs(credentials)
      const page = await browser.get('/connect/endsession')
      for (const name of forgotten) browser.plant(name, undefined)
      const form = browser.fieldsOf(page, { logout: 'yes' })
      const end = await browser.follow(await browser.post('/connect/endsession/confirm', form))
      expect(end.status).toBe(200)
      expect(end.body).toContain('You are signed out')
    }
  })

  test('14: send nobody where the application has not asked to', async () => {
    const { browser, hint } = await atApplication()
    const fields = browser.fieldsOf(await browser.get(address(hint, 'one')), { logout: 'yes' })
    const evil = { post_logout_redirect_uri: 'https://evil.example/' }
    for (const changed of [evil, { state: 'two' }, { client_id: 'TestClient' }, { state: undefined }]) {
      const refused = await browser.post('/connect/endsession/confirm', { ...fields, ...changed })
      expect([refused.status, refused.location]).toEqual([400, null])
    }
    expect((await browser.get('/usercenter')).status).toBe(200)
    await browser.post('/connect/endsession/confirm', fields)
    const later = await browser.post('/connect/endsession/confirm', { ...fields, ...evil })
    expect(later.location).toBe(`${server.issuer}/connect/endsession/success`)
  })

  test('14: connect two devices, the first page last', async () => {
    const client_id = await server.addApplication({
      firstParty: true,
      grantTypes: ['urn:ietf:params:oauth:grant-type:device_code'],
      responseTypes: [],
      redirectUris: [],
    })
    const browser = await signedInAs(credentials)
    const pages = []
    for (let device = 0; device < 2; device += 1) {
      const codes = await post(server.issuer, '/connect/deviceauthorization', { client_id, scope: 'openid' })
      const { user_code } = (await codes.json()) as { user_code: string }
      pages.push(await browser.get(`/connect/device?user_code=${user_code}`))
      pages.push(await browser.get('/connect/device'))
    }
    for (const page of [pages[2], pages[0]]) {
      if (!page) throw new Error('there is no page')
      expect(page.body).toContain('Confirm the device')
      const done = await browser.post('/connect/device', browser.fieldsOf(page, { confirm: 'yes' }))
      expect(done.body).toContain('Device connected')
    }
  })

  test('14: of a device are not confirmed from elsewhere, and say why', async () => {
    const browser = await signedInAs(credentials)
    const fields = browser.fieldsOf(await browser.get('/connect/device'), { user_code: 'AAAA-BBBB', confirm: 'yes' })
    const old = await browser.post('/connect/device', { ...fields, xsrf: 'A'.repeat(43) })
    expect(old.body).toContain('This page was open for too long')
    browser.plant('oa_request', undefined)
    expect((await browser.post('/connect/device', fields)).body).toContain('did not send the cookie')
  })

  test('14: of a sign-in say what is wrong with them: the cookie, their age, never the password', async () => {
    for (const [cookie, text] of [
      [undefined, 'did not send the cookie'],
      ['A'.repeat(43), 'open for too long'],
    ] as const) {
      const { browser, login } = await atLogin()
      browser.plant('oa_request', cookie)
      const form = browser.fieldsOf(login, credentials)
      const page = await browser.post('/Account/Login', form)
      const alert = /role="alert">([^<]*)/.exec(page.body)?.[1] ?? ''
      expect([page.status, alert]).toEqual([403, expect.stringContaining(text)])
      expect(alert).not.toMatch(/password/i)
      // The page that says so is a good one.
      const again = await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(page, credentials)))
      expect(again.location).toContain('code=')
    }
  })

  test('14: of a consent are over when somebody else has signed in since', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri], name: 'Reading list' })
    const { browser, login } = await atLogin({ client_id })
    const consent = await browser.follow(await browser.post('/Account/Login', browser.fieldsOf(login, credentials)))
    const end = await browser.get('/connect/endsession')
    await browser.post('/connect/endsession/confirm', browser.fieldsOf(end, { logout: 'yes' }))
    const other = await browser.get('/Account/Login')
    await browser.post('/Account/Login', browser.fieldsOf(other, attackers))
    const answer = await browser.post('/Account/Consent', browser.fieldsOf(consent, { decision: 'allow' }))
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('This sign-in request is over')
    expect(answer.body).toContain('href="http://localhost:5173/"')
    expect(answer.body).toContain('Reading list')
  })
})
