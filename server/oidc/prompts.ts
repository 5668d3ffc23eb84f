import { interactionPolicy as engine, type KoaContextWithOIDC } from 'oidc-provider'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { Entrances, Obstacle } from '../domain/browser-sign-in/entrances.ts'

type Policy = ReturnType<typeof engine.base>
/** What decides whether an application lets somebody in. */
export interface PromptServices {
  applications: ApplicationDirectory
  entrances: Entrances
}

type Asks = (ctx: KoaContextWithOIDC, asks: () => boolean | Promise<boolean>) => boolean | Promise<boolean>

/**
 * When a person is asked something. As the engine has it, but that applications of the platform itself need no
 * consent: neither for `prompt=consent`, which stands in every request for offline access (see request.ts), nor
 * because they are native; and that who is signed in chooses an account when the application wants that
 * (OpenID Connect Core 3.1.2.1, `select_account`). Nobody who is about to sign in is asked which account to use. And whoever
 * is signed in is held to what the application demands of them, whatever they signed in for.
 */
export function interactionPolicy(services: PromptServices): Policy {
  const policy = engine.base()
  policy.add(new engine.Prompt({ name: 'select_account', requestable: true }), 0)
  change(
    policy,
    'select_account',
    'select_account_prompt',
    (ctx, asks) => Boolean(ctx.oidc.session?.accountId) && asks(),
  )
  for (const reason of ['consent_prompt', 'native_client_prompt']) {
    change(policy, 'consent', reason, (ctx, asks) => ctx.oidc.client?.first_party !== true && asks())
  }
  policy.get('login')?.checks.add(accountGone)
  const consent = policy.findIndex(({ name }) => name === 'consent')
  policy.add(obstaclePrompt(services, 'not_admitted', 'access_denied'), consent)
  policy.add(obstaclePrompt(services, 'second_factor', 'interaction_required'), consent + 1)
  return policy
}

/** Whoever has just signed in may have been disabled before the browser went on: nobody is signed in then. */
const accountGone = new engine.Check(
  'no_account',
  'the account has ended',
  'login_required',
  ({ oidc }) => Boolean(oidc.session?.accountId) && !oidc.account,
)

/** @param error what an application is told that wants nobody to be asked (OpenID Connect Core 3.1.2.6) */
function obstaclePrompt({ entrances, applications }: PromptServices, name: Obstacle, error: string) {
  const description = 'the application does not let the person in'
  const check = new engine.Check(name, description, error, async ({ oidc }) => {
    const { session, client } = oidc
    const application = client && (await applications.find(client.clientId))
    if (!session?.accountId || !application) return false
    return (await entrances.obstacle(application, { userId: session.accountId, amr: session.amr ?? [] })) === name
  })
  return new engine.Prompt({ name, requestable: false }, check)
}

/** @throws Error when the engine does not have the check */
function change(policy: Policy, name: string, reason: string, asks: Asks): void {
  const check = policy.get(name)?.checks.get(reason)
  if (!check) throw new Error(`the engine has no check ${reason}`)
  const engineAsks = check.check
  check.check = (ctx: KoaContextWithOIDC) => asks(ctx, () => engineAsks(ctx))
}
