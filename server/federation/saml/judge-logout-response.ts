import type { Application } from '../../db/queries/applications.ts'
import type { EncodedMessage } from './encoded-message.ts'
import { readLogoutResponse } from './logout-response.ts'
import { parseMessage } from './parse.ts'
import { issuerOf } from './request.ts'
import { signedRoot } from './sign-on-requests.ts'
import { UnreadableMessage } from './unreadable.ts'

/**
 * Whether an application says that it has ended its session. One that answers with something that nobody can read has not.
 * @param requestId the request that it is to answer
 * @param address where the answer is to have been sent
 * @throws UnreadableMessage when the answer is another's, or to another request
 */
export function saysDone(
  message: EncodedMessage,
  application: Application,
  requestId: string,
  address: string,
): boolean {
  const whole = readable(() => parseMessage(message.text))
  if (!whole) return false
  const signed = signedRoot(message, application)
  // saml-profiles section 4.4.4.2. One without certificates is known by the id of the request, which nobody else was told.
  if (!signed && application.samlCertificates.length > 0) throw new UnreadableMessage('the answer is not signed')
  const root = signed ?? whole
  if (issuerOf(root) !== application.samlEntityId) throw new UnreadableMessage('the answer is from another')
  const response = readable(() => readLogoutResponse(root, address))
  if (!response) return false
  if (response.inResponseTo !== requestId) throw new UnreadableMessage('the answer is to another request')
  return response.done
}

/** Undefined for what cannot be read. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableMessage) return undefined
    throw error
  }
}
