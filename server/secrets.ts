import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { decodeSecretKey } from './secret-key.ts'

/** First byte of everything `encrypt` makes, so that the scheme can change without guessing. */
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const KEY_FILE = 'secret.key'

/** Thrown by `decrypt` when the data was changed, cut, or made with another key. */
export class DecryptionError extends Error {
  override name = 'DecryptionError'
}

/** The two settings that `loadSecretKey` looks at. */
type SecretSource = Pick<Config, 'secretKey' | 'dataDir'>

/**
 * The installation's secret, from which every other key is derived: SECRET_KEY when it is set, else
 * the file `secret.key` of the data directory, which the first start makes (32 random bytes, mode 0600).
 * Two processes that start at once agree on one file. Throws when the file cannot be read or made, or holds no key.
 */
export async function loadSecretKey(config: SecretSource): Promise<Buffer> {
  const material = config.secretKey ?? (await keptSecret(config.dataDir))
  const secret = decodeSecretKey(material)
  if (!secret) throw new Error(`${join(config.dataDir, KEY_FILE)} does not hold a key of at least 32 bytes`)
  return secret
}

async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, KEY_FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return known
  await mkdir(dataDir, { recursive: true })
  // Written aside and then linked: whoever sees the file under its name sees it whole, and the first process wins.
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/**
 * A 32-byte key for one purpose, derived from the installation's secret (HKDF-SHA256, RFC 5869). Keys of
 * different purposes tell nothing about each other. `purpose` is a fixed word of the code, never user input.
 */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `openaccount/${purpose}`, KEY_BYTES))
}

/**
 * AES-256-GCM (NIST SP 800-38D) under a 32-byte key. Gives version byte, 12-byte random nonce, 16-byte tag and
 * ciphertext, in this order.
 */
export function encrypt(key: Buffer, plaintext: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.of(VERSION))
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}

/** The plaintext of what `encrypt` made. Throws DecryptionError when key or data are not the ones it was made with. */
export function decrypt(key: Buffer, data: Buffer): Buffer {
  const bodyAt = 1 + NONCE_BYTES + TAG_BYTES
  if (data.length < bodyAt) throw new DecryptionError('encrypted data is too short')
  if (data[0] !== VERSION) throw new DecryptionError('encrypted data has an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(data.subarray(0, 1))
  decipher.setAuthTag(data.subarray(1 + NONCE_BYTES, bodyAt))
  try {
    return Buffer.concat([decipher.update(data.subarray(bodyAt)), decipher.final()])
  } catch (cause) {
    throw new DecryptionError('encrypted data was changed or made with another key', { cause })
  }
}
