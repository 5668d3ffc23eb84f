// Generated from openapi/ by `npm run generate`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
  'GET /connect/userinfo',
  'POST /connect/userinfo',
  'GET /api/v1.0/user/basic',
  'POST /api/v1.0/user/basic',
  'POST /api/v1.0/user/profileImage',
  'GET /api/v1.0/user/details',
  'POST /api/v1.0/user/details',
  'GET /api/v1.0/user/externalLogins',
  'GET /api/v1.0/user/receiveInfo',
  'GET /api/v1.0/user/clientConfig',
  'GET /api/v1.0/user/modifyCounts',
  'GET /api/v1.0/user/ip',
  'POST /api/v1.0/user/verificationCode',
  'POST /api/v1.0/user/contact',
  'GET /api/v1.0/trusted/users/guids',
  'POST /api/v1.0/users/guids',
  'POST /api/v1.0/users/details',
  'POST /api/v1.0/users/externalLogins',
  'POST /api/v1.0/users/externalLoginDetails',
  'POST /api/v1.0/users/inviteUsers',
  'GET /api/v1.0/trusted/users/loginRecords',
  'POST /api/v1.0/trusted/users/externalLogins',
  'POST /api/v1.0/trusted/users/details',
  'POST /api/v1.0/trusted/corps/refreshDepartments',
  'POST /api/v1.0/trusted/mns',
  'GET /api/v1.0/oem/users',
  'POST /api/v1.0/oem/users/registration',
  'POST /api/v1.0/oem/users/update',
  'DELETE /api/v1.0/oem/users/delete',
  'GET /api/v1.0/manage/users',
  'GET /api/v1.0/manage/users/export',
  'POST /api/v1.0/manage/users/export',
  'DELETE /api/v1.0/manage/users/export',
  'GET /api/v1.0/manage/users/export/applications',
  'GET /api/v1.0/manage/users/export/downloads',
  'GET /api/v1.0/manage/users/search',
  'GET /api/v1.0/manage/users/departmentChain',
  'POST /api/v1.0/manage/users/details',
  'POST /api/v1.0/manage/users/security',
  'POST /api/v1.0/manage/users/unbind',
  'GET /api/v1.0/roles',
  'POST /api/v1.0/roles/create',
  'POST /api/v1.0/roles/update',
  'POST /api/v1.0/roles/setManager',
  'POST /api/v1.0/roles/addMembers',
  'POST /api/v1.0/roles/removeMembers',
  'POST /api/v1.0/roles/addReaders',
  'POST /api/v1.0/roles/removeReaders',
  'POST /api/v1.0/manage/corps',
  'POST /api/v1.0/manage/corps/externalLink',
]

/** The operations that take a form (application/x-www-form-urlencoded). */
export const formOperations: readonly string[] = [
  'POST /connect/authorize',
  'POST /connect/token',
  'POST /connect/introspect',
  'POST /connect/revocation',
  'POST /connect/deviceauthorization',
  'POST /connect/device',
  'POST /usercenter/allowed/revoke',
  'POST /usercenter/profile',
  'POST /usercenter/sessions/end',
  'POST /usercenter/data',
  'POST /usercenter/close',
  'POST /usercenter/security/password',
  'POST /Account/Login',
  'POST /Account/UserLogin',
  'POST /Account/Consent',
  'POST /Account/Select',
  'POST /connect/userinfo',
  'POST /connect/endsession',
  'POST /connect/endsession/confirm',
]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
  'POST /api/v1.0/user/profileImage': 'multipart/form-data',
  'POST /api/v1.0/wecom/callback': 'text/xml',
}

/** The GET operations that create something, so that sending them twice does it twice. */
export const unsafeReads: readonly string[] = [
  'GET /api/v1.0/manage/users/export',
]
