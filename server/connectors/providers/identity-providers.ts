import type { IdentityProvider } from '../../domain/providers/identity-provider.ts'
import type { WeComClient } from '../../domain/providers/wecom-client.ts'
import { WeChat } from './wechat.ts'
import { WeComSignIn } from './wecom-sign-in.ts'

/** What the providers are asked with; one without an id is not offered. */
export interface IdentityProviderSettings {
  readonly weChatAppId: string | undefined
  readonly weChatAppSecret: string | undefined
  readonly weChatPageUrl: string
  readonly weChatApiUrl: string
  readonly weComCorpId: string | undefined
  readonly weComAgentId: string | undefined
  readonly weComSecret: string | undefined
  readonly weComPageUrl: string
}

/** The providers that are configured, in the order of the sign-in page. */
export function identityProviders(settings: IdentityProviderSettings, weCom: WeComClient): IdentityProvider[] {
  const { weChatAppId, weChatAppSecret, weComCorpId, weComAgentId, weComSecret } = settings
  const providers: IdentityProvider[] = []
  if (weChatAppId && weChatAppSecret) {
    const [pageOrigin, apiOrigin] = [settings.weChatPageUrl, settings.weChatApiUrl]
    providers.push(new WeChat({ appId: weChatAppId, secret: weChatAppSecret, pageOrigin, apiOrigin }))
  }
  if (weComCorpId && weComAgentId && weComSecret) {
    const pageOrigin = settings.weComPageUrl
    providers.push(
      new WeComSignIn({ corpId: weComCorpId, agentId: weComAgentId, secret: weComSecret, pageOrigin }, weCom),
    )
  }
  return providers
}
