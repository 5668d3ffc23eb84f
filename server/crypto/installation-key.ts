import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeSecretKey } from './secret-key.ts'

const KEY_BYTES = 32
const KEY_FILE = 'secret.key'

/** Where the secret comes from. */
interface SecretSource {
  /** Absent: the secret is kept in `dataDir`. */
  readonly secretKey: string | undefined
  readonly dataDir: string
}

/**
 * The installation's secret, from which every other key is derived: SECRET_KEY when it is set, else
 * the file `secret.key` of the data directory, which the first start makes (32 random bytes, mode 0600).
 * Two processes that start at once agree on one file. Throws when the file cannot be read or made, or holds no key.
 */
export async function loadSecretKey({ secretKey, dataDir }: SecretSource): Promise<Buffer> {
  const material = secretKey ?? (await keptSecret(dataDir))
  const secret = decodeSecretKey(material)
  if (!secret) throw new Error(`${join(dataDir, KEY_FILE)} does not hold a key of at least 32 bytes`)
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
