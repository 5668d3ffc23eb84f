import type { NamedApplication, SessionCaller, StateCaller } from '../../auth/callers.ts'
import type { AppVisitor } from '../../domain/app-sign-in/app-visitor.ts'
import type { SignedInStand } from '../../domain/app-sign-in/steps.ts'
import { found } from './answers.ts'

/** What the headers of every call below /api/v2/sdk/ say of app and device (section 1.2). */
interface DeviceHeaders {
  readonly 'X-device-fingerprint': string
  readonly 'X-agent': string
}

/** Who calls with an app. */
export const visitor = (
  { clientId, address, requestId }: NamedApplication | SessionCaller | StateCaller,
  headers: DeviceHeaders,
): AppVisitor => ({
  clientId,
  address,
  requestId,
  fingerprint: headers['X-device-fingerprint'],
  userAgent: headers['X-agent'],
})

/** What is to be proved of a social account that nobody has; known from the sister alone. */
const data = JSON.stringify({ socialBindOrRegisterFlow: ['VERIFY_PHONE'] })

/** 200 with what a person is signed in with. */
export const signedIn = ({ status, sessionToken, expire, idToken }: SignedInStand) =>
  found({ status, session_token: sessionToken, id_token: idToken, expire })

/** 200 with where a sign-in stands (section 6.0). */
export function stand<Step extends string>(
  result: SignedInStand | { status: Step; stateToken: string } | { status: 'ACCESS_DENIED' },
) {
  if ('sessionToken' in result) return signedIn(result)
  if (!('stateToken' in result)) return found({ status: result.status })
  const { status, stateToken } = result
  const isUnknown = status === 'SOCIAL_BIND' || status === 'USER_REGISTER'
  return found({ status, state_token: stateToken, ...(isUnknown && { data }) })
}
