import type { Provider } from 'oidc-provider'
import { returnCodes } from '../../generated/return-codes.ts'
import { isDatabaseAway, retryAfterDatabase } from '../db/away.ts'

/**
 * The engine answers 500 to whatever is no error of its own. That the database is away is 503 and may be tried again (RFC 9110
 * section 15.6.4); `temporarily_unavailable` is RFC 6749's word for it.
 */
export function tellDatabaseAway(provider: Provider): void {
  provider.on('server_error', (ctx, error) => {
    if (!isDatabaseAway(error) || ctx.status < 500) return
    const { body } = ctx
    ctx.status = 503
    ctx.set('Retry-After', String(retryAfterDatabase))
    if (typeof body === 'object' && body !== null && 'error' in body) {
      ctx.body = { error: 'temporarily_unavailable', error_description: returnCodes.ServiceUnavailable.message.en }
    }
  })
}
