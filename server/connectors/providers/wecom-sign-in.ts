import type { IdentityProvider, ProvenIdentity } from '../../domain/providers/identity-provider.ts'
import type { WeComClient } from '../../domain/providers/wecom-client.ts'

/** What WeCom is asked with. */
export interface WeComSignInSettings {
  readonly corpId: string
  readonly agentId: string
  readonly secret: string
  /** Origin of the page with the code to scan. */
  readonly pageOrigin: string
}

/** Sign-in on web sites with WeCom: the page `wwlogin/sso/login`, then `auth/getuserinfo`. */
export class WeComSignIn implements IdentityProvider {
  readonly name = 'WeCom'
  readonly #settings: WeComSignInSettings
  readonly #weCom: WeComClient

  constructor(settings: WeComSignInSettings, weCom: WeComClient) {
    this.#settings = settings
    this.#weCom = weCom
  }

  pageUrl({ redirectUri, state, locale }: { redirectUri: string; state: string; locale: 'zh' | 'en' }): string {
    const query = new URLSearchParams({
      login_type: 'CorpApp',
      appid: this.#settings.corpId,
      agentid: this.#settings.agentId,
      redirect_uri: redirectUri,
      state,
      lang: locale,
    })
    return `${this.#settings.pageOrigin}/wwlogin/sso/login?${query}`
  }

  async identify(code: string): Promise<ProvenIdentity | undefined> {
    const { corpId, secret } = this.#settings
    const member = await this.#weCom.call({ corpId, secret }, (api, token) => api.memberOfCode(token, code))
    return member === undefined ? undefined : { provider: this.name, appId: corpId, appOpenId: member }
  }
}
