import { ConnectionError, OAuthError, TimeoutError } from '../errors.ts'
import type { components } from '../generated/account.ts'
import { wait } from '../transport/wait.ts'
import type { RequestToken } from './auth.ts'
import type { ClientAuthentication } from './token-request.ts'
import type { TokenSet } from './token-set.ts'

/** A sign-in on a device, while its user is at another one (RFC 8628). */
export interface DeviceSignIn {
  /** The code to show. */
  readonly userCode: string
  /** Where the user types it. */
  readonly verificationUri: string
  /** The same address with the code in it, for a QR code. */
  readonly verificationUriComplete: string | undefined
  /** When the codes expire, in Unix milliseconds. */
  readonly expiresAt: number
  /**
   * Asks at the server's pace until the user has agreed.
   * @throws {OAuthError} `access_denied`: the user refused; `expired_token`: the time is over
   * @throws the reason of the signal
   */
  poll(options?: { readonly signal?: AbortSignal | undefined }): Promise<TokenSet>
}

/** What polling needs. */
interface Polling {
  readonly requestToken: RequestToken
  readonly client: ClientAuthentication
}

/** RFC 8628 section 3.2: five seconds when the server names none; section 3.5: five more after each `slow_down`. */
const defaultInterval = 5

const interimErrors = ['authorization_pending', 'slow_down']

/** Makes a sign-in of the answer of the device authorization endpoint. */
export function deviceSignIn(answer: components['schemas']['DeviceAuthorization'], polling: Polling): DeviceSignIn {
  const expiresAt = Date.now() + answer.expires_in * 1000
  return {
    userCode: answer.user_code,
    verificationUri: answer.verification_uri,
    verificationUriComplete: answer.verification_uri_complete,
    expiresAt,
    async poll({ signal } = {}) {
      const grant = {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: answer.device_code,
      } as const
      let interval = answer.interval ?? defaultInterval
      while (Date.now() < expiresAt) {
        await wait(interval * 1000, signal)
        try {
          return await polling.requestToken(grant, polling.client, { signal })
        } catch (error) {
          interval = nextInterval(error, interval)
        }
      }
      throw new OAuthError('expired_token', 'the device code has expired', { operation: 'POST /connect/token' })
    },
  }
}

/**
 * How long to wait after a failed poll, in seconds (RFC 8628 section 3.5).
 * @throws the failure, when it is final
 */
function nextInterval(failure: unknown, interval: number): number {
  if (failure instanceof ConnectionError || failure instanceof TimeoutError) return interval * 2
  if (!(failure instanceof OAuthError) || !interimErrors.includes(failure.error)) throw failure
  return failure.error === 'slow_down' ? interval + defaultInterval : interval
}
