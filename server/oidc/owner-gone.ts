import type { Provider } from 'oidc-provider'
import { isOwnerGone } from '../db/owner-gone.ts'

/**
 * The engine answers 500 to whatever is no error of its own. That somebody's account was deleted while a token was made for them
 * is what it would be a moment later: nothing that is sent stands for a person any more (RFC 6749 section 5.2).
 */
export function tellOwnerGone(provider: Provider): void {
  provider.on('server_error', (ctx, error) => {
    const { body } = ctx
    if (!isOwnerGone(error) || ctx.status < 500 || typeof body !== 'object' || body === null) return
    ctx.status = 400
    ctx.body = { error: 'invalid_grant', error_description: 'the account has ended' }
  })
}
