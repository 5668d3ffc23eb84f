import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeUrl, obtainTokens, redirectUri, refresh, userInfoStatus } from '../security/support/flow.ts'
import { auditOf } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { errorAt, newcomer, send, signedIn, tokenOf } from './account-person.ts'

let server: TestServer
let node: TestServer
beforeAll(async () => {
  server = await startTestServer()
  node = await startTestServer({ beside: server })
})
afterAll(async () => {
  await node.close()
  await server.close()
})

const security = ['security', 'security/password', 'security/phone', 'security/email']
const pages = ['profile', ...security, 'sessions', 'signins', 'data', 'close']

describe('the pages of the account centre', () => {
  test.each(pages)('%s asks to sign in first, and is where the sign-in leads', async (page) => {
    const someone = await newcomer(server)
    const person = new Person(server.issuer)
    const login = await person.visit(`/usercenter/${page}?ui_locales=en`)
    expect(login.url.pathname + login.url.search).toBe(
      `/Account/Login?${new URLSearchParams({ ReturnUrl: `/usercenter/${page}` })}`,
    )
    const there = await person.signIn(login, someone.userName, someone.password)
    expect([there.url.pathname, there.status]).toEqual([`/usercenter/${page}`, 200])
    expect(there.body).toContain('aria-current="page"')
  })

  test('nothing but our own pages is where a sign-in leads', async () => {
    const someone = await newcomer(server)
    for (const address of ['https://attacker.example/', '//attacker.example', '/usercenter/../docs', '/usercenterx']) {
      const person = new Person(server.issuer)
      const login = await person.visit(`/Account/Login?${new URLSearchParams({ ReturnUrl: address })}`)
      const there = await person.signIn(login, someone.userName, someone.password)
      expect(there.url.pathname).toBe('/usercenter')
    }
  })

  test.each([
    ['profile', {}],
    ['sessions/end', {}],
    ['data', { password: 'Kettle.Blue.42' }],
    ['close', { password: 'Kettle.Blue.42' }],
    ['security/password', { password: 'Kettle.Blue.42', newPassword: 'Another.Kettle.43' }],
  ])('the form of %s is taken from its own page alone, and changes nothing else', async (form, fields) => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const stranger = new Person(server.issuer)
    const foreign = tokenOf(await stranger.visit('/Account/Login'))
    const body = { __RequestVerificationToken: foreign, ...(fields as Record<string, string>) }
    const refused = await person.visit(`/usercenter/${form}`, { method: 'POST', body: new URLSearchParams(body) })
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('This page was open for too long')
    person.forget('oa_request')
    const bare = await person.visit(`/usercenter/${form}`, { method: 'POST', body: new URLSearchParams(body) })
    expect([bare.status, bare.body.includes('did not send the cookie')]).toEqual([403, true])
    expect(await auditOf(server, someone.id)).toEqual([])
    expect((await person.visit('/usercenter')).url.pathname).toBe('/usercenter')
    const nobody = await stranger.visit(`/usercenter/${form}`, { method: 'POST', body: new URLSearchParams(body) })
    expect(nobody.url.pathname).toBe('/Account/Login')
  })
})

describe('the profile', () => {
  test('is changed, what is empty is removed, and it is written down without what it says', async () => {
    const someone = await newcomer(server, { lastName: 'Before' })
    const person = await signedIn(server, someone)
    const saved = await send(person, await person.visit('/usercenter/profile'), '/usercenter/profile', {
      displayName: ' Kettle Keeper ',
      lastName: '',
      preferredLanguage: 'en',
      dateOfBirth: '1990-01-31',
    })
    expect([saved.url.pathname, saved.body.includes('Your changes are saved.')]).toEqual(['/usercenter/profile', true])
    const { db } = server.database
    const row = await db
      .selectFrom('users')
      .select(['displayName', 'lastName', 'preferredLanguage', 'dateOfBirth'])
      .where('id', '=', someone.id)
      .executeTakeFirst()
    expect(row).toEqual({
      displayName: 'Kettle Keeper',
      lastName: null,
      preferredLanguage: 'en',
      dateOfBirth: '1990-01-31',
    })
    expect(JSON.stringify(await auditOf(server, someone.id))).not.toContain('Kettle Keeper')
  })

  test.each([
    ['dateOfBirth', '1990-02-30', 'Enter a real date'],
    ['dateOfBirth', '2999-01-01', 'Enter a real date'],
    ['displayName', '\u200b\u200b', 'Enter a name that can be seen.'],
    ['preferredLanguage', 'no language', 'Choose one of the languages.'],
  ])('%s of %j is refused beside its field, and what was typed is kept', async (field, value, message) => {
    const person = await signedIn(server, await newcomer(server))
    const page = await person.visit('/usercenter/profile')
    const fields = { displayName: 'Typed name', firstName: 'Typed', dateOfBirth: '', [field]: value }
    const again = await send(person, page, '/usercenter/profile', fields)
    expect([again.status, errorAt(again, field)]).toEqual([200, expect.stringContaining(message)])
    expect(again.body).toContain('value="Typed"')
    expect((await person.visit('/usercenter/profile')).body).not.toContain('Typed')
  })
})

