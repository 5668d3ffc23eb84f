import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { ask, auditOf, managementToken, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

interface Body {
  readonly user_id: string
  readonly error_code: string
  readonly error_msg: string
}

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const path = '/api/v2/tenant/users'
const call = (method: string, address: string, body?: unknown) =>
  ask<Body>(server, method, `${path}${address}`, { token, ...(body !== undefined && { body }) })
const set = (id: string, body: unknown) => call('PUT', `/${id}/change-password`, body)
const replace = (id: string, body: unknown) => call('PUT', `/${id}/change-password-verify`, body)
const get = async (id: string) =>
  (await ask<components['schemas']['UserDetails']>(server, 'GET', `${path}/${id}`, { token })).body

let last = 13_400_000_000
const former = 'Wangwu.2026'
const next = 'Another.2027'

async function added(password?: string): Promise<{ id: string; name: string }> {
  const name = `user-${crypto.randomUUID().slice(0, 8)}`
  const user = { user_name: name, mobile: String(++last), pwd_must_modify: false, ...(password && { password }) }
  return { id: (await call('POST', '', user)).body.user_id, name }
}

const signIn = (name: string, password: string) => personToken(server, 'openid ZMS.UserDetails.Read', name, password)
const details = async (person: string) => (await ask(server, 'GET', '/api/v1.0/user/details', { token: person })).status

const wrong: [string, object][] = [
  ['PWD.0001', { password: '' }],
  ['PWD.0001', { password: undefined }],
  ['PWD.0002', { password: 'a1' }],
  ['PWD.0005', { password: 'abcdefghij' }],
  ['COMMON.0400', { password: 7 }],
]

describe('a password that an application sets (U6)', () => {
  test('is the one to sign in with, and ends what was begun with the former', async () => {
    const { id, name } = await added(former)
    const person = await signIn(name, former)
    const answer = await set(id, { password: next })
    expect([answer.status, answer.body]).toEqual([200, { user_id: id }])
    expect(await details(person)).toBe(401)
    await expect(signIn(name, former)).rejects.toThrow('no token')
    await signIn(name, next)
    expect(await get(id)).toMatchObject({ pwd_must_modify: false, pwd_change_at: expect.any(String) })
    expect(JSON.stringify(await auditOf(server, id))).not.toContain(next)
  })

  test('may be the first one, and may have to be changed', async () => {
    const { id, name } = await added()
    expect((await set(id, { password: next, pwd_must_modify: true })).status).toBe(200)
    expect((await get(id)).pwd_must_modify).toBe(true)
    await expect(signIn(name, next)).rejects.toThrow('no token')
  })

  test.each(wrong)('is refused with %s', async (code, body) => {
    const { id, name } = await added(former)
    const { status, body: answer } = await set(id, body)
    expect([status, answer.error_code]).toEqual([400, code])
    await signIn(name, former)
  })

  test('is not the user name', async () => {
    const { id, name } = await added(former)
    expect((await set(id, { password: name.toUpperCase() })).body.error_code).toBe('PWD.0003')
  })
})

describe('a password that is set by whoever has the old one (U7)', () => {
  test('is the one to sign in with', async () => {
    const { id, name } = await added(former)
    const person = await signIn(name, former)
    const answer = await replace(id, { password: next, old_password: former })
    expect([answer.status, answer.body]).toEqual([200, { user_id: id }])
    expect(await details(person)).toBe(401)
    await signIn(name, next)
  })

  test.each([
    ['PWD.0007', { password: next, old_password: 'Wrong.2026' }],
    ['PARAM.0018', { password: next }],
    ['PARAM.0018', { password: next, old_password: '' }],
    ...wrong.map(([code, body]): [string, object] => [code, { ...body, old_password: former }]),
  ])('is refused with %s', async (code, body) => {
    const { id, name } = await added(former)
    const { status, body: answer } = await replace(id, body)
    expect([status, answer.error_code]).toEqual([400, code])
    await signIn(name, former)
  })

  test('is none of a user without a password', async () => {
    const { id } = await added()
    expect((await replace(id, { password: next, old_password: former })).body.error_code).toBe('PWD.0007')
  })

  test('is another one than the old, however wide it is typed', async () => {
    const { id } = await added(former)
    for (const same of [former, former.replace('2026', '２０２６')]) {
      const { status, body } = await replace(id, { old_password: former, password: same })
      expect([status, body.error_code, body.error_msg]).toEqual([400, 'PWD.0005', expect.stringMatching(/present/)])
    }
  })

  test('is one of 32 that bring the old one at once', async () => {
    const { id, name } = await added(former)
    const passwords = Array.from({ length: 32 }, (_, n) => `Another.${2100 + n}`)
    const answers = await Promise.all(passwords.map((password) => replace(id, { password, old_password: former })))
    const won = answers.findIndex(({ status }) => status === 200)
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    for (const { status, body } of answers) {
      if (status !== 200) expect(['PWD.0007', 'COMMON.0429']).toContain(body.error_code)
    }
    await signIn(name, passwords[won] ?? '')
  })

  test('is guessed at ten times, and then no more', async () => {
    const { id, name } = await added(former)
    const guesses = await Promise.all(
      Array.from({ length: 32 }, (_, n) => replace(id, { password: next, old_password: `Guess.${2000 + n}` })),
    )
    const count = (status: number) => guesses.filter((answer) => answer.status === status).length
    expect([count(400), count(429)]).toEqual([10, 22])
    expect((await replace(id, { password: next, old_password: former })).status).toBe(429)
    await signIn(name, former)
  })
})
