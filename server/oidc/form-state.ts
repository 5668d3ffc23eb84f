import { randomBytes } from 'node:crypto'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { SignOutRequest } from '../sign-on/sign-out-request.ts'
import { pageContext } from './page-context.ts'

/** What the engine keeps in a session between a page with a form and the form's arrival. */
interface FormState extends SignOutRequest {
  readonly secret?: string
}

type Session = { state?: FormState | undefined; touched: boolean; accountId?: string; new?: boolean }

const sessionOf = (ctx: KoaContextWithOIDC) => ctx.oidc.session as unknown as Session | undefined

/**
 * The engine keeps the token of a form, and where a sign-out goes, in the session: a second tab overwrites what the first
 * one needs, and with the session the page dies. Here both come with the form (see `readForm`), and are put where the
 * engine looks for them.
 */
export function takeStateFromForms(provider: Provider): void {
  const model = provider.Session as unknown as { get(ctx: KoaContextWithOIDC): Promise<Session> }
  const { get } = model
  model.get = async function getWithForm(this: typeof model, ctx) {
    const session = await get.call(this, ctx)
    const { form } = pageContext(ctx)
    session.state = form && 'token' in form ? { secret: form.token, ...form.signOut } : undefined
    // Where nobody is signed in, a sign-out has nothing to remember: not even that it was asked for.
    if (session.new && ctx.oidc.route === 'end_session') Object.defineProperty(session, 'touched', { value: false })
    return session
  }
}

/** A token for a form that our own layer makes of a link. */
export const formOfLink = () => ({ token: randomBytes(24).toString('hex') })

/** Where a sign-out goes, as the engine has found it; undefined when it asks for none. */
export function signOutOf(ctx: KoaContextWithOIDC): SignOutRequest | undefined {
  const state = sessionOf(ctx)?.state
  if (!state) return undefined
  const { clientId, postLogoutRedirectUri, state: opaque } = state
  return { clientId, postLogoutRedirectUri, state: opaque }
}

/** Drops what the engine would keep for the next form; a session that was made for it alone is not stored. */
export function forgetState(ctx: KoaContextWithOIDC): void {
  const session = sessionOf(ctx)
  if (!session) return
  session.state = undefined
  session.touched = false
}
