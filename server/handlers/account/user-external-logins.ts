import type { Failure } from '../../domain/failure.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { languageLinks } from '../../pages/language.ts'
import { linkPage, unlinkPage } from '../../pages/views/account-centre/external-login-page.ts'
import type { SignedIn } from '../../sign-on/visitors.ts'
import type { Context, Handler, Reply } from '../types.ts'
import { accountForm, actorOf, type Frame, frameOf, proofOf } from './account-form.ts'
import { away, externalFaultPage } from './external-pages.ts'
import { toSignIn } from './own-page.ts'

type Provider = Context<'bindExternalLogin'>['query']['provider']
type Asked = Pick<Context<'bindExternalLogin'>, 'request' | 'deps'>

/** GET /usercenter/externalLogins/bind: to the provider's page, for the account that is signed in, after the password. */
export const bindExternalLogin: Handler<'bindExternalLogin'> = async (context): Promise<Reply<'bindExternalLogin'>> => {
  const { query, request, deps } = context
  const visitor = await deps.visitors.find(request.cookies)
  if (!visitor) return toSignIn('/usercenter/security')
  if (deps.proofs.isRecent(visitor)) return toProvider(context, visitor, query.provider)
  const { frame, cookies } = frameOf(context)
  return { status: 200, headers, cookies, body: await linking(context, visitor, frame, query.provider) }
}

/** POST /usercenter/externalLogins/bind: the password, and on to the provider's page. */
export const confirmExternalLogin: Handler<'confirmExternalLogin'> = (context) => {
  const { body, request, deps } = context
  return accountForm<Reply<'confirmExternalLogin'>>(
    context,
    async (visitor) => {
      await deps.proofs.demand(visitor, body.password, request.ip)
      return toProvider(context, visitor, body.provider)
    },
    (visitor, frame) => linking(context, visitor, frame, body.provider),
    headers,
  )
}

/** POST /usercenter/externalLogins/unbind: takes a login off the account, never the last way to sign in. */
export const unbindExternalLogin: Handler<'unbindExternalLogin'> = (context) => {
  const { body, request, deps } = context
  return accountForm<Reply<'unbindExternalLogin'>>(
    context,
    async (visitor) => {
      // Whoever has no password takes nothing off that lets them in without it: one login has to stay.
      if ((await proofOf(context, visitor)) !== 'impossible')
        await deps.proofs.demand(visitor, body.password, request.ip)
      const by = actorOf(context, visitor)
      const refusal = await deps.externalLogins.remove(by, by.userId, { id: body.login.toLowerCase() }).catch(kindOf)
      if (refusal) return externalFaultPage(context, refusal, 400)
      return { status: 303, headers: { Location: '/usercenter/security?notice=unbound' } }
    },
    async (visitor, frame) => {
      const links = languageLinks('/usercenter/security')
      return unlinkPage({ ...frame, languageLinks: links, login: body.login, proof: await proofOf(context, visitor) })
    },
  )
}

/** Pages whose form ends at a provider. */
const headers = { 'Content-Security-Policy': openFormPolicy }

async function linking(context: Asked, visitor: SignedIn, frame: Frame, provider: Provider) {
  const links = languageLinks(`/usercenter/externalLogins/bind?${new URLSearchParams({ provider })}`)
  return linkPage({ ...frame, languageLinks: links, provider, proof: await proofOf(context, visitor) })
}

async function toProvider(context: Asked, { user }: SignedIn, provider: Provider) {
  const { request, deps } = context
  const { id, ticket: state, cookie } = deps.browserTickets.issue(request.cookies, away)
  const location = await deps.externalSignIn.begin(id, { provider, userId: user.id }, { state, locale: request.locale })
  if (!location) return externalFaultPage(context, 'external_over', 400)
  return { status: 303, headers: { Location: location }, cookies: [cookie] } as const
}

function kindOf(error: unknown) {
  const { kind } = error as Failure
  if (kind === 'last_sign_in_method' || kind === 'external_login_not_found') return kind
  throw error
}
