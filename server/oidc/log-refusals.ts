import type { Provider } from 'oidc-provider'
import { pageContext } from './page-context.ts'

const refusals = [
  'grant.error',
  'userinfo.error',
  'introspection.error',
  'revocation.error',
  'device_authorization.error',
  'pushed_authorization_request.error',
] as const

/**
 * Has the log tell why programs are refused, in the engine's own words, which the answer leaves out: that a code was used before, say,
 * and not only `invalid_grant`. Pages tell by themselves (pages.ts).
 */
export function logRefusals(provider: Provider): void {
  for (const name of refusals) {
    provider.on(name as 'grant.error', (ctx, { error, error_description, error_detail }) => {
      const words = error_detail ?? error_description
      pageContext(ctx).failed(words ? `${error}: ${words}` : error)
    })
  }
}
