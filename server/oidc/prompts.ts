import { interactionPolicy as engine, type KoaContextWithOIDC } from 'oidc-provider'

type Policy = ReturnType<typeof engine.base>
type Asks = (ctx: KoaContextWithOIDC, asks: () => boolean | Promise<boolean>) => boolean | Promise<boolean>

/**
 * When a person is asked something. As the engine has it, but that applications of the platform itself need no
 * consent: neither for `prompt=consent`, which stands in every request for offline access (see request.ts), nor
 * because they are native; and that who is signed in chooses an account when the application wants that
 * (OpenID Connect Core 3.1.2.1, `select_account`). Nobody who is about to sign in is asked which account to use.
 */
export function interactionPolicy(): Policy {
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
  return policy
}

/** @throws Error when the engine does not have the check */
function change(policy: Policy, name: string, reason: string, asks: Asks): void {
  const check = policy.get(name)?.checks.get(reason)
  if (!check) throw new Error(`the engine has no check ${reason}`)
  const engineAsks = check.check
  check.check = (ctx: KoaContextWithOIDC) => asks(ctx, () => engineAsks(ctx))
}
