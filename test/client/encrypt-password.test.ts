import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encryptPassword, type PasswordPadding } from '../../client/src/index.ts'

const keys = Object.fromEntries([1024, 2048].map((bits) => [bits, generateKeyPairSync('rsa', { modulusLength: bits })]))

function keyPair(bits: number) {
  const pair = keys[bits]
  if (!pair) throw new Error(`no key of ${bits} bits`)
  return { ...pair, pem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() }
}

/** Decrypts block by block, as the server does. */
function decrypt(base64: string, bits: number, padding: PasswordPadding): { text: string; blockSizes: number[] } {
  const bytes = Buffer.from(base64, 'base64')
  expect(bytes.toString('base64')).toBe(base64)
  const key = keyPair(bits).privateKey
  const blocks = Array.from({ length: bytes.length / (bits / 8) }, (_, index) =>
    privateDecrypt(
      padding === 'RSA-OAEP-256'
        ? { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
        : { key, padding: constants.RSA_PKCS1_PADDING },
      bytes.subarray((index * bits) / 8, ((index + 1) * bits) / 8),
    ),
  )
  return { text: Buffer.concat(blocks).toString(), blockSizes: blocks.map((block) => block.length) }
}

const long = '密码-пароль-🔑-'.repeat(20)

describe.each([1024, 2048])('with a key of %i bits', (bits) => {
  test.each(['RSAES-PKCS1-v1_5', 'RSA-OAEP-256'] as const)('%s is what OpenSSL decrypts', async (padding) => {
    const { pem } = keyPair(bits)
    for (const text of ['', 'Abc.123456', 'x'.repeat(117), 'x'.repeat(118), long]) {
      expect(decrypt(await encryptPassword(pem, text, { padding }), bits, padding).text).toBe(text)
    }
  })
})

test('PKCS #1 v1.5 is cut into blocks of 117 bytes, OAEP into the largest that fit', async () => {
  const { pem } = keyPair(2048)
  const text = 'x'.repeat(300)
  const pkcs1 = await encryptPassword(pem, text, { padding: 'RSAES-PKCS1-v1_5' })
  expect(decrypt(pkcs1, 2048, 'RSAES-PKCS1-v1_5').blockSizes).toEqual([117, 117, 66])
  const oaep = await encryptPassword(pem, text, { padding: 'RSA-OAEP-256' })
  expect(decrypt(oaep, 2048, 'RSA-OAEP-256').blockSizes).toEqual([190, 110])
})

test('the padding of PKCS #1 v1.5 is random and has no zero byte', async () => {
  const bits = 1024
  const { pem, privateKey } = keyPair(bits)
  const seen = new Set<string>()
  for (let round = 0; round < 200; round += 1) {
    const base64 = await encryptPassword(pem, 'Abc.123456', { padding: 'RSAES-PKCS1-v1_5' })
    const encoded = privateDecrypt(
      { key: privateKey, padding: constants.RSA_NO_PADDING },
      Buffer.from(base64, 'base64'),
    )
    const end = encoded.indexOf(0, 2)
    expect([...encoded.subarray(0, 2)]).toEqual([0, 2])
    expect(encoded.subarray(end + 1).toString()).toBe('Abc.123456')
    expect(end).toBe(bits / 8 - 'Abc.123456'.length - 1)
    seen.add(encoded.subarray(2, end).toString('hex'))
  }
  expect(seen.size).toBe(200)
})

test('a line-wrapped key and one on a single line are the same', async () => {
  const { pem } = keyPair(2048)
  const flat = pem.replaceAll('\n', '')
  const base64 = await encryptPassword(flat, 'Abc.123456', { padding: 'RSA-OAEP-256' })
  expect(decrypt(base64, 2048, 'RSA-OAEP-256').text).toBe('Abc.123456')
})

test('what is no RSA public key is refused', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const elliptic = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  for (const pem of [elliptic, 'not a key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----']) {
    await expect(encryptPassword(pem, 'x', { padding: 'RSA-OAEP-256' })).rejects.toThrow()
  }
})
