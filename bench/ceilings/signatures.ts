import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { hash, verify as verifyPassword } from '@node-rs/argon2'
import { drawPuzzle } from '../../server/domain/captchas/draw.ts'

/** Prints what one core does a second of what no server can leave out, as JSON: `node bench/ceilings/signatures.ts SECONDS`. */
const milliseconds = Number(process.argv[2] ?? '2') * 1_000
const data = Buffer.alloc(400, 'a token of some four hundred bytes ')

function perSecond(work: () => unknown): number {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < milliseconds) {
    work()
    done += 1
  }
  return (done * 1_000) / (performance.now() - began)
}

function signatures({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }) {
  const dsaEncoding = 'ieee-p1363'
  const signature = sign('sha256', data, { key: privateKey, dsaEncoding })
  return {
    signatures: perSecond(() => sign('sha256', data, { key: privateKey, dsaEncoding })),
    verifications: perSecond(() => verify('sha256', data, { key: publicKey, dsaEncoding }, signature)),
  }
}

async function perSecondOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < milliseconds) {
    await work()
    done += 1
  }
  return (done * 1_000) / (performance.now() - began)
}

const stored = await hash('Bench.123456', { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
const rs256 = signatures(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const es256 = signatures(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
console.log(
  JSON.stringify({
    'RS256 signatures': rs256.signatures,
    'RS256 verifications': rs256.verifications,
    'ES256 signatures': es256.signatures,
    'ES256 verifications': es256.verifications,
    'argon2id verifications': await perSecondOf(() => verifyPassword(stored, 'Bench.123456')),
    captchas: await perSecondOf(drawPuzzle),
  }),
)