describe('the picture', () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

  async function upload(content: Buffer, type = 'image/png', token?: string) {
    const person = await signedIn(server, await newcomer(server))
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(content)], { type }), 'any name.png')
    form.set('__RequestVerificationToken', token ?? tokenOf(await person.visit('/usercenter/profile')))
    return { person, answer: await person.visit('/usercenter/profile/picture', { method: 'POST', body: form }) }
  }

  test('is taken from the form, drawn anew and shown', async () => {
    const { answer } = await upload(Buffer.from(pixel, 'base64'))
    expect(answer.body).toContain('Your picture is saved.')
    const address = /<img class="picture" src="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    const picture = await contractFetch(address)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  test('that is none is refused beside the field; one from elsewhere is not taken', async () => {
    const { person, answer } = await upload(Buffer.from('<svg onload="alert(1)"/>'))
    expect([answer.status, errorAt(answer, 'file')]).toEqual([200, expect.stringContaining('no PNG, JPEG or WebP')])
    expect((await person.visit('/usercenter/profile')).body).not.toContain('class="picture"')
    expect((await upload(Buffer.from(pixel, 'base64'), 'image/png', 'forged')).answer.status).toBe(403)
  })
})

describe('sessions', () => {
  const scope = 'openid profile offline_access'

  async function twoBrowsers() {
    const someone = await newcomer(server)
    const client_id = await server.addApplication({ name: 'Reading list', redirectUris: [redirectUri] })
    const other = await signedIn(server, someone)
    const tokens = await obtainTokens(server.issuer, { client_id, scope }, other)
    const own = new Person(server.issuer, { 'accept-language': 'en', 'user-agent': firefox })
    await own.signIn(await own.visit('/Account/Login'), someone.userName, someone.password)
    return { someone, client_id, other, own, tokens, page: await own.visit('/usercenter/sessions') }
  }
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

  test('are shown with browser, address, and the applications that were signed in to', async () => {
    const { page } = await twoBrowsers()
    expect(page.body).toContain('<bdi>Firefox, Windows</bdi> <span class="badge">This browser</span>')
    expect(page.body.match(/<bdi>127\.0\.0\.1<\/bdi>/g)).toHaveLength(2)
    expect(page.body).toContain('Applications: <bdi>Reading list</bdi>')
    expect(page.body.match(/name="session"/g)).toHaveLength(1)
  })

  test('that an application has begun know their browser as well', async () => {
    const someone = await newcomer(server)
    const person = new Person(server.issuer, { 'accept-language': 'en', 'user-agent': firefox })
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const login = await person.visit(authorizeUrl(server.issuer, { client_id }))
    await person.signIn(login, someone.userName, someone.password)
    const page = await person.visit('/usercenter/sessions')
    expect(page.body).toContain('<bdi>Firefox, Windows</bdi>')
  })

  test('one of them ends at once in every process, with its refresh token, and no other', async () => {
    const { someone, client_id, other, own, tokens, page } = await twoBrowsers()
    const session = /name="session" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const done = await send(own, page, '/usercenter/sessions/end', { session })
    expect(done.body).toContain('Done. What you ended is signed out.')
    for (const { issuer } of [server, node]) {
      expect(await userInfoStatus(issuer, tokens.access_token)).toBe(401)
    }
    expect((await refresh(server.issuer, tokens.refresh_token, { client_id })).status).toBe(400)
    expect((await other.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await own.visit('/usercenter')).url.pathname).toBe('/usercenter')
    const ended = (await auditOf(server, someone.id)).filter(({ action }) => action === 'user.sessions_ended')
    expect(ended).toMatchObject([{ actorId: someone.id, details: { which: 'one' } }])
  })

  test('all others end together, programs that know the password among them; this one keeps its tokens', async () => {
    const { client_id, other, own, tokens, page, someone } = await twoBrowsers()
    const kept = await obtainTokens(server.issuer, { client_id, scope }, own)
    const program = await server.addApplication({
      secret: 'a secret of a program',
      firstParty: true,
      grantTypes: ['password', 'refresh_token'],
    })
    const granted = await contractFetch(`${server.issuer}/connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${program}:${encodeURIComponent('a secret of a program')}`)}` },
      body: new URLSearchParams({
        grant_type: 'password',
        scope: 'openid profile',
        username: someone.userName,
        password: someone.password,
      }),
    })
    const { access_token: programs } = (await granted.json()) as { access_token: string }
    expect(await userInfoStatus(server.issuer, programs)).toBe(200)
    await send(own, page, '/usercenter/sessions/end')
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(401)
    expect(await userInfoStatus(server.issuer, programs)).toBe(401)
    expect(await userInfoStatus(server.issuer, kept.access_token)).toBe(200)
    expect((await other.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await own.visit('/usercenter/sessions')).body).not.toContain('name="session"')
  })

  test('of somebody else do not end', async () => {
    const { own, page } = await twoBrowsers()
    const victim = await newcomer(server)
    const person = await signedIn(server, victim)
    const { db } = server.database
    const [row] = await db.selectFrom('sessions').select('uid').where('userId', '=', victim.id).execute()
    await send(own, page, '/usercenter/sessions/end', { session: row?.uid ?? '' })
    expect((await person.visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('ended by 32 requests at once have ended once', async () => {
    const { someone, own, page } = await twoBrowsers()
    const session = /name="session" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    await Promise.all(Array.from({ length: 32 }, () => send(own, page, '/usercenter/sessions/end', { session })))
    const ended = (await auditOf(server, someone.id)).filter(({ action }) => action === 'user.sessions_ended')
    expect(ended).toHaveLength(1)
  })
})

describe('recent sign-ins', () => {
  test('are read page by page, the latest first, each once, refused ones among them', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const { db } = server.database
    await db
      .insertInto('loginRecords')
      .values(
        Array.from({ length: 44 }, (_, index) => ({
          id: crypto.randomUUID(),
          userId: someone.id,
          address: `192.0.2.${index}`,
          method: 'form',
          succeeded: index % 2 === 0,
          reason: index % 2 === 0 ? null : 'invalid',
          createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(index / 3))),
        })),
      )
      .execute()
    const seen: string[] = []
    let address: string | undefined = '/usercenter/signins'
    let pageCount = 0
    while (address) {
      const page = await person.visit(address)
      pageCount += 1
      seen.push(...[...page.body.matchAll(/<bdi>(192\.0\.2\.\d+)<\/bdi>/g)].map(([, found = '']) => found))
      address = /href="(\/usercenter\/signins\?before=[^"]+)"/.exec(page.body)?.[1]
      if (pageCount === 1) expect(page.body).toContain('Signed in')
      if (pageCount === 2) expect(page.body).toContain('Refused')
    }
    expect([pageCount, seen.length, new Set(seen).size]).toEqual([3, 44, 44])
  })

  test('of somebody else are not shown by naming one', async () => {
    const [mine, theirs] = [await newcomer(server), await newcomer(server)]
    await signedIn(server, theirs)
    const { db } = server.database
    const row = await db.selectFrom('loginRecords').select('id').where('userId', '=', theirs.id).executeTakeFirst()
    const person = await signedIn(server, mine)
    expect((await person.visit(`/usercenter/signins?before=${row?.id}`)).body).toContain('There are none.')
    expect((await person.visit('/usercenter/signins?before=nothing')).status).toBe(400)
  })
})

describe('one’s own data', () => {
  test('is a file with everything and nothing secret, for who gives the password; that it was made is written down', async () => {
    const someone = await newcomer(server, { displayName: 'Data Owner', email: 'data-owner@example.com' })
    const person = await signedIn(server, someone)
    const page = await person.visit('/usercenter/data')
    const file = await send(person, page, '/usercenter/data', { password: someone.password })
    expect(file.headers.get('content-type')).toMatch(/^application\/json/)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="account.json"')
    expect(file.headers.get('cache-control')).toBe('no-store')
    const data = JSON.parse(file.body) as Record<string, unknown>
    expect(data).toMatchObject({
      account: { guid: someone.id, displayName: 'Data Owner', email: 'data-owner@example.com' },
      sessions: [{ address: '127.0.0.1' }],
      signIns: [{ succeeded: true, method: 'page' }],
      events: [{ action: 'user.data_downloaded', byUser: true }],
    })
    expect(file.body).not.toMatch(/argon2|idHash|"uid"|payload/)
  })

  test.each([
    ['', 'Enter your current password.'],
    ['wrong', 'The password is not right.'],
  ])('is not given to who gives %j as the password', async (password, message) => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const again = await send(person, await person.visit('/usercenter/data'), '/usercenter/data', { password })
    expect([again.status, errorAt(again, 'password')]).toEqual([200, message])
    expect(await auditOf(server, someone.id)).toEqual([])
  })
})

describe('closing the account', () => {
  test('ends sessions and tokens at once, and says until when it may be had back', async () => {
    const someone = await newcomer(server)
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const other = await signedIn(server, someone)
    const tokens = await obtainTokens(server.issuer, { client_id, scope: 'openid profile offline_access' }, other)
    const person = await signedIn(server, someone)
    const page = await person.visit('/usercenter/close')
    expect(page.body).toContain('after 15 days')
    const closed = await send(person, page, '/usercenter/close', { password: someone.password })
    expect([closed.status, closed.body.includes('Your account is closed')]).toEqual([200, true])
    expect((await person.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await other.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect(await userInfoStatus(node.issuer, tokens.access_token)).toBe(401)
    expect((await refresh(server.issuer, tokens.refresh_token, { client_id })).status).toBe(400)
    expect((await auditOf(server, someone.id)).map(({ action }) => action)).toContain('user.closed')
  })

  test('needs the password', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const page = await person.visit('/usercenter/close')
    const again = await send(person, page, '/usercenter/close', { password: 'Abc.123456' })
    expect(errorAt(again, 'password')).toBe('The password is not right.')
    expect((await person.visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('leaves nobody signed in who was about to be', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const page = await person.visit('/usercenter/close')
    await send(person, page, '/usercenter/close', { password: someone.password })
    expect((await person.visit(authorizeUrl(server.issuer))).url.pathname).toBe('/Account/Login')
  })

  test('is undone by a sign-in until then, which is written down; later the account is erased, the audit without anything personal', async () => {
    const { closures } = server.app.services.deps
    const { db } = server.database
    const close = async (name: string) => {
      const someone = await newcomer(server, { email: `${name}@example.com` })
      const person = await signedIn(server, someone)
      await send(person, await person.visit('/usercenter/close'), '/usercenter/close', { password: someone.password })
      return someone
    }
    const [kept, gone] = [await close('second-thoughts'), await close('for-good')]
    expect((await (await signedIn(server, kept)).visit('/usercenter')).url.pathname).toBe('/usercenter')
    expect((await auditOf(server, kept.id)).map(({ action }) => action)).toContain('user.closure_undone')
    await closures.eraseDue(50)
    expect((await (await signedIn(server, kept)).visit('/usercenter')).url.pathname).toBe('/usercenter')
    const last = { closesAt: new Date(Date.now() - 1000) }
    await db.updateTable('users').set(last).where('id', '=', gone.id).execute()
    const erased = await Promise.all(Array.from({ length: 32 }, () => closures.eraseDue(50)))
    expect(erased.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await db.selectFrom('users').select('id').where('id', '=', gone.id).execute()).toEqual([])
    const audit = await auditOf(server, gone.id)
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['user.closed', 'user.deleted']))
    expect(JSON.stringify(audit)).not.toMatch(/for-good|127\.0\.0\.1/)
    expect((await (await signedIn(server, gone)).visit('/usercenter')).url.pathname).toBe('/Account/Login')
  })
})
