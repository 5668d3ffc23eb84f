import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { openSessionProof } from '../server/domain/app-sign-in/session-proof.ts'

/**
 * How long it takes to open an `X-signature`, by what is wrong with it: `node bench/session-proof-timing.ts [ROUNDS]`. Who can tell a
 * block that begins with another byte than 0 from one that is wrong elsewhere decrypts without the key (Manger, CRYPTO 2001), so the
 * medians of the bad ones should lie as close together as two measurements of the same one. A figure to look at, not a test: a busy
 * machine moves it.
 */
const rounds = Number(process.argv[2] ?? '4000')
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const ours = createPublicKey(privateKey)
const text = Buffer.from(`session_token=bts${'x'.repeat(32)}&timestamp=${Date.now()}&nonce=1234567890abcdef`)

const oaep = (key: KeyObject, data: Buffer) => publicEncrypt({ key, oaepHash: 'sha256' }, data)
/** A block as it is, with nothing done to it: below the modulus as long as its first byte is small. */
const raw = (block: Buffer) => publicEncrypt({ key: ours, padding: constants.RSA_NO_PADDING }, block)
const beginningWith = (byte: number) => raw(Buffer.concat([Buffer.of(byte), randomBytes(255)]))

const kinds: readonly (readonly [name: string, make: () => Buffer])[] = [
  ['right', () => oaep(ours, text)],
  ['right padding, wrong text', () => oaep(ours, randomBytes(80))],
  ['another label', () => publicEncrypt({ key: ours, oaepHash: 'sha256', oaepLabel: Buffer.from('x') }, text)],
  ['first byte 0, random behind', () => beginningWith(0)],
  ['first byte 0, once more', () => beginningWith(0)],
  ['first byte 1, random behind', () => beginningWith(1)],
  ['first byte 64, random behind', () => beginningWith(64)],
  ['PKCS#1 v1.5', () => publicEncrypt({ key: ours, padding: constants.RSA_PKCS1_PADDING }, text)],
  ['for another key', () => oaep(other, text)],
]

const times = new Map(kinds.map(([name]) => [name, [] as number[]]))
for (let round = 0; round < rounds; round += 1) {
  // In another order each round, so that none always follows the same one.
  for (const [name, make] of kinds.toSorted(() => Math.random() - 0.5)) {
    const proof = make().toString('base64')
    const began = process.hrtime.bigint()
    openSessionProof(privateKey, proof)
    times.get(name)?.push(Number(process.hrtime.bigint() - began) / 1_000)
  }
}

const at = (sorted: readonly number[], part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
process.stdout.write(`${'microseconds'.padEnd(32)}${'median'.padStart(10)}${'p25'.padStart(10)}${'p75'.padStart(10)}\n`)
for (const [name, all] of times) {
  const sorted = all.slice(rounds / 10).sort((one, two) => one - two)
  const cells = [0.5, 0.25, 0.75].map((part) => at(sorted, part).padStart(10))
  process.stdout.write(`${name.padEnd(32)}${cells.join('')}\n`)
}
