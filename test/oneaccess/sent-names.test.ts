import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, clientToken, type Envelope, managementToken } from '../support/api.ts'
import { AppDevice, type ErrorCode } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

// Whoever is told that a field is wrong finds it in what they sent: under its own name, and in its own item of a list.
let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const unseen = '\u200b'
let last = 13_500_000_000
const person = () => ({ user_name: `named-${crypto.randomUUID()}`, mobile: String(++last) })
const call = (method: string, path: string, body?: unknown) =>
  ask<ErrorCode & { user_id: string }>(server, method, `/api/v2/tenant/${path}`, { token, body })

test.each([
  ['user_name', unseen],
  ['name', unseen],
  ['first_name', unseen],
  ['middle_name', unseen],
  ['last_name', unseen],
  ['employee_id', 'a\nb'],
  ['attr_birthday', '1800-01-01'],
])('%s of a user, made or changed', async (field, value) => {
  const named = { status: 400, body: { error_msg: expect.stringContaining(`(/body/${field} must be`) } }
  expect(await call('POST', 'users', { ...person(), [field]: value })).toMatchObject(named)
  const { body } = await call('POST', 'users', person())
  expect(await call('PUT', `users/${body.user_id}`, { [field]: value })).toMatchObject(named)
})

test('a time of the query, the type of a code, the place of a slider, an account of the application', async () => {
  const app = new AppDevice(server)
  const captcha_token = await app.pass('13512340000')
  const { token: slider } = await app.captcha()
  const answers = [
    await call('GET', 'users?org_id=&offset=0&limit=10&updated_at_greater=2022-02-31%2000:00:00.000'),
    await app.post('sms/send', { mobile: '13512340000', type: 'CHANGE_MOBILE_SMS', captcha_token }),
    await app.post('captcha/verify', { token: slider, sender: '13512340000', point_json: '{"x":' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  const places = answers.map(({ body: { error_msg } }) => /\((\/\w+\/\w+)/.exec(error_msg)?.[1])
  expect(places).toEqual(['/query/updated_at_greater', '/body/type', '/body/point_json'])
})

test('what OneAccess has no code for is told in the words of the other API', async () => {
  const answer = await call('POST', 'users', { ...person(), email: `${'a'.repeat(65)}@example.com` })
  expect(answer).toMatchObject({ status: 400, body: { error_code: 'COMMON.0400' } })
  expect(answer.body.error_msg).toMatch(/e-mail address/)
})

test('an item of a list of the Account API', async () => {
  const trusted = await clientToken(server, 'ZMS.Users.Create')
  const body: Record<string, string>[] = [
    { userName: `listed-${crypto.randomUUID()}` },
    { userName: `listed-${crypto.randomUUID()}`, preferredLanguage: 'no language' },
  ]
  body.push({ userName: `listed-${crypto.randomUUID()}`, displayName: unseen })
  const { body: answer } = await ask<Envelope<{ error: { message: string } | null }>>(
    server,
    'POST',
    '/api/v1.0/users/inviteUsers',
    { token: trusted, body },
  )
  expect(answer.message).toBe('success')
  const places = answer.data.map(({ error }) => /\((\S+)/.exec(error?.message ?? '')?.[1])
  expect(places).toEqual([undefined, '/body/1/preferredLanguage', '/body/2/displayName'])
})

test('a rule for passwords is told in the language of the caller', async () => {
  const asked = { token, headers: { 'X-L': 'zh' }, body: { ...person(), password: 'onlyletters' } }
  const { body } = await ask<ErrorCode>(server, 'POST', '/api/v2/tenant/users', asked)
  expect(body).toEqual({ error_code: 'PWD.0005', error_msg: '密码不符合规则：至少一个数字。' })
})
