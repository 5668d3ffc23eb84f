import { errors, Provider } from 'oidc-provider'

interface Code {
  readonly scopes: ReadonlySet<string>
  consume(): Promise<void>
}

/**
 * A code of OpenID Connect is redeemed with the address that it was sent to (I13; OpenID Connect Core 3.1.3.2), be it the only
 * one that is registered: the engine would fill it in. A code that was sent without it stays good.
 */
export function demandRedirectUri(provider: Provider): void {
  const prototype = provider.AuthorizationCode.prototype as unknown as Code
  const { consume } = prototype
  prototype.consume = async function consumeWithRedirectUri() {
    const given = (Provider.ctx?.oidc.body as Record<string, unknown> | undefined)?.redirect_uri
    if (given === undefined && this.scopes.has('openid')) {
      throw new errors.InvalidRequest('missing required parameter redirect_uri')
    }
    await consume.call(this)
  }
}
