// Generated from openapi/ by `npm run generate`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
  'GET /api/v1/oauth2/userinfo',
]

/** The operations that take a signature of the session token. */
export const signatureOperations = [
  'GET /api/v2/sdk/logout',
  'GET /api/v2/sdk/social',
  'POST /api/v2/sdk/social/unbind-account',
  'GET /api/v2/sdk/profile',
  'POST /api/v2/sdk/profile/update',
  'POST /api/v2/sdk/session-token/refresh-id-token',
] as const

/** The operations that take the state token of the login step before. */
export const stateOperations = [
  'POST /api/v2/sdk/social/bind',
  'POST /api/v2/sdk/social/register-bind',
  'GET /api/v2/sdk/pwd/skip-update',
  'POST /api/v2/sdk/pwd/update',
  'GET /api/v2/sdk/mobile-by-token',
  'POST /api/v2/sdk/mfa/sms',
] as const

/** The operations that take a form (application/x-www-form-urlencoded). */
export const formOperations: readonly string[] = [
  'POST /api/v2/tenant/token',
  'POST /api/v1/saml2/idp/sso',
  'POST /api/v1/saml2/idp/slo',
  'POST /api/v1/oauth2/token',
]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
}

/** The operations whose success has no content, and whose status does not say so; an empty answer of any other is none. */
export const emptyAnswers: readonly string[] = [
  'DELETE /api/v2/tenant/applications/{application_id}/role/{role_id}',
  'POST /api/v2/sdk/sms/send',
  'GET /api/v2/sdk/logout',
  'POST /api/v2/sdk/social/unbind-account',
  'POST /api/v2/sdk/pwd/update-by-mobile',
  'POST /api/v2/sdk/profile/update',
]
