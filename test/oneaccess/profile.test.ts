import { execFileSync } from 'node:child_process'
import { constants, publicEncrypt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let beside: TestServer
let app: AppDevice
let folder: string
beforeAll(async () => {
  server = await startTestServer()
  beside = await startTestServer({ beside: server })
  app = new AppDevice(server)
  folder = mkdtempSync(join(tmpdir(), 'openaccount-signature-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await beside.close()
  await server.close()
})

const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const refused = failure('PARAM.0030')
const publicKey = async () => (await app.call<{ public_key: string }>('GET', 'public-key')).body.public_key
const textOf = (token: string, timestamp: number | string = Date.now(), nonce: string = crypto.randomUUID()) =>
  `session_token=${token}&timestamp=${timestamp}&nonce=${nonce}`
const withSignature = (signature: string, device = app) =>
  device.call('GET', 'profile', { headers: { 'X-signature': signature } })
const signed = async (text: string) => {
  const key = { key: await publicKey(), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  return publicEncrypt(key, Buffer.from(text)).toString('base64')
}
const proofs = async () => (await server.database.db.selectFrom('spentProofs').select('proofHash').execute()).length

describe('X-signature (section 9.1)', () => {
  test.each(['sha1', 'sha256'])('is taken as OpenSSL makes it, with %s for the masks', async (mask) => {
    const [key, message, out] = ['key.pem', `text-${mask}`, `out-${mask}`].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(key, await publicKey())
    writeFileSync(message, textOf(await app.session()))
    const padding = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', `rsa_mgf1_md:${mask}`]
    const options = padding.flatMap((option) => ['-pkeyopt', option])
    execFileSync('openssl', ['pkeyutl', '-encrypt', '-pubin', '-inkey', key, '-in', message, '-out', out, ...options])
    expect((await withSignature(readFileSync(out).toString('base64'))).status).toBe(200)
  })

  test('of any other kind has one answer', async () => {
    const key = await publicKey()
    const text = Buffer.from(textOf(await app.session()))
    const whole = Buffer.from(await signed(text.toString()), 'base64')
    const bad = [
      publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, text),
      publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, text),
      publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: text }, text),
      publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.concat([Buffer.alloc(256 - text.length), text])),
      Buffer.alloc(256),
      Buffer.alloc(256, 0xff),
      Buffer.alloc(255, 1),
      whole.subarray(1),
      Buffer.concat([whole, Buffer.of(0)]),
      whole.map((byte, index) => (index === 200 ? byte ^ 1 : byte)),
    ]
    const answers = await Promise.all(bad.map((bytes) => withSignature(Buffer.from(bytes).toString('base64'))))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]).toMatchObject(refused)
    expect(await withSignature('no base64 at all')).toMatchObject(refused)
    expect(await app.call('GET', 'profile')).toMatchObject(refused)
  })

  test.each([
    ['without a nonce', (token: string) => `session_token=${token}&timestamp=${Date.now()}`],
    ['in another order', (token: string) => `timestamp=${Date.now()}&session_token=${token}&nonce=a`],
    ['with more', (token: string) => `${textOf(token)}&more=a`],
    ['with a time that is none', (token: string) => textOf(token, 'NaN')],
    ['too old', (token: string) => textOf(token, Date.now() - 301_000)],
    ['of the future', (token: string) => textOf(token, Date.now() + 301_000)],
  ])('%s is refused', async (_what, text) => {
    expect(await withSignature(await signed(text(await app.session())))).toMatchObject(refused)
  })

  test('counts once, on two nodes too, when 32 come at once', async () => {
    const signature = await signed(textOf(await app.session()))
    const other = new AppDevice(beside, { fingerprint: app.fingerprint })
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => withSignature(signature, n % 2 === 0 ? app : other)),
    )
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    expect(answers.filter(({ body }) => body?.error_code === 'PARAM.0030').length).toBe(31)
  })

  test('with the nonce and the time of somebody else is no repetition', async () => {
    const [one, other] = [await app.session(), await app.session('testUserName', 'Abc.123456')]
    const now = Date.now()
    expect((await withSignature(await signed(textOf(one, now, 'same')))).status).toBe(200)
    expect((await withSignature(await signed(textOf(other, now, 'same')))).status).toBe(200)
    expect(await withSignature(await signed(textOf(one, now, 'same')))).toMatchObject(refused)
  })

  test('of an unknown token claims nothing: the owner comes after with the same nonce', async () => {
    const session = await app.session()
    const now = Date.now()
    const before = await proofs()
    for (let tries = 0; tries < 20; tries++) {
      expect(await withSignature(await signed(textOf('btsunknown', now, 'wanted')))).toMatchObject(refused)
    }
    expect(await proofs()).toBe(before)
    expect((await withSignature(await signed(textOf(session, now, 'wanted')))).status).toBe(200)
  })

  test('is for the device of the sign-in, and for the key of its application', async () => {
    const session = await app.session()
    expect(await withSignature(await signed(textOf(session)), new AppDevice(server))).toMatchObject(refused)
    const clientId = await server.addApplication({})
    const elsewhere = new AppDevice(server, { clientId, fingerprint: app.fingerprint })
    expect(await elsewhere.signedCall(session, 'GET', 'profile')).toMatchObject(refused)
    expect((await app.signedCall(session, 'GET', 'profile')).status).toBe(200)
  })

  test.each([
    ['PARAM.0002', ''],
    ['APP.0001', 'nobody'],
  ])('answers %s first', async (code, clientId) => {
    const headers = { 'X-signature': await signed(textOf(await app.session())), 'X-client-id': clientId }
    expect(await app.call('GET', 'profile', { headers })).toMatchObject(failure(code))
  })
})

