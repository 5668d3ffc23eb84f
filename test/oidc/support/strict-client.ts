import type { DeviceAuthorizationResponse, IntrospectionResponse, TokenEndpointResponse } from 'oauth4webapi'
import type { UserInfoResponse } from 'openid-client'

/** What an application does with the platform, whichever strict library does it. */
export interface StrictClient {
  /** Begins a code flow with PKCE, state and nonce. */
  authorization(parameters: { redirect_uri: string; scope: string }): Promise<{
    readonly url: URL
    /** Takes the address the browser came back to. */
    exchange(answer: URL): Promise<TokenEndpointResponse>
  }>
  refresh(refreshToken: string): Promise<TokenEndpointResponse>
  clientCredentials(scope: string): Promise<TokenEndpointResponse>
  password(username: string, password: string, scope: string): Promise<TokenEndpointResponse>
  userInfo(accessToken: string, sub: string): Promise<UserInfoResponse>
  introspect(token: string): Promise<IntrospectionResponse>
  revoke(token: string): Promise<void>
  deviceAuthorization(scope: string): Promise<DeviceAuthorizationResponse>
  /** Asks once for the tokens of a device. */
  deviceTokens(deviceCode: string): Promise<TokenEndpointResponse>
  endSessionUrl(parameters: { id_token_hint: string; post_logout_redirect_uri: string; state: string }): URL
}

/** Reads the configuration of an issuer on behalf of an application; without a secret it is a public one. */
export type Discover = (issuer: string, clientId: string, secret?: string) => Promise<StrictClient>

export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code'
