import type { KeyObject } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import { decryptOaepSha256 } from '../../crypto/oaep.ts'

/** How far the time of a proof may be from ours, in milliseconds: clocks of phones are read from the server (S1). */
const window = 5 * 60 * 1000

/** What `X-signature` says (section 9.1). */
export interface SessionProof {
  readonly sessionToken: string
  /** Of session token, time and nonce: it counts once. */
  readonly hash: Buffer
  /** After which its time alone refuses it. */
  readonly until: Date
}

/**
 * Opens a proof. That it is broken, for another key, and that its time is over have one answer.
 * @param key the application's private key
 * @param proof base64
 */
export function openSessionProof(key: KeyObject, proof: string): SessionProof | undefined {
  const text = decryptOaepSha256(key, Buffer.from(proof, 'base64'))?.toString('latin1') ?? ''
  const [, sessionToken, timestamp, nonce] =
    /^session_token=([^&]+)&timestamp=([0-9]{1,15})&nonce=([^&]+)$/.exec(text) ?? []
  if (sessionToken === undefined || nonce === undefined || timestamp === undefined) return undefined
  const time = Number(timestamp)
  if (Math.abs(Date.now() - time) > window) return undefined
  return { sessionToken, hash: sha256(`${sessionToken}\n${time}\n${nonce}`), until: new Date(time + window) }
}
