import { createOneAccessClient, signSessionToken, unwrap } from '../../client/src/index.ts'
import { allScopes } from '../../server/domain/applications/scopes.ts'

/** Where the samples call. */
const origin = /http:\/\/localhost:(3000|4010)/g
const application = { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' }
const device = { operatingSystemVersion: 'Android 10', fingerprint: '156aysdna213sc50', agent: 'Mozilla/5.0' }

/** What the samples of a document take from the reader, as the running mock knows it. */
export interface Live {
  /** What a sample calls by name, as variables of the shell; new for each sample, as some count once. */
  variables(sample?: string): Promise<Record<string, string>>
  /** A sample that calls the mock, with values of the mock where the contract's examples have some that nobody issued. */
  fill(sample: string): Promise<string>
}

/** The Account API of a mock. */
export async function liveAccount(mock: string): Promise<Live> {
  const form = {
    grant_type: 'password',
    client_id: 'c',
    client_secret: 's',
    username: 'u',
    password: 'p',
    scope: allScopes.join(' '),
  }
  const answer = await fetch(`${mock}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  const { access_token: accessToken } = (await answer.json()) as { access_token: string }
  return {
    variables: async () => ({
      ACCESS_TOKEN: accessToken,
      CLIENT_ID: 'trustedDemo',
      CLIENT_SECRET: 'trusted.Demo.2026',
    }),
    fill: async (sample) =>
      sample.replaceAll(origin, mock).replace(/'access_token=[^']*'/, '"access_token=$ACCESS_TOKEN"'),
  }
}

/** The OneAccess API of a mock. */
export async function liveOneAccess(mock: string): Promise<Live> {
  const management = { clientId: application.clientId, clientSecret: 'oneaccess.Demo.2026' }
  const client = createOneAccessClient({ baseUrl: mock, management, application, device })
  const { client_id, client_secret } = { client_id: management.clientId, client_secret: management.clientSecret }
  const body = { user_name: 'zhangsan', password: 'Zhangsan.2026' }

  const credential = async () =>
    (
      await unwrap(
        client.POST('/api/v2/tenant/token', { body: { grant_type: 'client_credentials', client_id, client_secret } }),
      )
    ).access_token
  const login = async (example: string) => {
    const headers = { Prefer: `example=${example}` }
    return unwrap(client.POST('/api/v2/sdk/login', { body, headers }))
  }
  const sessionToken = async () => (await login('success')).session_token ?? ''
  const ticketOf = async (session_token: string) => {
    const known = {
      operating_sys_version: 'Android 10',
      device_ip: '10.10.10.1',
      device_fingerprint: '156aysdna213sc50',
    }
    return unwrap(client.POST('/api/v2/tenant/sso/session-token/sso-ticket', { body: { session_token, ...known } }))
  }
  /** Where the browser is sent. */
  const sentTo = async (address: string) => {
    const answer = await fetch(address, { redirect: 'manual' })
    return new URL(answer.headers.get('location') ?? '').searchParams
  }
  const codeFor = async (values: Record<string, string>) => {
    const query = { response_type: 'code' as const, client_id, ...values }
    return (await sentTo(client.url('/api/v1/oauth2/authorize', query))).get('code') ?? ''
  }
  const tokens = async (scope: string) => {
    const grant = {
      grant_type: 'authorization_code' as const,
      code: await codeFor({ scope }),
      client_id,
      client_secret,
    }
    return unwrap(client.POST('/api/v1/oauth2/token', { body: grant }))
  }

  return {
    async variables(sample = '') {
      const { timestamp } = await unwrap(client.GET('/api/v2/sdk/server-date'))
      const { public_key: publicKey } = await unwrap(client.GET('/api/v2/sdk/public-key'))
      const session = await sessionToken()
      return {
        ACCESS_TOKEN: sample.includes('/api/v1/') ? (await tokens('get_user_info')).access_token : await credential(),
        SESSION_TOKEN: session,
        SIGNATURE: await signSessionToken({ publicKey, sessionToken: session, timestamp }),
        STATE_TOKEN: (await login('mfaAuth')).state_token ?? '',
        CLIENT_ID: client_id,
        CLIENT_SECRET: client_secret,
      }
    },
    async fill(sample) {
      let text = sample.replaceAll(origin, mock)
      /** Puts a value in place of the one behind a name, in a query, in a form, in JSON and in TypeScript. */
      const put = async (name: string, make: () => Promise<string>) => {
        const place = new RegExp(`(\\b${name}(?:=|"?: ?["']))[^"'&]+`)
        if (place.test(text)) {
          const value = await make()
          text = text.replace(place, (_all, before: string) => before + value)
        }
      }
      await put('access_token', async () => (await tokens('openid')).access_token)
      await put('session_token', sessionToken)
      await put('sso_ticket', async () => (await ticketOf(await sessionToken())).sso_ticket)
      await put('ticket', async () => {
        const [, service = ''] = /\bservice(?:=|: ')([^'&]+)/.exec(text) ?? []
        return (
          (await sentTo(client.url('/api/v1/cas/login', { service: decodeURIComponent(service) }))).get('ticket') ?? ''
        )
      })
      if (/\bgrant_type(?:=|: ')authorization_code/.test(text)) {
        const [, redirect_uri] = /\bredirect_uri(?:=|: ')([^']+)/.exec(text) ?? []
        // The challenge of the documented verifier (RFC 7636 appendix B).
        const challenge = {
          code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
          code_challenge_method: 'S256',
        }
        const values = {
          scope: 'openid',
          ...(redirect_uri && { redirect_uri }),
          ...(/code_verifier/.test(text) && challenge),
        }
        await put('code', () => codeFor(values))
      }
      if (/\bgrant_type(?:=|: ')refresh_token/.test(text)) {
        await put('refresh_token', async () => (await tokens('openid')).refresh_token ?? '')
      }
      return text
    },
  }
}
