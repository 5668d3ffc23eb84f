import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { encryptPassword, loginKey, openSignIn, submitUserLogin, type Visitor } from './support/doors.ts'

vi.mock('@node-rs/argon2', async (load) => {
  const argon2 = await load<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

let server: TestServer
let pem: string
let visitor: Visitor
let wrongPassword: { status: number; body: string }

const right = 'Abc.123456'
const blockBytes = 256

beforeAll(async () => {
  server = await startTestServer()
  pem = await loginKey(server.issuer)
  visitor = await openSignIn(server.issuer)
  wrongPassword = await attempt(encryptPassword(pem, 'wrong'))
})
afterAll(() => server.close())

async function attempt(encrypted: string, encryption?: string, name = 'testUserName') {
  const response = await submitUserLogin(server.issuer, visitor, { name, encrypted, encryption })
  return { status: response.status, body: await response.text() }
}

function oaep(text: string | Buffer, oaepHash = 'sha256'): string {
  return publicEncrypt({ key: pem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, Buffer.from(text)).toString(
    'base64',
  )
}

/** A password that was cut, as clients cut what is longer than a block. */
function blocks(parts: string[]): string {
  return Buffer.concat(parts.map((part) => Buffer.from(encryptPassword(pem, part), 'base64'))).toString('base64')
}

/** RSA without a padding: the block is what an attacker makes it. */
function raw(block: Buffer): string {
  return publicEncrypt({ key: pem, padding: constants.RSA_NO_PADDING }, block).toString('base64')
}

test('20: the key has 2048 bits, is for this alone, and signs nothing', async () => {
  const key = createPublicKey(pem)
  expect(key.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n })
  const { n } = key.export({ format: 'jwk' })
  for (const { n: other } of server.app.services.keyRing.publicKeys().keys) expect(other).not.toBe(n)
})

describe('what is understood', () => {
  test.each([
    ['PKCS #1 v1.5', () => encryptPassword(pem, right), undefined],
    ['PKCS #1 v1.5 by name', () => encryptPassword(pem, right), 'RSAES-PKCS1-v1_5'],
    ['OAEP with SHA-256', () => oaep(right), 'RSA-OAEP-256'],
    ['several blocks', () => blocks([right.slice(0, 4), right.slice(4)]), undefined],
  ])('20: %s signs in', async (_name, make, encryption) => {
    expect(JSON.parse((await attempt(make(), encryption)).body)).toMatchObject({ status: 1 })
  })
})

describe('what is not', () => {
  const attacks: [string, () => string, string?][] = [
    ['nothing', () => ''],
    ['a short text', () => 'AAAA'],
    ['the password in the clear', () => Buffer.from(right).toString('base64')],
    ['zeros', () => Buffer.alloc(blockBytes).toString('base64')],
    ['ones', () => Buffer.alloc(blockBytes, 0xff).toString('base64')],
    ['a block too short', () => Buffer.alloc(blockBytes - 1, 1).toString('base64')],
    ['a block too long', () => Buffer.alloc(blockBytes + 1, 1).toString('base64')],
    ['six blocks', () => Buffer.alloc(blockBytes * 6, 1).toString('base64')],
    ['the number one', () => raw(Buffer.concat([Buffer.alloc(blockBytes - 1), Buffer.of(1)]))],
    ['a padding without its end', () => raw(Buffer.concat([Buffer.of(0, 2), Buffer.alloc(blockBytes - 2, 7)]))],
    ['a padding too short', () => raw(Buffer.concat([Buffer.of(0, 2, 7, 7, 0), Buffer.alloc(blockBytes - 5, 65)]))],
    [
      'a padding of another kind',
      () =>
        raw(Buffer.concat([Buffer.of(0, 1), Buffer.alloc(blockBytes - 13, 0xff), Buffer.of(0), Buffer.from(right)])),
    ],
    ['a good padding with nothing in it', () => encryptPassword(pem, '')],
    ['OAEP taken for PKCS #1', () => oaep(right)],
    ['PKCS #1 taken for OAEP', () => encryptPassword(pem, right), 'RSA-OAEP-256'],
    ['OAEP with another hash', () => oaep(right, 'sha1'), 'RSA-OAEP-256'],
    ['a NUL in the password', () => encryptPassword(pem, `${right}\0`)],
    ['what is not UTF-8', () => oaep(Buffer.of(0xff, 0xfe)), 'RSA-OAEP-256'],
  ]

  test.each(attacks)(
    '20: %s is answered as a wrong password is, after the same work',
    async (_name, make, encryption) => {
      for (const name of ['testUserName', 'unknownName1']) {
        vi.mocked(verify).mockClear()
        expect(await attempt(make(), encryption, name)).toEqual(wrongPassword)
        expect(verify).toHaveBeenCalledTimes(1)
      }
    },
  )

  test('20: 300 random ciphertexts of either kind get that answer and no other', async () => {
    // What the hash costs is the matter of the test above.
    vi.mocked(verify).mockResolvedValue(false)
    const answers = new Set<string>()
    for (let batch = 0; batch < 15; batch += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          attempt(randomBytes(blockBytes).toString('base64'), index % 2 ? 'RSA-OAEP-256' : undefined),
        ),
      )
      for (const outcome of outcomes) answers.add(JSON.stringify(outcome))
    }
    expect([...answers]).toEqual([JSON.stringify(wrongPassword)])
  })

  test.each([
    ['a text that is no base64', '!!!!', undefined],
    ['a megabyte', 'A'.repeat(1_048_576), undefined],
    ['more than the contract lets in', 'A'.repeat(4_100), undefined],
    ['an unknown way to encrypt', 'AAAA', 'none'],
    ['a padding switched off', 'AAAA', 'RSA_NO_PADDING'],
  ])('20: %s is refused before anything is decrypted', async (_name, encrypted, encryption) => {
    vi.mocked(verify).mockClear()
    const { status, body } = await attempt(encrypted, encryption)
    expect([400, 413]).toContain(status)
    expect(JSON.parse(body)).toMatchObject({ status: 0 })
    expect(verify).not.toHaveBeenCalled()
  })
})
