import type { IdentityProvider, ProvenIdentity } from '../../domain/providers/identity-provider.ts'
import { CodeRefused, ProviderError } from '../../domain/providers/provider-error.ts'
import { type Answered, getJson } from './get-json.ts'

/** The code is none (40029), used (40163), missing (41008) or too old (42003); what else is wrong is ours or WeChat's own. */
const codeFaults: readonly number[] = [40029, 40163, 41008, 42003]

/** What WeChat is asked with. */
export interface WeChatSettings {
  readonly appId: string
  readonly secret: string
  /** Origin of the page with the code to scan. */
  readonly pageOrigin: string
  /** Origin of the interfaces. */
  readonly apiOrigin: string
}

/** Sign-in on web sites with WeChat: the page `qrconnect`, then `sns/oauth2/access_token` and `sns/userinfo`. */
export class WeChat implements IdentityProvider {
  readonly name = 'WeChat'
  readonly #settings: WeChatSettings

  constructor(settings: WeChatSettings) {
    this.#settings = settings
  }

  pageUrl({ redirectUri, state, locale }: { redirectUri: string; state: string; locale: 'zh' | 'en' }): string {
    const query = new URLSearchParams({
      appid: this.#settings.appId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'snsapi_login',
      state,
      lang: locale === 'zh' ? 'cn' : 'en',
    })
    return `${this.#settings.pageOrigin}/connect/qrconnect?${query}#wechat_redirect`
  }

  async identify(code: string): Promise<ProvenIdentity<'WeChat'>> {
    const { appId, secret } = this.#settings
    const token = await this.#get('/sns/oauth2/access_token', {
      appid: appId,
      secret,
      code,
      grant_type: 'authorization_code',
    })
    const [accessToken, openId] = [textOf(token.access_token), textOf(token.openid)]
    if (!accessToken || !openId) throw new ProviderError('WeChat answered a code in another form than documented')
    const person = await this.#get('/sns/userinfo', { access_token: accessToken, openid: openId, lang: 'zh_CN' })
    // Who the token is of counts: it is what the code was given for.
    if (person.openid !== openId) throw new ProviderError('WeChat told of somebody else')
    return {
      provider: this.name,
      appId,
      appOpenId: openId,
      externalId: textOf(person.unionid) ?? textOf(token.unionid),
      displayName: textOf(person.nickname),
    }
  }

  async #get(path: string, query: Readonly<Record<string, string>>): Promise<Answered> {
    const answer = await getJson(this.#settings.apiOrigin, path, query)
    const { errcode = 0 } = answer
    if (errcode === 0) return answer
    const code = Number(errcode)
    const Refusal = codeFaults.includes(code) ? CodeRefused : ProviderError
    throw new Refusal(`WeChat refused ${path}`, { code })
  }
}

/** Ids of WeChat have no more than 128 characters. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 512 ? value : undefined
}
