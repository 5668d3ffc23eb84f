/** The providers that people can sign in with. */
export const signInProviders = ['WeChat', 'WeCom'] as const
export type SignInProvider = (typeof signInProviders)[number]

/** The platforms whose apps give codes to other apps. */
export type SocialProvider = 'WeChat' | 'Alipay'

/** Who somebody is at a provider, as the provider has told it. */
export interface ProvenIdentity<Provider extends string = SignInProvider> {
  readonly provider: Provider
  readonly appId: string
  readonly appOpenId: string
  /** The unified id, where the provider has one. */
  readonly externalId?: string | undefined
  /** The nickname: shown and nothing else. */
  readonly displayName?: string | undefined
}

/** How a provider is asked who somebody is: the person goes to its page, and comes back with a code. */
export interface IdentityProvider {
  readonly name: SignInProvider
  /** The provider's page; it sends the person on to `redirectUri` with `code` and `state`. */
  pageUrl(request: { redirectUri: string; state: string; locale: 'zh' | 'en' }): string
  /** Whom a code stands for; undefined for somebody the provider does not vouch for. @throws ProviderError */
  identify(code: string): Promise<ProvenIdentity | undefined>
}

/** A platform that says who somebody is for a code that its app has given to another app. */
export interface CodeVerifier {
  readonly name: SocialProvider
  /** Whom a code stands for; undefined for one that it does not know. @throws ProviderError */
  identify(code: string): Promise<ProvenIdentity<SocialProvider> | undefined>
  /** Whether a code may come more than once: one that stands in for those of the platform. */
  isRepeatable?(code: string): boolean
}
