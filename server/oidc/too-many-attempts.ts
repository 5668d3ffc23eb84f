import { errors, type KoaContextWithOIDC } from 'oidc-provider'

/** A limited request at the token endpoint and its like: 429 with `Retry-After`, as the contract has it. */
export class TooManyAttempts extends errors.CustomOIDCProviderError {
  constructor(ctx: KoaContextWithOIDC, retryAfterSeconds: number) {
    super('temporarily_unavailable', 'too many attempts, try again later')
    this.status = 429
    this.statusCode = 429
    ctx.set('Retry-After', String(retryAfterSeconds))
  }
}
