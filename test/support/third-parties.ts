import type { Page, Person } from './person.ts'
import { startTestServer, type TestServer } from './server.ts'
import { WeChatStandIn } from './wechat.ts'
import { newCorp, type StandInCorp, WeComStandIn } from './wecom.ts'

/** Stand-ins of the providers that people sign in with in browsers. */
export interface Providers {
  readonly weChat: WeChatStandIn
  readonly weCom: WeComStandIn
  readonly corp: StandInCorp
  /** What a server is started with that lets people sign in with them. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

/** Starts them. */
export async function startProviders(): Promise<Providers> {
  const corp = newCorp()
  const weChat = await WeChatStandIn.start()
  const weCom = await WeComStandIn.start(corp)
  const env = {
    WECHAT_APP_ID: weChat.appId,
    WECHAT_APP_SECRET: weChat.secret,
    WECHAT_API_URL: weChat.url,
    WECOM_CORP_ID: corp.corpId,
    WECOM_AGENT_ID: '1000002',
    WECOM_SECRET: corp.secret,
    WECOM_API_URL: weCom.url,
  }
  const close = () => {
    weChat.close()
    weCom.close()
  }
  return { weChat, weCom, corp, env, close }
}

/** A server with stand-ins of both providers. */
export interface ThirdParties extends Omit<Providers, 'close'> {
  readonly server: TestServer
  close(): Promise<void>
}

/** Starts all of them. */
export async function startThirdParties(settings: Parameters<typeof startTestServer>[0] = {}): Promise<ThirdParties> {
  const providers = await startProviders()
  const server = await startTestServer({ ...settings, env: { ...providers.env, ...settings.env } })
  const close = async () => {
    await server.close()
    providers.close()
  }
  return { ...providers, server, close }
}

/** Where the browser is sent from a provider's page, with what the provider adds. */
export function backFrom(page: Page, added: Record<string, string>): string {
  const redirect = new URL(page.url.searchParams.get('redirect_uri') ?? '')
  for (const [name, value] of Object.entries(added)) redirect.searchParams.set(name, value)
  const state = page.url.searchParams.get('state')
  if (state !== null && !('state' in added)) redirect.searchParams.set('state', state)
  return redirect.href
}

/** The link to a provider on the sign-in page. */
export function buttonOf(page: Page, provider: 'WeChat' | 'WeCom'): string {
  const [, address = ''] =
    new RegExp(`href="(/Account/ExternalLogin\\?provider=${provider}[^"]*)"`).exec(page.body) ?? []
  return address.replaceAll('&amp;', '&')
}

/** Goes from the sign-in page to a provider, and comes back with what it adds. */
export async function throughProvider(
  person: Person,
  from: Page,
  provider: 'WeChat' | 'WeCom',
  added: Record<string, string>,
): Promise<Page> {
  return person.visit(backFrom(await person.visit(buttonOf(from, provider)), added))
}
