import { childOf, childrenOf, textOf } from './parse.ts'
import { instantOf, type MessageHead, readHead } from './request.ts'

/** A service provider says that somebody has signed out (saml-core section 3.7.1). */
export interface LogoutRequest extends MessageHead {
  /** Who; undefined when it is encrypted, and nobody has a key for that. */
  readonly nameId: string | undefined
  /** Which of their sessions; none for all of them. */
  readonly sessionIndexes: readonly string[]
  readonly expiresAt: Date | undefined
}

/** @throws UnreadableMessage */
export function readLogoutRequest(root: Element, address: string): LogoutRequest {
  const name = childOf(root, 'assertion', 'NameID')
  return {
    ...readHead(root, 'LogoutRequest', address),
    nameId: name && textOf(name),
    sessionIndexes: childrenOf(root, 'protocol', 'SessionIndex').map(textOf),
    expiresAt: instantOf(root, 'NotOnOrAfter'),
  }
}
