import { execFile, spawnSync } from 'node:child_process'
import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { signSessionToken } from '../../client/src/index.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const timestamp = '1628496895102'

/** Reads a signature as the server does. */
type Decrypt = (signature: string) => Promise<string>

const decryptWithNode: Decrypt = async (signature) =>
  privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(signature, 'base64'),
  ).toString()

const decryptWithJava: Decrypt = async (signature) => {
  const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const source = fileURLToPath(new URL('DecryptSignature.java', import.meta.url))
  return (await promisify(execFile)('java', [source, key, signature])).stdout
}

const hasJava = spawnSync('javac', ['-version']).status === 0
const implementations: [string, Decrypt][] = [
  ["Node's crypto", decryptWithNode],
  ...(hasJava ? [['Java', decryptWithJava] satisfies [string, Decrypt]] : []),
]

describe.each(implementations)('against %s', (_, decrypt) => {
  test('the plaintext is as documented', async () => {
    const signature = await signSessionToken({ sessionToken: 'bts-1+/=&é', publicKey: pem, timestamp, nonce: '17b2a' })
    expect(signature).toMatch(/^[\w+/]{342}==$/)
    expect(await decrypt(signature)).toBe('session_token=bts-1+/=&é&timestamp=1628496895102&nonce=17b2a')
  }, 120_000)
})

test('a nonce of its own for each signature, and another ciphertext even for the same one', async () => {
  const sign = (nonce?: string) => signSessionToken({ sessionToken: 'bts', publicKey: pem, timestamp: 1, nonce })
  const plaintexts = await Promise.all([sign(), sign()].map(async (signature) => decryptWithNode(await signature)))
  const nonces = plaintexts.map((text) => /^session_token=bts&timestamp=1&nonce=([\da-f]{16})$/.exec(text)?.[1])
  expect(nonces[0]).toBeDefined()
  expect(nonces[1]).toBeDefined()
  expect(nonces[0]).not.toBe(nonces[1])
  expect(await sign('same')).not.toBe(await sign('same'))
})

test.each([
  ['with line breaks written out', pem.trim().replaceAll('\n', '\\n')],
  ['with CRLF', pem.replaceAll('\n', '\r\n')],
  ['without line breaks', pem.replaceAll('\n', '')],
])('a key %s', async (_, key) => {
  const signature = await signSessionToken({ sessionToken: 'bts', publicKey: key, timestamp, nonce: 'n' })
  expect(await decryptWithNode(signature)).toContain('session_token=bts&')
})

test('a session token of 129 characters fits into a key of 2048 bits, a longer one does not', async () => {
  const sign = (length: number) => signSessionToken({ sessionToken: 'x'.repeat(length), publicKey: pem, timestamp })
  expect(await decryptWithNode(await sign(129))).toContain('x'.repeat(129))
  await expect(sign(130)).rejects.toMatchObject({ name: 'OperationError' })
})

test('a text that is no key', async () => {
  const signature = signSessionToken({ sessionToken: 'bts', publicKey: 'nothing', timestamp })
  await expect(signature).rejects.toThrow()
})
