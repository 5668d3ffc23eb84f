import { constants, createHash, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createSessionTokens } from '../../../mocks/src/oneaccess/session-tokens.ts'
import { createSignatureKey } from '../../../mocks/src/oneaccess/signature.ts'
import { type RunningMock, startMock } from '../start.ts'
import { proofText, send, signed, signIn } from './support.ts'

let mock: RunningMock
let sessionToken: string

beforeAll(async () => {
  mock = await startMock()
  sessionToken = await signIn(mock.origin)
})
afterAll(() => mock.stop())

const profile = (headers: Record<string, string>) => send(mock.origin, 'getProfile', { headers })
const refusal = (reason: string) => ({
  status: 400,
  body: { error_code: 'PARAM.0030', error_msg: expect.stringContaining(reason) },
})

test('a signature opens a call once', async () => {
  const headers = await signed(mock.origin, { sessionToken })
  expect((await profile(headers)).status).toBe(200)
  expect(await profile(headers)).toMatchObject(refusal('the nonce was used before'))
})

/** OAEP with SHA-256 and a mask by SHA-1, as stock Java does it; written from RFC 8017 section 7.1.1, apart from the mock. */
function padLikeJava(message: string, size: number): Buffer {
  const mask = (seed: Buffer, length: number) => {
    const blocks = Array.from({ length: Math.ceil(length / 20) }, (_, index) =>
      createHash('sha1')
        .update(seed)
        .update(Buffer.from([0, 0, 0, index]))
        .digest(),
    )
    return Buffer.concat(blocks).subarray(0, length)
  }
  const hidden = (bytes: Buffer, by: Buffer) => bytes.map((byte, index) => byte ^ Number(by[index]))
  const label = createHash('sha256').digest()
  const padding = Buffer.alloc(size - 2 * label.length - 2 - message.length)
  const data = Buffer.concat([label, padding, Buffer.from([1]), Buffer.from(message)])
  const seed = randomBytes(label.length)
  const maskedData = hidden(data, mask(seed, data.length))
  return Buffer.concat([Buffer.from([0]), hidden(seed, mask(Buffer.from(maskedData), seed.length)), maskedData])
}

test('the mask of stock Java is understood too', async () => {
  const key = String((await send(mock.origin, 'getPublicKey')).body.public_key)
  const block = padLikeJava(proofText({ sessionToken }), 256)
  const signature = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block).toString('base64')
  expect((await profile({ 'x-signature': signature })).status).toBe(200)
})

test.each([
  ['long ago', -301_000, 400],
  ['just now', -290_000, 200],
  ['a little ahead', 290_000, 200],
  ['far ahead', 310_000, 400],
])('a timestamp from %s', async (_, difference, status) => {
  const headers = await signed(mock.origin, { sessionToken, timestamp: Date.now() + difference })
  expect((await profile(headers)).status).toBe(status)
})

test('what is not a session token of this mock is refused', async () => {
  const other = createSessionTokens().issue(60)
  const changed = sessionToken.slice(0, -1) + (sessionToken.endsWith('A') ? 'B' : 'A')
  const ended = createSessionTokens().issue(-1)
  for (const token of ['x', 'bts', other, ended, changed, `${sessionToken}AA`]) {
    expect(await profile(await signed(mock.origin, { sessionToken: token }))).toMatchObject(refusal('session_token'))
  }
})

test('what is not encrypted for this mock, or holds something else, is refused', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const own = String((await send(mock.origin, 'getPublicKey')).body.public_key)
  const encrypt = (key: Parameters<typeof publicEncrypt>[0], text: string) =>
    publicEncrypt(key, Buffer.from(text)).toString('base64')
  const proof = proofText({ sessionToken })
  const sha256 = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const wrong: [string, string][] = [
    ['plain', 'is not encrypted'],
    ['', 'is missing'],
    [Buffer.alloc(256, 255).toString('base64'), 'is not encrypted'],
    [encrypt({ key: publicKey, ...sha256 }, proof), 'is not encrypted'],
    [encrypt({ key: own, padding: constants.RSA_PKCS1_PADDING }, proof), 'is not encrypted'],
    [encrypt({ key: own, ...sha256 }, `session_token=${sessionToken}`), 'in this order'],
  ]
  for (const [signature, reason] of wrong) {
    expect(await profile({ 'x-signature': signature })).toMatchObject(refusal(reason))
  }
})

test('a refused signature does not use up its nonce', async () => {
  const nonce = 'abcdef'
  await profile(await signed(mock.origin, { sessionToken: 'x', nonce }))
  expect((await profile(await signed(mock.origin, { sessionToken, nonce }))).status).toBe(200)
})

test('a nonce is remembered for as long as its timestamp could be sent again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const sessions = createSessionTokens()
    const key = await createSignatureKey(sessions)
    const timestamp = Date.now() + 299_000
    const proof = proofText({ sessionToken: sessions.issue(3600), timestamp })
    const options = { key: key.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const signature = publicEncrypt(options, Buffer.from(proof)).toString('base64')
    expect(key.reasonAgainst(signature)).toBeUndefined()
    vi.setSystemTime(timestamp + 299_000)
    expect(key.reasonAgainst(signature)).toContain('nonce')
  } finally {
    vi.useRealTimers()
  }
})

test('a session token ends when its answer says', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const sessions = createSessionTokens()
    const token = sessions.issue(60)
    vi.advanceTimersByTime(59_000)
    expect(sessions.isLive(token)).toBe(true)
    vi.advanceTimersByTime(2000)
    expect(sessions.isLive(token)).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})
