import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { obtainTokens, redirectUri, refresh, userInfoStatus } from '../security/support/flow.ts'
import { auditOf } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { errorAt, newcomer, send, signedIn } from './account-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const address = '/Account/ForgotPassword'
const newPassword = 'Another.Kettle.43'

async function asked(contact: string) {
  const person = new Person(server.issuer)
  const page = await send(person, await person.visit(address), address, { contact })
  const reset = (fields: Record<string, string>): Promise<Page> =>
    send(person, page, '/Account/ResetPassword', { contact, newPassword, ...fields })
  return { person, page, reset }
}
const owner = (name: string) => newcomer(server, { email: `${name}@example.com`, emailVerified: true })

describe('a forgotten password', () => {
  test('is replaced once by who has the code; sessions, tokens and the old password end', async () => {
    const someone = await owner('forgetful')
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const other = await signedIn(server, someone)
    const tokens = await obtainTokens(server.issuer, { client_id, scope: 'openid profile offline_access' }, other)
    const { reset } = await asked('forgetful@example.com')
    const code = await codeFor(server, 'forgetful@example.com')
    const done = await reset({ code })
    expect([done.status, done.body.includes('Your password is set')]).toEqual([200, true])
    expect((await other.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(401)
    expect((await refresh(server.issuer, tokens.refresh_token, { client_id })).status).toBe(400)
    expect(errorAt(await reset({ code, newPassword: 'Third.Kettle.44' }), 'code')).toContain('not right')
    expect((await (await signedIn(server, { ...someone, password: newPassword })).visit('/usercenter')).status).toBe(
      200,
    )
    const old = await signedIn(server, someone)
    expect((await old.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await outbox(server, 'forgetful@example.com')).map(({ purpose }) => purpose)).toContain('password_changed')
    expect((await auditOf(server, someone.id)).map(({ action }) => action)).toContain('user.password_set')
  })

  test('is asked for with the same answer whether or not there is an account; nobody else is written to', async () => {
    await owner('neutral')
    const known = await asked('neutral@example.com')
    const unknown = await asked('nobody-at-all@example.com')
    const plain = ({ body }: Page, contact: string) =>
      body.replaceAll(contact, '').replace(/name="__RequestVerificationToken" value="[^"]*"/g, '')
    expect(plain(unknown.page, 'nobody-at-all@example.com')).toBe(plain(known.page, 'neutral@example.com'))
    expect(await outbox(server, 'nobody-at-all@example.com')).toEqual([])
    expect(errorAt(await unknown.reset({ code: '123456' }), 'code')).toBe('The code is not right, or it has expired.')
  })

  test('of an address that only looks the same goes nowhere', async () => {
    await newcomer(server, { email: 'john@github.example', emailVerified: true })
    const { page } = await asked('john@gıthub.example')
    expect(page.status).toBe(200)
    expect(await outbox(server, 'john@github.example')).toEqual([])
  })

  test('reading the page, however often and by whichever method, changes nothing', async () => {
    await owner('reader')
    const { person, reset } = await asked('reader@example.com')
    const code = await codeFor(server, 'reader@example.com')
    for (const method of ['HEAD', 'GET', 'GET']) {
      const { status } = await contractFetch(`${server.issuer}${address}`, { method })
      expect(status).toBe(200)
      await person.visit(address)
    }
    expect((await reset({ code })).body).toContain('Your password is set')
    expect(errorAt(await reset({ code }), 'code')).toContain('not right')
  })

  test('the code dies with another password, another address, and a disabled account', async () => {
    for (const [name, act] of [
      [
        'dies-by-mail',
        (id: string) => server.app.services.deps.users.change({}, id, { email: `moved-${id}@example.com` }),
      ],
      ['dies-by-password', (id: string) => server.app.services.deps.users.setPassword({}, id, 'Meanwhile.45', false)],
      ['dies-by-state', (id: string) => server.app.services.deps.users.setEnabled({}, id, false)],
    ] as const) {
      const someone = await owner(name)
      const { reset } = await asked(`${name}@example.com`)
      const code = await codeFor(server, `${name}@example.com`)
      await act(someone.id)
      expect(errorAt(await reset({ code }), 'code')).toContain('not right')
    }
  })

  test('a password that is the person’s name is refused to who has the code alone, who keeps it', async () => {
    await newcomer(server, { userName: 'kettlemaker', email: 'namesake@example.com', emailVerified: true })
    const { reset } = await asked('namesake@example.com')
    const code = await codeFor(server, 'namesake@example.com')
    const stranger = await reset({ code: wrongCode(code), newPassword: 'kettlemaker1' })
    expect([errorAt(stranger, 'newPassword'), errorAt(stranger, 'code')]).toEqual([
      undefined,
      'The code is not right, or it has expired.',
    ])
    expect(errorAt(await reset({ code, newPassword: 'kettlemaker1' }), 'newPassword')).toContain('your own name')
    expect((await reset({ code })).body).toContain('Your password is set')
  })

  test('of 32 at once with one code one sets it', async () => {
    const someone = await owner('thirty-two')
    const { reset } = await asked('thirty-two@example.com')
    const code = await codeFor(server, 'thirty-two@example.com')
    const answers = await Promise.all(Array.from({ length: 32 }, () => reset({ code })))
    expect(answers.filter(({ body }) => body.includes('Your password is set'))).toHaveLength(1)
    const set = (await auditOf(server, someone.id)).filter(({ action }) => action === 'user.password_set')
    expect(set).toHaveLength(1)
  })
})
