import { isLoopback } from '../config/values.ts'

/**
 * How the engine calls applications (back-channel logout). It hands in a dispatcher that closes connections to private
 * and special-use addresses, so that a registered address cannot be aimed at the inside of a network. A server that is
 * itself on loopback, which is to say under development, calls the applications that are developed beside it.
 */
export function outgoingFetch(issuer: string): typeof fetch {
  const local = isLoopback(new URL(issuer).hostname)
  return (input, init) => {
    const target = new URL(input instanceof Request ? input.url : input)
    if (!local || !isLoopback(target.hostname)) return fetch(input, init)
    const { dispatcher: _guarded, ...unguarded } = (init ?? {}) as RequestInit & { dispatcher?: unknown }
    return fetch(input, unguarded)
  }
}
