import type { CodeVerifier, ProvenIdentity, SocialProvider } from '../../domain/providers/identity-provider.ts'
import { Alipay } from './alipay.ts'
import { WeChat } from './wechat.ts'

/** What the platforms are asked with for apps that sign people in themselves; one without an id is not offered. */
export interface CodeVerifierSettings {
  readonly weChatMobileAppId: string | undefined
  readonly weChatMobileAppSecret: string | undefined
  readonly weChatPageUrl: string
  readonly weChatApiUrl: string
  readonly alipayAppId: string | undefined
  readonly alipayPrivateKey: string | undefined
  readonly alipayPublicKey: string | undefined
  readonly alipayApiUrl: string
}

/**
 * The platforms whose apps give codes to the calling app.
 * @param demo whether codes `dev:<openid>` stand for whoever they name
 */
export function codeVerifiers(settings: CodeVerifierSettings, demo: boolean): CodeVerifier[] {
  const { weChatMobileAppId: appId, weChatMobileAppSecret: secret, alipayAppId } = settings
  const { alipayPrivateKey: privateKey, alipayPublicKey: publicKey, alipayApiUrl } = settings
  const [pageOrigin, apiOrigin] = [settings.weChatPageUrl, settings.weChatApiUrl]
  const weChat = appId && secret ? new WeChat({ appId, secret, pageOrigin, apiOrigin }) : undefined
  const alipay =
    alipayAppId && privateKey && publicKey
      ? new Alipay({ appId: alipayAppId, privateKey, publicKey, apiOrigin: alipayApiUrl })
      : undefined
  if (demo) return [new StandIn('WeChat', weChat), new StandIn('Alipay', alipay)]
  return [weChat, alipay].filter((verifier) => verifier !== undefined)
}

/** Takes `dev:<openid>` for a code of its platform, and leaves every other one to the platform itself. */
class StandIn implements CodeVerifier {
  readonly name: SocialProvider
  readonly #platform: CodeVerifier | undefined

  constructor(name: SocialProvider, platform: CodeVerifier | undefined) {
    this.name = name
    this.#platform = platform
  }

  isRepeatable(code: string): boolean {
    return openIdOf(code) !== undefined
  }

  async identify(code: string): Promise<ProvenIdentity<SocialProvider> | undefined> {
    const appOpenId = openIdOf(code)
    if (appOpenId === undefined) return this.#platform?.identify(code)
    return { provider: this.name, appId: 'dev', appOpenId, displayName: appOpenId }
  }
}

const openIdOf = (code: string) => /^dev:([\w.-]{1,64})$/.exec(code)?.[1]
