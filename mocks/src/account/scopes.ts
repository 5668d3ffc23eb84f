import type { MockDocument } from '../contract.ts'

/**
 * Parts the scopes that are asked for into those that the contract has and others: these are ignored where a person is asked
 * (OpenID Connect Core 3.1.2.1), and refused at the token endpoint (RFC 6749 section 5.2).
 */
export function knownScopes(account: MockDocument, asked: string): { known: string[]; unknown: string[] } {
  const names = [...new Set(asked.split(' ').filter(Boolean))]
  const isKnown = (name: string) => account.scopes.includes(name)
  return { known: names.filter(isKnown), unknown: names.filter((name) => !isKnown(name)) }
}
