import { interactionPolicy as engine, type KoaContextWithOIDC } from 'oidc-provider'

/**
 * When a person is asked something. As the engine has it, but that applications of the platform itself need no
 * consent: neither for `prompt=consent`, which stands in every request for offline access (see request.ts), nor
 * because they are native.
 */
export function interactionPolicy() {
  const policy = engine.base()
  const consent = policy.get('consent')
  if (!consent) throw new Error('the engine has no consent prompt')
  for (const reason of ['consent_prompt', 'native_client_prompt']) {
    const check = consent.checks.get(reason)
    if (!check) throw new Error(`the engine has no check ${reason}`)
    const asks = check.check
    check.check = (ctx: KoaContextWithOIDC) => (ctx.oidc.client?.first_party === true ? false : asks(ctx))
  }
  return policy
}
