// Generated from openapi/ by `npm run generate`. Do not edit.

/** Each operation by its name: method, path, and what client/src/routes.ts says about the letters behind them. */
export const operationTable = {
  accessCredentials: {
    issue: 'POST /api/v2/tenant/token fq',
  },
  users: {
    list: 'GET /api/v2/tenant/users qp',
    create: 'POST /api/v2/tenant/users b',
    findByUserName: 'POST /api/v2/tenant/users/user-by-username b',
    get: 'GET /api/v2/tenant/users/{user_id}',
    update: 'PUT /api/v2/tenant/users/{user_id} b',
    delete: 'DELETE /api/v2/tenant/users/{user_id}',
    enable: 'PUT /api/v2/tenant/users/{user_id}/enable',
    disable: 'PUT /api/v2/tenant/users/{user_id}/disable',
    changePassword: 'PUT /api/v2/tenant/users/{user_id}/change-password b',
    verifyAndChangePassword: 'PUT /api/v2/tenant/users/{user_id}/change-password-verify b',
    authorizeApplicationAccount: 'POST /api/v2/tenant/users/{user_id}/applications/{application_id}/accounts b',
    listApplicationAccounts: 'GET /api/v2/tenant/users/{user_id}/accounts',
  },
  organizations: {
    list: 'GET /api/v2/tenant/organizations qp',
    create: 'POST /api/v2/tenant/organizations b',
    get: 'GET /api/v2/tenant/organizations/{org_id}',
    update: 'PUT /api/v2/tenant/organizations/{org_id} b',
    delete: 'DELETE /api/v2/tenant/organizations/{org_id}',
  },
  applicationOrganizations: {
    list: 'GET /api/v2/tenant/applications/{application_id}/organizations qp',
    create: 'POST /api/v2/tenant/applications/{application_id}/organizations b',
    get: 'GET /api/v2/tenant/applications/{application_id}/organizations/{org_id}',
    update: 'PUT /api/v2/tenant/applications/{application_id}/organizations/{org_id} b',
    delete: 'DELETE /api/v2/tenant/applications/{application_id}/organizations/{org_id}',
  },
  applicationAccounts: {
    list: 'GET /api/v2/tenant/applications/{application_id}/accounts qp',
    create: 'POST /api/v2/tenant/applications/{application_id}/accounts/basic-account b',
    get: 'GET /api/v2/tenant/applications/{application_id}/accounts/{account_id}',
    update: 'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id} b',
    delete: 'DELETE /api/v2/tenant/applications/{application_id}/accounts/{account_id}',
    enable: 'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable',
    disable: 'PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable',
  },
  applicationRoles: {
    create: 'POST /api/v2/tenant/applications/{application_id}/role b',
    get: 'GET /api/v2/tenant/applications/{application_id}/role/{role_id}',
    update: 'PUT /api/v2/tenant/applications/{application_id}/role/{role_id} b',
    delete: 'DELETE /api/v2/tenant/applications/{application_id}/role/{role_id} e',
    list: 'GET /api/v2/tenant/applications/{application_id}/role-list qp',
    addMembers: 'POST /api/v2/tenant/applications/{application_id}/role-member b',
    removeMembers: 'DELETE /api/v2/tenant/applications/{application_id}/role-member b',
    listMembers: 'GET /api/v2/tenant/applications/{application_id}/role-member-list/{role_id} qp',
  },
  system: {
    getServerDate: 'GET /api/v2/sdk/server-date',
    getPublicKey: 'GET /api/v2/sdk/public-key',
  },
  registration: {
    registerByMobile: 'POST /api/v2/sdk/register/mobile-verify-code b',
  },
  verificationCodes: {
    getCaptcha: 'GET /api/v2/sdk/captcha',
    verifyCaptcha: 'POST /api/v2/sdk/captcha/verify b',
    listCountryCodes: 'GET /api/v2/sdk/country-codes',
    sendSmsCode: 'POST /api/v2/sdk/sms/send be',
  },
  session: {
    loginWithPassword: 'POST /api/v2/sdk/login b',
    loginWithSmsCode: 'POST /api/v2/sdk/login/mobile-verify-code b',
    loginWithWechat: 'POST /api/v2/sdk/login/wechat b',
    loginWithAlipay: 'POST /api/v2/sdk/login/alipay b',
    logout: 'GET /api/v2/sdk/logout se',
  },
  socialAccounts: {
    bind: 'POST /api/v2/sdk/social/bind b',
    register: 'POST /api/v2/sdk/social/register-bind b',
    list: 'GET /api/v2/sdk/social s',
    unbind: 'POST /api/v2/sdk/social/unbind-account bse',
  },
  passwords: {
    skipChange: 'GET /api/v2/sdk/pwd/skip-update',
    changeExpired: 'POST /api/v2/sdk/pwd/update b',
    resetByMobile: 'POST /api/v2/sdk/pwd/update-by-mobile be',
  },
  secondFactor: {
    getMobileByStateToken: 'GET /api/v2/sdk/mobile-by-token',
    verifySms: 'POST /api/v2/sdk/mfa/sms b',
  },
  profile: {
    get: 'GET /api/v2/sdk/profile s',
    update: 'POST /api/v2/sdk/profile/update bse',
  },
  sso: {
    issueTicket: 'POST /api/v2/tenant/sso/session-token/sso-ticket b',
    verifyTicket: 'POST /api/v2/tenant/sso/sso-ticket/verify b',
    refreshSessionToken: 'POST /api/v2/tenant/sso/session-token/refresh b',
    refreshIdToken: 'POST /api/v2/sdk/session-token/refresh-id-token s',
  },
  pages: {
    loginWithCas: 'GET /api/v1/cas/login q',
    logoutFromCas: 'GET /api/v1/cas/logout q',
    startSamlSignOn: 'GET /api/v1/saml2/idp/sso q',
    submitSamlSignOn: 'POST /api/v1/saml2/idp/sso f',
    startSamlLogout: 'GET /api/v1/saml2/idp/slo q',
    submitSamlLogout: 'POST /api/v1/saml2/idp/slo f',
    requestOauth2Authorization: 'GET /api/v1/oauth2/authorize q',
    submitOauth2AuthorizationRequest: 'POST /api/v1/oauth2/authorize f',
    resumeOauth2Authorization: 'GET /api/v1/oauth2/authorize/{uid}',
    logoutGlobally: 'GET /api/v1/logout q',
  },
  cas: {
    validateCas1Ticket: 'GET /api/v1/cas/validate qx',
    validateCas2Ticket: 'GET /api/v1/cas/serviceValidate qx',
    validateCas3Ticket: 'GET /api/v1/cas/p3/serviceValidate qx',
  },
  saml: {
    getMetadata: 'GET /api/v1/saml2/idp/metadata x',
  },
  oauth2: {
    issueToken: 'POST /api/v1/oauth2/token f',
    getUserInfo: 'GET /api/v1/oauth2/userinfo t',
    submitUserInfoRequest: 'POST /api/v1/oauth2/userinfo ft',
    getConfiguration: 'GET /api/v1/oauth2/.well-known/openid-configuration',
    getKeys: 'GET /api/v1/oauth2/jwks',
  },
}

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
}

/** The operations that take a signature of the session token. */
export type SessionOperation =
  | 'GET /api/v2/sdk/logout'
  | 'GET /api/v2/sdk/social'
  | 'POST /api/v2/sdk/social/unbind-account'
  | 'GET /api/v2/sdk/profile'
  | 'POST /api/v2/sdk/profile/update'
  | 'POST /api/v2/sdk/session-token/refresh-id-token'

/** The operations that take the state token of the login step before. */
export type StateOperation =
  | 'POST /api/v2/sdk/social/bind'
  | 'POST /api/v2/sdk/social/register-bind'
  | 'GET /api/v2/sdk/pwd/skip-update'
  | 'POST /api/v2/sdk/pwd/update'
  | 'GET /api/v2/sdk/mobile-by-token'
  | 'POST /api/v2/sdk/mfa/sms'
