import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, type JWK } from 'jose'

const generate = promisify(generateKeyPair)

/** Signature algorithms the platform signs with; RS256 is the documented default. */
export const signingAlgorithms = ['RS256', 'ES256'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

/** A new key pair; its id is its thumbprint (RFC 7638). */
export interface KeyPair {
  id: string
  publicJwk: JWK
  privateJwk: JWK
}

/** Makes a signing key pair: RSA with 2048 bits, or P-256. */
export async function generateSigningKey(algorithm: SigningAlgorithm): Promise<KeyPair> {
  const pair =
    algorithm === 'RS256'
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve: 'P-256' })
  return describe(pair, { alg: algorithm, use: 'sig' })
}

/** Makes the RSA pair that sign-in forms encrypt with (api-42744725). */
export async function generateLoginKey(): Promise<KeyPair> {
  return describe(await generate('rsa', { modulusLength: 2048 }), { use: 'enc' })
}

async function describe(
  pair: { publicKey: KeyObject; privateKey: KeyObject },
  members: Partial<JWK>,
): Promise<KeyPair> {
  const publicJwk = pair.publicKey.export({ format: 'jwk' }) as JWK
  const id = await calculateJwkThumbprint(publicJwk)
  return {
    id,
    publicJwk: { ...publicJwk, ...members, kid: id },
    privateJwk: { ...(pair.privateKey.export({ format: 'jwk' }) as JWK), ...members, kid: id },
  }
}
