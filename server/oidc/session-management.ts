import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { browserState, browserStateCookie, browserStatePath, sessionState } from '../sign-on/session-state.ts'
import type { EngineFace } from './faces/face.ts'

/**
 * OpenID Connect Session Management 1.0, which the engine does not have: the browser state, which every issuer keeps
 * because the session is one, and `session_state` where the issuer has a frame to ask with it.
 */
export function addSessionState(provider: Provider, key: Buffer, { sessionFrame }: EngineFace): void {
  provider.on('authorization.success', (ctx, out) => {
    const { client, session, params } = ctx.oidc
    if (!client || !session || !out) return
    const state = browserState(key, session)
    setBrowserState(ctx, state, session.transient ? undefined : session.exp)
    const { redirect_uri: redirectUri, scope } = params as Record<string, string | undefined>
    if (sessionFrame !== undefined && redirectUri && scope?.split(' ').includes('openid')) {
      Object.assign(out, { session_state: sessionState(client.clientId, redirectUri, state) })
    }
  })
  provider.on('end_session.success', (ctx) => {
    // The event also tells of a person who chose to stay signed in.
    if (ctx.oidc.params?.logout) setBrowserState(ctx, null)
  })
}

function setBrowserState(ctx: KoaContextWithOIDC, value: string | null, expires?: number): void {
  ctx.cookies.set(browserStateCookie, value, {
    path: browserStatePath,
    httpOnly: false,
    sameSite: ctx.secure ? 'none' : 'lax',
    secure: ctx.secure,
    ...(expires !== undefined && { expires: new Date(expires * 1000) }),
  })
}
