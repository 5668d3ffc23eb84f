import * as client from 'openid-client'
import { contractFetch } from '../../support/contract-fetch.ts'
import { type Discover, deviceCodeGrant } from './strict-client.ts'

/** An application built on openid-client, id token signatures checked. */
export const withOpenidClient: Discover = async (issuer, clientId, secret) => {
  const authentication = secret ? client.ClientSecretBasic(secret) : client.None()
  const config = await client.discovery(new URL(issuer), clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
    [client.customFetch]: contractFetch as client.CustomFetch,
  })
  return {
    authorization: async (parameters) => {
      const pkceCodeVerifier = client.randomPKCECodeVerifier()
      const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()]
      const url = client.buildAuthorizationUrl(config, {
        ...parameters,
        state: expectedState,
        nonce: expectedNonce,
        code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
      })
      const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
      return { url, exchange: (answer) => client.authorizationCodeGrant(config, answer, checks) }
    },
    refresh: (refreshToken) => client.refreshTokenGrant(config, refreshToken),
    clientCredentials: (scope) => client.clientCredentialsGrant(config, { scope }),
    password: (username, password, scope) =>
      client.genericGrantRequest(config, 'password', { username, password, scope }),
    userInfo: (accessToken, sub) => client.fetchUserInfo(config, accessToken, sub),
    introspect: (token) => client.tokenIntrospection(config, token),
    revoke: (token) => client.tokenRevocation(config, token),
    deviceAuthorization: (scope) => client.initiateDeviceAuthorization(config, { scope }),
    deviceTokens: (deviceCode) => client.genericGrantRequest(config, deviceCodeGrant, { device_code: deviceCode }),
    endSessionUrl: (parameters) => client.buildEndSessionUrl(config, parameters),
  }
}
