/** What an administrator allows an application to do through OneAccess' management interfaces; a test compares the contract. */
export const permissionCodes = [
  'all',
  'read',
  'user_all',
  'user_read',
  'org_all',
  'org_read',
  'app_org_all',
  'app_org_read',
  'account_all',
  'account_read',
  'app_role_all',
  'app_role_read',
  'auth_api',
] as const
