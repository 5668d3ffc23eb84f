import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { SignOutRequest } from '../sign-on/sign-out-request.ts'
import { forgetState, signOutOf } from './form-state.ts'
import { type PageServices, showReturnPage, showSwitchPage } from './pages.ts'

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** How the engine writes the page that sends a form by itself (its `response_modes/form_post.js`). */
const engineForm = /<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/
const engineField = /<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g

function plain(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_entity, name: string) => entities[name] ?? '')
}

/** Address and fields of a form that the engine wrote; undefined for what is no page of the engine. */
function readEngineForm(body: unknown): { action: string; fields: [string, string][] } | undefined {
  const [, action, content] = (typeof body === 'string' && engineForm.exec(body)) || []
  if (action === undefined || content === undefined) return undefined
  const fields = [...content.matchAll(engineField)].map(([, name = '', value = '']): [string, string] => [
    name,
    plain(value),
  ])
  return { action: plain(action), fields }
}

/**
 * The engine has one page of its own, in English, that sends a form with an inline script. It writes it where there is
 * nothing to configure, so the page is taken away afterwards: an answer by `form_post` and the end of the former person's
 * session are pages of ours, and a sign-out with nobody signed in needs none.
 */
export function replaceEngineForms(provider: Provider, services: PageServices): void {
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as { oidc?: KoaContextWithOIDC['oidc'] }
    const context = ctx as KoaContextWithOIDC
    const form = oidc?.route && oidc.route !== 'end_session_confirm' ? readEngineForm(ctx.body) : undefined
    if (!form) return
    const signOut = signOutOf(context)
    forgetState(context)
    if (oidc?.route === 'end_session') goAfterSignOut(context, signOut)
    else if (signOut?.postLogoutRedirectUri) showSwitchPage(context, services, form.action, signOut)
    else showReturnPage(context, form.action, form.fields)
  })
}

/** Nobody is signed in: there is nothing to ask and nothing to end. */
function goAfterSignOut(ctx: KoaContextWithOIDC, { postLogoutRedirectUri, state }: SignOutRequest = {}): void {
  const target = new URL(postLogoutRedirectUri ?? ctx.oidc.urlFor('end_session_success'))
  if (postLogoutRedirectUri && state !== undefined) target.searchParams.set('state', state)
  ctx.status = 303
  ctx.redirect(target.href)
}
