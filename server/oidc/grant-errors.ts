import type { Provider } from 'oidc-provider'

/**
 * Answers a client that asks for a grant it is not registered for with `unauthorized_client` (RFC 6749 section 5.2),
 * which the engine calls an invalid request.
 */
export function nameUnauthorizedGrants(provider: Provider): void {
  provider.on('grant.error', (ctx, { error }) => {
    const grantType = ctx.oidc.params?.grant_type
    if (error !== 'invalid_request' || typeof grantType !== 'string') return
    if (ctx.oidc.client?.grantTypeAllowed(grantType) === false)
      Object.assign(ctx.body as object, { error: 'unauthorized_client' })
  })
}

/** Puts the documented words of an issuer into its refusals of codes and refresh tokens (`invalid_grant`). */
export function describeRefusedGrants(provider: Provider, texts: Readonly<Record<string, string>>): void {
  provider.on('grant.error', (ctx, { error }) => {
    const text = texts[String(ctx.oidc.params?.grant_type)]
    if (error === 'invalid_grant' && text) Object.assign(ctx.body as object, { error_description: text })
  })
}
