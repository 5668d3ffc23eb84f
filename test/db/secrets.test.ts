import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DecryptionError, decrypt, deriveKey, encrypt } from '../../server/crypto/encryption.ts'
import { loadSecretKey } from '../../server/crypto/installation-key.ts'
import { decodeSecretKey } from '../../server/crypto/secret-key.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

describe('the installation key', () => {
  test('is made once, by whoever is first, for its owner’s eyes only', async () => {
    const { path, remove } = await temporaryDirectory()
    const dataDir = join(path, 'data')
    const keys = await Promise.all(Array.from({ length: 16 }, () => loadSecretKey({ dataDir, secretKey: undefined })))
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
    expect(await readdir(dataDir)).toEqual(['secret.key'])
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
    expect(await loadSecretKey({ dataDir, secretKey: undefined })).toEqual(keys[0])
    await remove()
  })

  test('is never taken from a file that was cut', async () => {
    const { path, remove } = await temporaryDirectory()
    await writeFile(join(path, 'secret.key'), 'cut')
    await expect(loadSecretKey({ dataDir: path, secretKey: undefined })).rejects.toThrow(
      'secret.key does not hold a key of at least 32 bytes',
    )
    expect(await readFile(join(path, 'secret.key'), 'utf8')).toBe('cut')
    await remove()
  })

  test('is read as hex, base64, base64url or text', () => {
    const bytes = randomBytes(32)
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(decodeSecretKey(bytes.toString(encoding))).toEqual(bytes)
    }
    const text = 'a sentence that nobody else would ever write'
    expect(decodeSecretKey(text)).toEqual(Buffer.from(text))
    for (const short of ['', 'short', bytes.subarray(1).toString('base64').slice(0, 20)]) {
      expect(decodeSecretKey(short)).toBeUndefined()
    }
  })

  test('gives another key for each purpose, always the same one', () => {
    const secret = Buffer.alloc(32, 7)
    expect(deriveKey(secret, 'keys')).toEqual(deriveKey(Buffer.from(secret), 'keys'))
    expect(deriveKey(secret, 'keys')).toHaveLength(32)
    expect(deriveKey(secret, 'keys')).not.toEqual(deriveKey(secret, 'cookies'))
    expect(deriveKey(secret, 'keys')).not.toEqual(deriveKey(Buffer.alloc(32, 8), 'keys'))
    // Fixed: another value here would mean that no stored key can be read any more.
    expect(deriveKey(secret, 'keys').toString('hex')).toBe(
      '82192f1710dcfa502a49200e357ece8d8493e9b8a9ff430c11a6d5453b6cdec7',
    )
  })
})

describe('encryption at rest', () => {
  const key = randomBytes(32)

  test.each([0, 1, 15, 16, 17, 4096])('gives %i bytes back', (length) => {
    const plaintext = randomBytes(length)
    expect(decrypt(key, encrypt(key, plaintext))).toEqual(plaintext)
  })

  test('never gives the same twice', () => {
    const plaintext = Buffer.from('plaintext')
    expect(encrypt(key, plaintext)).not.toEqual(encrypt(key, plaintext))
  })

  test('notices a change of any single byte, a cut and another key', () => {
    const data = encrypt(key, Buffer.from('plaintext'))
    for (const at of data.keys()) {
      const changed = Buffer.from(data)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => decrypt(key, changed)).toThrow(DecryptionError)
    }
    for (let length = 0; length < data.length; length++) {
      expect(() => decrypt(key, data.subarray(0, length))).toThrow(DecryptionError)
    }
    expect(() => decrypt(randomBytes(32), data)).toThrow(DecryptionError)
  })
})
