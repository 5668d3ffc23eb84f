// Generated from openapi/ by `npm run generate`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
  'GET /api/v1/oauth2/userinfo',
]

/** The operations that take an access token of the management interfaces. */
export const managementOperations = [
  'GET /api/v2/tenant/users',
  'POST /api/v2/tenant/users',
  'POST /api/v2/tenant/users/user-by-username',
  'GET /api/v2/tenant/users/{user_id}',
  'PUT /api/v2/tenant/users/{user_id}',
  'DELETE /api/v2/tenant/users/{user_id}',
  'PUT /api/v2/tenant/users/{user_id}/enable',
  'PUT /api/v2/tenant/users/{user_id}/disable',
  'PUT /api/v2/tenant/users/{user_id}/change-password',
  'PUT /api/v2/tenant/users/{user_id}/change-password-verify',
  'POST /api/v2/tenant/users/{user_id}/applications/{application_id}/accounts',
  'GET /api/v2/tenant/users/{user_id}/accounts',
  'GET /api/v2/tenant/organizations',
  'POST /api/v2/tenant/organizations',
  'GET /api/v2/tenant/organizations/{org_id}',
  'PUT /api/v2/tenant/organizations/{org_id}',
  'DELETE /api/v2/tenant/organizations/{org_id}',
  'GET /api/v2/tenant/applications/{application_id}/organizations',
  'POST /api/v2/tenant/applications/{application_id}/organizations',
  'GET /api/v2/tenant/applications/{application_id}/organizations/{org_id}',
  'PUT /api/v2/tenant/applications/{application_id}/organizations/{org_id}',
  'DELETE /api/v2/tenant/applications/{application_id}/organizations/{org_id}',
  'GET /api/v2/tenant/applications/{application_id}/accounts',
  'POST /api/v2/tenant/applications/{application_id}/accounts/basic-account',
  'GET /api/v2/tenant/applications/{application_id}/accounts/{account_id}',
  'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}',
  'DELETE /api/v2/tenant/applications/{application_id}/accounts/{account_id}',
  'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable',
  'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable',
  'POST /api/v2/tenant/applications/{application_id}/role',
  'GET /api/v2/tenant/applications/{application_id}/role/{role_id}',
  'PUT /api/v2/tenant/applications/{application_id}/role/{role_id}',
  'DELETE /api/v2/tenant/applications/{application_id}/role/{role_id}',
  'GET /api/v2/tenant/applications/{application_id}/role-list',
  'POST /api/v2/tenant/applications/{application_id}/role-member',
  'DELETE /api/v2/tenant/applications/{application_id}/role-member',
  'GET /api/v2/tenant/applications/{application_id}/role-member-list/{role_id}',
  'POST /api/v2/tenant/sso/session-token/sso-ticket',
  'POST /api/v2/tenant/sso/sso-ticket/verify',
  'POST /api/v2/tenant/sso/session-token/refresh',
] as const

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
  'POST /api/v1/oauth2/token',
]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
}

/** The GET operations that change something, so that sending them twice does it twice. */
export const unsafeReads: readonly string[] = [
]
