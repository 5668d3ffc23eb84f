import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signSessionToken } from '../../../client/src/index.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { codeOf } from './guides.ts'
import { java, python, type Runtime } from './programs.ts'
import { runBlocks } from './shell.ts'

/** Gives X-signature for a public key as text, a token and a time. */
type Sign = (publicKey: string, sessionToken: string, timestamp: string) => Promise<string>

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const code = (language: string, which?: string) => codeOf('oneaccess', 'session-token-signature', language, which)

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
const place = (name: string) => join(directory.path, name)

beforeAll(async () => {
  directory = await temporaryDirectory()
  await writeFile(place('signature.ts'), code('ts'))
  await writeFile(place('Signature.java'), code('java'))
  await writeFile(place('signature.py'), code('python'))
})
afterAll(() => directory.remove())

const inTypeScript: Sign = async (...args) => {
  const { sign } = (await import(/* @vite-ignore */ pathToFileURL(place('signature.ts')).href)) as { sign: Sign }
  return sign(...args)
}

const inShell: Sign = async (publicKey, sessionToken, timestamp) => {
  await writeFile(place('key.pem'), publicKey)
  const variables = { SESSION_TOKEN: sessionToken, TIMESTAMP: timestamp }
  const blocks = [code('sh', 'openssl pkeyutl'), 'printf %s "$X_SIGNATURE"']
  return (await runBlocks(blocks, '', directory.path, variables))[1]?.stdout ?? ''
}

/** The way of a program that is started as its guide says. */
const started =
  ({ run }: Runtime, file: string): Sign =>
  async (publicKey, ...args) => {
    await writeFile(place('key.pem'), publicKey)
    return run(place(file), place('key.pem'), ...args)
  }

const ways: [string, Sign][] = [
  ['TypeScript', inTypeScript],
  ['the SDK', (publicKey, sessionToken, timestamp) => signSessionToken({ publicKey, sessionToken, timestamp })],
  ...(java.isPresent ? [['Java', started(java, 'Signature.java')] satisfies [string, Sign]] : []),
  ...(python.isPresent ? [['Python', started(python, 'signature.py')] satisfies [string, Sign]] : []),
]

/** What the platform reads; it throws unless both digests are SHA-256. */
function read(signature: string): string {
  expect(signature).toMatch(/^[\w+/]{342}==$/)
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  return privateDecrypt({ key: privateKey, padding, oaepHash: 'sha256' }, Buffer.from(signature, 'base64')).toString()
}

describe.each([...ways, ['the shell', inShell] satisfies [string, Sign]])('X-signature made in %s', (_, sign) => {
  test('is read by the platform, and another one for each call', { timeout: 120_000 }, async () => {
    // The longest token that the guide says fits.
    const [token, timestamp] = ['x'.repeat(129), String(Date.now())]
    const texts = [read(await sign(pem, token, timestamp)), read(await sign(pem, token, timestamp))]
    const nonces = texts.map((text) => {
      const [before, nonce = ''] = text.split('&nonce=')
      expect(before).toBe(`session_token=${token}&timestamp=${timestamp}`)
      expect(nonce).toMatch(/^[\da-f]{16}$/)
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })
})

test.each(ways)('%s takes a key whose line breaks are two characters each', { timeout: 120_000 }, async (_, sign) => {
  const text = read(await sign(pem.replaceAll('\n', '\\n'), 'token', '1628496895102'))
  expect(text).toMatch(/^session_token=token&timestamp=1628496895102&nonce=/)
})
