/** Scopes of OpenID Connect Core 5.4 and 11. */
export const openidScopes = ['openid', 'profile', 'email', 'phone', 'offline_access'] as const

/** Scopes of the Account API, as its documentation names them. */
export const accountScopes = [
  'ZMS.Basic',
  'ZMS.UserBasic.Write',
  'ZMS.UserDetails.Read',
  'ZMS.UserDetails.Write',
  'ZMS.Users.Read',
  'ZMS.Users.Create',
  'ZMS.Users.Write',
  'ZMS.Users.Statistics',
  'ZMS.MNS.Send',
  'ZMS.OEMUsers.Read',
  'ZMS.OEMUsers.Create',
  'ZMS.OEMUsers.Delete',
] as const

/** Scopes of the OneAccess API: OAuth 2.0 (I8) and OpenID Connect (I12). */
export const oneAccessScopes = ['get_user_info', 'openid'] as const

/** Every scope of the Account API's issuer. */
export const allScopes: readonly string[] = [...openidScopes, ...accountScopes]
