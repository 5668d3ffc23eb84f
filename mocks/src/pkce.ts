import { createHash } from 'node:crypto'

/** Whether the verifier fits the challenge by method S256 (RFC 7636 section 4.6). */
export function fitsChallenge(verifier: string | null, challenge: string): boolean {
  const hashed = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url')
  return hashed === challenge
}
