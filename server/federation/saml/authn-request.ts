import { bindings } from './names.ts'
import { attributeOf, childOf, childrenOf, flagOf, textOf } from './parse.ts'
import { type MessageHead, readHead } from './request.ts'
import { UnreadableMessage } from './unreadable.ts'

/** What a service provider asks for (saml-core section 3.4.1). */
export interface AuthnRequest extends MessageHead {
  /** Where the answer is to go: an address, or its place among those registered; neither for the first of them. */
  readonly consumer: string | number | undefined
  readonly forceAuthn: boolean
  readonly isPassive: boolean
  readonly nameIdFormat: string | undefined
  readonly nameQualifier: string | undefined
  /** Ways to sign in, any of which will do; none for every one. */
  readonly contexts: readonly string[]
  readonly comparison: string
  /** What it asks for that is not offered. */
  readonly unsupported: 'requestUnsupported' | 'unsupportedBinding' | undefined
}

/** @throws UnreadableMessage */
export function readAuthnRequest(root: Element, address: string): AuthnRequest {
  const policy = childOf(root, 'protocol', 'NameIDPolicy')
  const context = childOf(root, 'protocol', 'RequestedAuthnContext')
  const binding = attributeOf(root, 'ProtocolBinding')
  // Somebody who is named beforehand, and other descriptions of how to sign in.
  const more =
    childOf(root, 'assertion', 'Subject') ?? (context && childrenOf(context, 'assertion', 'AuthnContextDeclRef')[0])
  const asked = binding !== undefined && binding !== bindings.post ? 'unsupportedBinding' : undefined
  return {
    ...readHead(root, 'AuthnRequest', address),
    consumer: consumerOf(root),
    forceAuthn: flagOf(root, 'ForceAuthn'),
    isPassive: flagOf(root, 'IsPassive'),
    nameIdFormat: policy && attributeOf(policy, 'Format'),
    nameQualifier: policy && attributeOf(policy, 'SPNameQualifier'),
    contexts: context ? childrenOf(context, 'assertion', 'AuthnContextClassRef').map(textOf) : [],
    comparison: (context && attributeOf(context, 'Comparison')) ?? 'exact',
    unsupported: more ? 'requestUnsupported' : asked,
  }
}

function consumerOf(root: Element): string | number | undefined {
  const url = attributeOf(root, 'AssertionConsumerServiceURL')
  const index = attributeOf(root, 'AssertionConsumerServiceIndex')
  if (url !== undefined && index !== undefined) throw new UnreadableMessage('the address of the answer is named twice')
  if (index === undefined) return url
  if (!/^\d{1,5}$/.test(index)) throw new UnreadableMessage('AssertionConsumerServiceIndex is no number')
  return Number(index)
}
