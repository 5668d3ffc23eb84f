/** A provider that did not do what its documentation says: it was silent, refused, or said something else. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  /** The number the provider gave, such as WeCom's `errcode`; absent where it gave none. */
  readonly code: number | undefined

  constructor(message: string, options: ErrorOptions & { readonly code?: number } = {}) {
    super(message, options)
    this.code = options.code
  }
}

/** The code that a person has brought is none, used or too old: the person's fault, and nobody else's. */
export class CodeRefused extends ProviderError {}

/** The access token is not, or no longer, valid: another one may help. */
export class TokenRefused extends ProviderError {}
