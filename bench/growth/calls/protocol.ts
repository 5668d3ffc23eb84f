import { loadPassword } from '../../../scripts/load/load.ts'
import { basic, form, type Step } from '../../walk.ts'
import { type Call, person } from '../call.ts'
import { bearer, demo, passwordGrant, type Site, send, sendForJson } from '../site.ts'

const callback = 'http://localhost:5173/login/callback/'
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const authorization = (site: Site): Step => ({
  path: `/connect/authorize?${new URLSearchParams({
    client_id: 'TestClient',
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })}`,
  headers: site.browser.header(),
})

const oneAccessAuthorization = (site: Site): Step => ({
  path: `/api/v1/oauth2/authorize?${new URLSearchParams({
    client_id: demo.oneAccess.id,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'get_user_info',
  })}`,
  headers: site.browser.header(),
})

async function codeOf(site: Site, step: Step): Promise<string> {
  const { headers } = await send(site.origin, step)
  return new URL(headers.get('location')?.[0] ?? '', site.origin).searchParams.get('code') ?? ''
}

const redemption = async (site: Site): Promise<Step> => ({
  path: '/connect/token',
  ...form({
    grant_type: 'authorization_code',
    client_id: 'TestClient',
    code: await codeOf(site, authorization(site)),
    redirect_uri: callback,
    code_verifier: verifier,
  }),
})

const refreshToken = async (site: Site) =>
  (await sendForJson<{ refresh_token: string }>(site.origin, await redemption(site))).refresh_token

const oneAccessRedemption = async (site: Site): Promise<Step> => ({
  path: '/api/v1/oauth2/token',
  ...form({
    grant_type: 'authorization_code',
    client_id: demo.oneAccess.id,
    client_secret: demo.oneAccess.secret,
    code: await codeOf(site, oneAccessAuthorization(site)),
    redirect_uri: callback,
  }),
})

const casService = 'http://localhost:5173/cas/'
const casLogin = (site: Site): Step => ({
  path: `/api/v1/cas/login?${new URLSearchParams({ service: casService })}`,
  headers: site.browser.header(),
})

/** Discovery, tokens, and single sign-on in a browser that has a session. */
export const protocolCalls: readonly Call[] = [
  { operation: 'getServiceConfiguration', step: () => ({ path: '/.well-known/openid-configuration' }) },
  { operation: 'getJsonWebKeySet', step: () => ({ path: '/.well-known/openid-configuration/jwks' }) },
  { operation: 'requestAuthorization', of: 'with a session', step: authorization },
  { operation: 'issueToken', of: 'code', step: redemption },
  {
    operation: 'issueToken',
    of: 'refresh',
    step: async (site) => ({
      path: '/connect/token',
      ...form({ grant_type: 'refresh_token', client_id: 'TestClient', refresh_token: await refreshToken(site) }),
    }),
  },
  {
    operation: 'issueToken',
    of: 'password',
    step: (site, n) => passwordGrant(person(site, n).userName, loadPassword, 'openid'),
  },
  {
    operation: 'issueToken',
    of: 'client credentials',
    step: () => ({
      path: '/connect/token',
      ...form(
        { grant_type: 'client_credentials', scope: 'ZMS.Users.Read' },
        basic(demo.trusted.id, demo.trusted.secret),
      ),
    }),
  },
  {
    operation: 'introspectToken',
    step: ({ tokens }) => ({
      path: '/connect/introspect',
      ...form({ token: tokens.person }, basic(demo.trusted.id, demo.trusted.secret)),
    }),
  },
  {
    operation: 'revokeToken',
    step: async (site) => ({
      path: '/connect/revocation',
      ...form({ client_id: 'TestClient', token: await refreshToken(site) }),
    }),
  },
  {
    operation: 'requestDeviceAuthorization',
    step: () => ({ path: '/connect/deviceauthorization', ...form({ client_id: 'TestClient', scope: 'openid' }) }),
  },
  { operation: 'getUserInfo', step: ({ tokens }) => ({ path: '/connect/userinfo', headers: bearer(tokens.person) }) },
  {
    operation: 'submitUserInfoRequest',
    step: ({ tokens }) => ({ path: '/connect/userinfo', ...form({ access_token: tokens.person }) }),
  },
  {
    operation: 'checkUserSession',
    step: ({ browser }) => ({
      path: `/usercenter/checksession?${new URLSearchParams({ returnUrl: 'http://localhost:5173/' })}`,
      headers: browser.header(),
    }),
  },
  { operation: 'getOauth2Configuration', step: () => ({ path: '/api/v1/oauth2/.well-known/openid-configuration' }) },
  { operation: 'getOauth2Keys', step: () => ({ path: '/api/v1/oauth2/jwks' }) },
  { operation: 'requestOauth2Authorization', step: oneAccessAuthorization },
  { operation: 'issueOauth2Token', step: oneAccessRedemption },
  {
    operation: 'getOauth2UserInfo',
    step: async (site) => {
      const { access_token: token } = await sendForJson<{ access_token: string }>(
        site.origin,
        await oneAccessRedemption(site),
      )
      return { path: '/api/v1/oauth2/userinfo', headers: bearer(token) }
    },
  },
  { operation: 'loginWithCas', step: casLogin },
  ...(['validateCas1Ticket', 'validateCas2Ticket', 'validateCas3Ticket'] as const).map(
    (operation, version): Call => ({
      operation,
      step: async (site) => {
        const { headers } = await send(site.origin, casLogin(site))
        const ticket = new URL(headers.get('location')?.[0] ?? '', site.origin).searchParams.get('ticket') ?? ''
        const path = ['validate', 'serviceValidate', 'p3/serviceValidate'][version]
        return { path: `/api/v1/cas/${path}?${new URLSearchParams({ service: casService, ticket })}` }
      },
    }),
  ),
  { operation: 'getSamlMetadata', step: () => ({ path: '/api/v1/saml2/idp/metadata' }) },
]
