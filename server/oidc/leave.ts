import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Party } from '../db/queries/session-parties.ts'
import { reachedBy } from '../sign-on/browser-sessions.ts'
import type { Leave } from '../sign-on/session-ends.ts'
import { pageContext } from './page-context.ts'

/**
 * Where the engine sends a browser after a sign-out, it goes by way of the applications that only it can tell. A sign-in that
 * goes on after the former person's session was ended does not: an application that never sends a browser back would stop it.
 * @param authorization the path at which such sign-ins go on
 */
export function leaveAfterSignOut(provider: Provider, leave: Leave, authorization: string): void {
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as Partial<KoaContextWithOIDC>
    const reached = (oidc?.session as { [reachedBy]?: readonly Party[] } | undefined)?.[reachedBy]
    const location = ctx.response.get('Location')
    if (oidc?.route !== 'end_session_confirm' || !reached || location === '') return
    if (new URL(location).pathname.startsWith(`${authorization}/`)) return
    const departure = await leave(reached, location, pageContext(ctx).cookies)
    ctx.set('Location', departure.location)
    for (const { name, value, options } of departure.cookies) ctx.cookies.set(name, value, options)
  })
}