describe('a profile (S22, S23)', () => {
  let session: string
  beforeAll(async () => {
    const userName = 'profile-one'
    await server.addUser({ userName, password: 'Zhangsan.2026', displayName: '李四', extension: { age: '18' } })
    session = await app.session(userName, 'Zhangsan.2026')
  })
  const profile = async () => (await app.signedCall<Record<string, unknown>>(session, 'GET', 'profile')).body
  const update = (body: object) => app.signedCall(session, 'POST', 'profile/update', body)

  test('has what is known, and null for what is not', async () => {
    expect(await profile()).toEqual({
      user_name: 'profile-one',
      name: '李四',
      head_img: null,
      email: null,
      mobile: null,
      attr_gender: 'unknown',
      attr_birthday: null,
      attr_nick_name: null,
      first_name: null,
      middle_name: null,
      last_name: null,
      extension: '{"age":"18"}',
    })
  })

  test('changes as far as it is sent, and not in number, address and password', async () => {
    const ignored = { mobile: '13700600001', verify_code: '123456', email: 'other@example.com', pwd: 'Other.2026x' }
    const change = { name: '王五', attr_gender: 'male', attr_birthday: '1997-01-01', first_name: '五', ...ignored }
    expect(await update(change)).toMatchObject({ status: 200, body: undefined })
    expect(await update({ extension: { city: 'Guangzhou' }, attr_nick_name: '小五', attr_birthday: '' })).toMatchObject(
      {
        status: 200,
      },
    )
    expect(await profile()).toMatchObject({
      name: '王五',
      attr_gender: 'male',
      attr_birthday: null,
      attr_nick_name: '小五',
      first_name: '五',
      mobile: null,
      email: null,
      extension: JSON.stringify({ age: '18', city: 'Guangzhou' }),
    })
    expect((await app.login('profile-one', 'Zhangsan.2026')).body.status).toBe('SUCCESS')
  })

  test.each([
    ['USER.0029', { user_name: 'ZhangSan' }],
    ['USER.0037', { user_name: 'ad\u200bmin' }],
    ['COMMON.0400', { attr_birthday: '2999-01-01' }],
    ['COMMON.0400', { nick: 'a' }],
    ['COMMON.0400', { head_img: 'javascript:alert(1)' }],
    ['COMMON.0400', { head_img: 'data:text/html,x' }],
  ])('answers %s and changes nothing', async (code, body) => {
    const before = await profile()
    expect(await update({ ...body, name: 'changed' })).toMatchObject(failure(code))
    expect(await profile()).toEqual(before)
  })
})
