import { createHmac, randomBytes } from 'node:crypto'
import { sha256 } from '../crypto/hash.ts'

/** The cookie that the session frame's script reads; it says nothing but whether the session is still the same. */
export const browserStateCookie = 'oa_browser_state'

/** The only page that may read the cookie. */
export const browserStatePath = '/connect/checksession'

/**
 * The OP browser state (OpenID Connect Session Management 1.0 section 4.2): changes whenever the signed-in person
 * does. Keyed, so that the cookie tells nothing about the session it stands for.
 */
export function browserState(key: Buffer, session: { uid: string; accountId?: string | undefined }): string {
  return session.accountId
    ? createHmac('sha256', key).update(`${session.uid} ${session.accountId}`).digest('base64url')
    : ''
}

/** The `session_state` of an authorization response (section 2), as `check-session-frame.js` computes it too. */
export function sessionState(clientId: string, redirectUri: string, state: string): string {
  const salt = randomBytes(12).toString('base64url')
  const { origin } = new URL(redirectUri)
  return `${sha256(`${clientId} ${origin} ${state} ${salt}`).toString('base64url')}.${salt}`
}
