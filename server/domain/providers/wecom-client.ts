import { sha256 } from '../../crypto/hash.ts'
import type { ProviderTokens } from './provider-tokens.ts'
import type { WeComApi, WeComApplication } from './wecom.ts'

/** Calls WeCom for an application of an enterprise, with the token that all processes share. */
export class WeComClient {
  readonly #api: WeComApi
  readonly #tokens: ProviderTokens

  constructor(api: WeComApi, tokens: ProviderTokens) {
    this.#api = api
    this.#tokens = tokens
  }

  /** @throws ProviderError */
  call<T>(application: WeComApplication, work: (api: WeComApi, token: string) => Promise<T>): Promise<T> {
    // Another secret gets another token: what was fetched with the former one is not used on.
    const secret = sha256(application.secret).toString('base64url')
    return this.#tokens.use(
      `WeCom ${application.corpId} ${secret}`,
      () => this.#api.fetchToken(application),
      (token) => work(this.#api, token),
    )
  }
}
