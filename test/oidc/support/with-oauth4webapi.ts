import * as oauth from 'oauth4webapi'
import { contractFetch } from '../../support/contract-fetch.ts'
import type { Discover } from './strict-client.ts'

const http = {
  [oauth.allowInsecureRequests]: true,
  [oauth.customFetch]: (url: string, options: oauth.CustomFetchOptions<string, unknown>) =>
    contractFetch(url, options as RequestInit),
}

/** An application built on oauth4webapi alone, id token signatures checked. */
export const withOauth4webapi: Discover = async (issuer, clientId, secret) => {
  const as = await oauth.processDiscoveryResponse(new URL(issuer), await oauth.discoveryRequest(new URL(issuer), http))
  const client: oauth.Client = { client_id: clientId }
  const authentication = secret ? oauth.ClientSecretBasic(secret) : oauth.None()

  /** The tokens of an answer, whose id token, if it has one, is signed by a published key. */
  async function signed(
    response: Response,
    process: (response: Response) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<oauth.TokenEndpointResponse> {
    const tokens = await process(response)
    if (tokens.id_token) await oauth.validateApplicationLevelSignature(as, response, http)
    return tokens
  }

  return {
    authorization: async (parameters) => {
      const verifier = oauth.generateRandomCodeVerifier()
      const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
      const url = new URL(as.authorization_endpoint ?? '')
      url.search = new URLSearchParams({
        ...parameters,
        response_type: 'code',
        client_id: clientId,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).toString()
      return {
        url,
        exchange: async (answer) => {
          const callback = oauth.validateAuthResponse(as, client, answer, state)
          const { redirect_uri: redirectUri } = parameters
          const args = [as, client, authentication, callback, redirectUri, verifier, http] as const
          return signed(await oauth.authorizationCodeGrantRequest(...args), (response) =>
            oauth.processAuthorizationCodeResponse(as, client, response, {
              expectedNonce: nonce,
              requireIdToken: true,
            }),
          )
        },
      }
    },
    refresh: async (refreshToken) =>
      signed(await oauth.refreshTokenGrantRequest(as, client, authentication, refreshToken, http), (response) =>
        oauth.processRefreshTokenResponse(as, client, response),
      ),
    clientCredentials: async (scope) =>
      oauth.processClientCredentialsResponse(
        as,
        client,
        await oauth.clientCredentialsGrantRequest(as, client, authentication, { scope }, http),
      ),
    password: async (username, password, scope) => {
      const form = { username, password, scope }
      return signed(
        await oauth.genericTokenEndpointRequest(as, client, authentication, 'password', form, http),
        (response) => oauth.processGenericTokenEndpointResponse(as, client, response),
      )
    },
    userInfo: async (accessToken, sub) =>
      oauth.processUserInfoResponse(as, client, sub, await oauth.userInfoRequest(as, client, accessToken, http)),
    introspect: async (token) =>
      oauth.processIntrospectionResponse(
        as,
        client,
        await oauth.introspectionRequest(as, client, authentication, token, http),
      ),
    revoke: async (token) =>
      oauth.processRevocationResponse(await oauth.revocationRequest(as, client, authentication, token, http)),
    deviceAuthorization: async (scope) =>
      oauth.processDeviceAuthorizationResponse(
        as,
        client,
        await oauth.deviceAuthorizationRequest(as, client, authentication, { scope }, http),
      ),
    deviceTokens: async (deviceCode) =>
      signed(await oauth.deviceCodeGrantRequest(as, client, authentication, deviceCode, http), (response) =>
        oauth.processDeviceCodeResponse(as, client, response),
      ),
    endSessionUrl: (parameters) => {
      const url = new URL(as.end_session_endpoint ?? '')
      url.search = new URLSearchParams({ ...parameters, client_id: clientId }).toString()
      return url
    },
  }
}
