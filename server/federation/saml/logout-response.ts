import { statuses } from './names.ts'
import { attributeOf, childOf } from './parse.ts'
import { type MessageHead, readHead } from './request.ts'

/** An application answers a request for a sign-out (saml-core section 3.7.2). */
export interface LogoutResponse extends MessageHead {
  readonly inResponseTo: string | undefined
  /** Whether it says that all of it is done. */
  readonly done: boolean
}

/** @throws UnreadableMessage */
export function readLogoutResponse(root: Element, address: string): LogoutResponse {
  const head = readHead(root, 'LogoutResponse', address)
  const status = childOf(root, 'protocol', 'Status')
  const code = status && childOf(status, 'protocol', 'StatusCode')
  // A second code says how much of it is not.
  const whole = code !== undefined && childOf(code, 'protocol', 'StatusCode') === undefined
  return {
    ...head,
    inResponseTo: attributeOf(root, 'InResponseTo'),
    done: whole && attributeOf(code, 'Value') === statuses.success[0],
  }
}
