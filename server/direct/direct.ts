import type { DirectHandler } from '../contract/mount.ts'
import { sendJson } from './answer.ts'
import { answerAuthorization } from './authorization.ts'
import { answerIntrospection } from './introspection.ts'
import type { DirectServices } from './services.ts'
import { answerTokenRequest } from './token-request.ts'

/** Which origins a client's pages have, and how it may attest itself: the engine knows. */
const leftToEngine = ['origin', 'oauth-client-attestation', 'oauth-client-attestation-pop']

/**
 * The ordinary successes of one issuer, answered without the engine (docs/decisions/0014). Each recognises one well-formed
 * request, decides by one conditional statement, and leaves everything else, every failure first of all, to the engine: what is
 * not answered here has not been touched.
 */
export function directHandler(services: DirectServices): DirectHandler {
  const { paths } = services.face
  return async (call, operation, form) => {
    if (leftToEngine.some((name) => call.request.headers[name] !== undefined)) return false
    if (operation.path === paths.token && form) {
      const tokens = await answerTokenRequest(services, call, form)
      if (tokens) sendJson(call, operation, tokens)
      return tokens !== undefined
    }
    if (operation.path === paths.introspection && form) {
      const state = await answerIntrospection(services, call, form)
      if (state) sendJson(call, operation, state)
      return state !== undefined
    }
    if (operation.path === paths.authorization && !form) return answerAuthorization(services, call)
    return false
  }
}
