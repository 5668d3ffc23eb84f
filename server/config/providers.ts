import { ConfigError, given, type Setting, setting, valueOrDefault } from './setting.ts'
import { parseOrigin, parsePrivateKey, parsePublicKey, parseWord } from './values.ts'

/** The third parties that people sign in with, and whose directories are read. */
export interface ProviderConfig {
  /** Absent: nobody signs in with WeChat. */
  readonly weChatAppId: string | undefined
  readonly weChatAppSecret: string | undefined
  readonly weChatPageUrl: string
  readonly weChatApiUrl: string
  /** Absent: apps sign nobody in with WeChat. */
  readonly weChatMobileAppId: string | undefined
  readonly weChatMobileAppSecret: string | undefined
  /** Absent: apps sign nobody in with Alipay. */
  readonly alipayAppId: string | undefined
  readonly alipayPrivateKey: string | undefined
  readonly alipayPublicKey: string | undefined
  readonly alipayApiUrl: string
  /** Absent: nobody signs in with WeCom. */
  readonly weComCorpId: string | undefined
  readonly weComAgentId: string | undefined
  readonly weComSecret: string | undefined
  readonly weComPageUrl: string
  readonly weComApiUrl: string
}

/** The variables of this part, in the order of the documentation. */
export const providerSettings = {
  weChatAppId: setting(
    'WECHAT_APP_ID',
    'none: nobody signs in with WeChat',
    'Id of the web site application at WeChat (微信开放平台). Its authorised call-back domain is that of PUBLIC_URL.',
    parseWord,
  ),
  weChatAppSecret: setting('WECHAT_APP_SECRET', 'none', 'Its secret.', parseWord),
  weChatPageUrl: setting(
    'WECHAT_PAGE_URL',
    'https://open.weixin.qq.com',
    'Where the page is on which people scan a code with WeChat.',
    parseOrigin,
  ),
  weChatApiUrl: setting(
    'WECHAT_API_URL',
    'https://api.weixin.qq.com',
    'Where the interfaces of WeChat are.',
    parseOrigin,
  ),
  weChatMobileAppId: setting(
    'WECHAT_MOBILE_APP_ID',
    'none: apps sign nobody in with WeChat',
    'Id of the mobile application at WeChat (微信开放平台) for which apps get the codes of `loginWithWechat`.',
    parseWord,
  ),
  weChatMobileAppSecret: setting('WECHAT_MOBILE_APP_SECRET', 'none', 'Its secret.', parseWord),
  alipayAppId: setting(
    'ALIPAY_APP_ID',
    'none: apps sign nobody in with Alipay',
    'Id of the application at Alipay (支付宝开放平台) for which apps get the codes of `loginWithAlipay`; it signs with RSA2 and a key of its own.',
    parseWord,
  ),
  alipayPrivateKey: setting(
    'ALIPAY_PRIVATE_KEY',
    'none',
    'Its private key: PKCS #8 in base64 without the PEM lines, as Alipay’s own tool makes it for Java.',
    parsePrivateKey,
  ),
  alipayPublicKey: setting(
    'ALIPAY_PUBLIC_KEY',
    'none',
    'The public key of Alipay itself (支付宝公钥) that its console shows, in base64 without the PEM lines.',
    parsePublicKey,
  ),
  alipayApiUrl: setting('ALIPAY_API_URL', 'https://openapi.alipay.com', 'Where the gateway of Alipay is.', parseOrigin),
  weComCorpId: setting(
    'WECOM_CORP_ID',
    'none: nobody signs in with WeCom',
    'Id of the enterprise at WeCom (企业微信) whose members sign in here. Links of enterprises have ids of their own, see `npm run corps`.',
    parseWord,
  ),
  weComAgentId: setting(
    'WECOM_AGENT_ID',
    'none',
    'Id of its application. The application’s call-back domain for web sign-in is that of PUBLIC_URL.',
    parseWord,
  ),
  weComSecret: setting('WECOM_SECRET', 'none', 'The secret of the application.', parseWord),
  weComPageUrl: setting(
    'WECOM_PAGE_URL',
    'https://login.work.weixin.qq.com',
    'Where the page is on which people scan a code with WeCom.',
    parseOrigin,
  ),
  weComApiUrl: setting(
    'WECOM_API_URL',
    'https://qyapi.weixin.qq.com',
    'Where the interfaces of WeCom are; a private deployment of WeCom has an address of its own.',
    parseOrigin,
  ),
} as const

/** Reads this part and holds its variables against each other. @throws ConfigError */
export function readProviderConfig(env: NodeJS.ProcessEnv): ProviderConfig {
  const read = providerSettings
  const together = (first: Setting<string>, others: readonly Setting<string>[]) => {
    const values = [first, ...others].map((one) => given(env, one))
    const missing = [first, ...others].find((_, index) => values[index] === undefined)
    if (missing && values.some((value) => value !== undefined)) {
      throw new ConfigError(
        missing.name,
        `is required when one of ${[first, ...others].map(({ name }) => name).join(', ')} is set`,
      )
    }
    return values
  }
  const [weChatAppId, weChatAppSecret] = together(read.weChatAppId, [read.weChatAppSecret])
  const [weChatMobileAppId, weChatMobileAppSecret] = together(read.weChatMobileAppId, [read.weChatMobileAppSecret])
  const alipayKeys = [read.alipayPrivateKey, read.alipayPublicKey]
  const [alipayAppId, alipayPrivateKey, alipayPublicKey] = together(read.alipayAppId, alipayKeys)
  const [weComCorpId, weComAgentId, weComSecret] = together(read.weComCorpId, [read.weComAgentId, read.weComSecret])
  return {
    weChatAppId,
    weChatAppSecret,
    weChatPageUrl: valueOrDefault(env, read.weChatPageUrl),
    weChatApiUrl: valueOrDefault(env, read.weChatApiUrl),
    weChatMobileAppId,
    weChatMobileAppSecret,
    alipayAppId,
    alipayPrivateKey,
    alipayPublicKey,
    alipayApiUrl: valueOrDefault(env, read.alipayApiUrl),
    weComCorpId,
    weComAgentId,
    weComSecret,
    weComPageUrl: valueOrDefault(env, read.weComPageUrl),
    weComApiUrl: valueOrDefault(env, read.weComApiUrl),
  }
}
