// Generated from openapi/ by `npm run generate`. Do not edit.

import type { OneAccessPagedItem } from '../oneaccess/pages.ts'
import type { DataOf, NamedOptions } from '../named-call.ts'
import type { SessionTokenOption, StateTokenOption, AccessTokenOption } from '../oneaccess/types.ts'
import type { PageQuery, Pages } from '../pages.ts'
import type { BodyOf, QueryOf } from '../typed-call.ts'
import type { paths } from './oneaccess.ts'

/** The operations by their names (docs/decisions/0032): what they take, and what they give. */
export interface OneAccessMethods {
  /** Management / Access credential. */
  readonly accessCredentials: {
    /** Get an access credential: `issueAccessCredential`, `POST /api/v2/tenant/token`. */
    issue(body?: BodyOf<paths, '/api/v2/tenant/token', 'post'>, query?: QueryOf<paths, '/api/v2/tenant/token', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/token', 'post'>>
  }
  /** Management / Users. */
  readonly users: {
    /** List users: `listTenantUsers`, `GET /api/v2/tenant/users`. */
    list(query: PageQuery<QueryOf<paths, '/api/v2/tenant/users'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/users'>>
    /** Create a user: `createTenantUser`, `POST /api/v2/tenant/users`. */
    create(body: BodyOf<paths, '/api/v2/tenant/users', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users', 'post'>>
    /** Get a user by user name: `findTenantUserByUserName`, `POST /api/v2/tenant/users/user-by-username`. */
    findByUserName(body: BodyOf<paths, '/api/v2/tenant/users/user-by-username', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/user-by-username', 'post'>>
    /** Get a user: `getTenantUser`, `GET /api/v2/tenant/users/{user_id}`. */
    get(user_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}', 'get'>>
    /** Change a user: `updateTenantUser`, `PUT /api/v2/tenant/users/{user_id}`. */
    update(user_id: string, body: BodyOf<paths, '/api/v2/tenant/users/{user_id}', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}', 'put'>>
    /** Delete a user: `deleteTenantUser`, `DELETE /api/v2/tenant/users/{user_id}`. */
    delete(user_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}', 'delete'>>
    /** Enable a user: `enableTenantUser`, `PUT /api/v2/tenant/users/{user_id}/enable`. */
    enable(user_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/enable', 'put'>>
    /** Disable a user: `disableTenantUser`, `PUT /api/v2/tenant/users/{user_id}/disable`. */
    disable(user_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/disable', 'put'>>
    /** Change a password: `changeTenantUserPassword`, `PUT /api/v2/tenant/users/{user_id}/change-password`. */
    changePassword(user_id: string, body: BodyOf<paths, '/api/v2/tenant/users/{user_id}/change-password', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/change-password', 'put'>>
    /** Verify the old password and change it: `verifyAndChangeTenantUserPassword`, `PUT /api/v2/tenant/users/{user_id}/change-password-verify`. */
    verifyAndChangePassword(user_id: string, body: BodyOf<paths, '/api/v2/tenant/users/{user_id}/change-password-verify', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/change-password-verify', 'put'>>
    /** Authorize an application account: `authorizeApplicationAccount`, `POST /api/v2/tenant/users/{user_id}/applications/{application_id}/accounts`. */
    authorizeApplicationAccount(user_id: string, application_id: string, body?: BodyOf<paths, '/api/v2/tenant/users/{user_id}/applications/{application_id}/accounts', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/applications/{application_id}/accounts', 'post'>>
    /** List the application accounts of a user: `listTenantUserApplicationAccounts`, `GET /api/v2/tenant/users/{user_id}/accounts`. */
    listApplicationAccounts(user_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/users/{user_id}/accounts', 'get'>>
  }
  /** Management / Organizations. */
  readonly organizations: {
    /** List organizations: `listOrganizations`, `GET /api/v2/tenant/organizations`. */
    list(query?: PageQuery<QueryOf<paths, '/api/v2/tenant/organizations'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/organizations'>>
    /** Create an organization: `createOrganization`, `POST /api/v2/tenant/organizations`. */
    create(body: BodyOf<paths, '/api/v2/tenant/organizations', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/organizations', 'post'>>
    /** Get an organization: `getOrganization`, `GET /api/v2/tenant/organizations/{org_id}`. */
    get(org_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/organizations/{org_id}', 'get'>>
    /** Change an organization: `updateOrganization`, `PUT /api/v2/tenant/organizations/{org_id}`. */
    update(org_id: string, body: BodyOf<paths, '/api/v2/tenant/organizations/{org_id}', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/organizations/{org_id}', 'put'>>
    /** Delete an organization: `deleteOrganization`, `DELETE /api/v2/tenant/organizations/{org_id}`. */
    delete(org_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/organizations/{org_id}', 'delete'>>
  }
  /** Management / Application organizations. */
  readonly applicationOrganizations: {
    /** List application organizations: `listApplicationOrganizations`, `GET /api/v2/tenant/applications/{application_id}/organizations`. */
    list(application_id: string, query?: PageQuery<QueryOf<paths, '/api/v2/tenant/applications/{application_id}/organizations'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/applications/{application_id}/organizations'>>
    /** Create an application organization: `createApplicationOrganization`, `POST /api/v2/tenant/applications/{application_id}/organizations`. */
    create(application_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/organizations', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/organizations', 'post'>>
    /** Get an application organization: `getApplicationOrganization`, `GET /api/v2/tenant/applications/{application_id}/organizations/{org_id}`. */
    get(application_id: string, org_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/organizations/{org_id}', 'get'>>
    /** Update an application organization: `updateApplicationOrganization`, `PUT /api/v2/tenant/applications/{application_id}/organizations/{org_id}`. */
    update(application_id: string, org_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/organizations/{org_id}', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/organizations/{org_id}', 'put'>>
    /** Delete an application organization: `deleteApplicationOrganization`, `DELETE /api/v2/tenant/applications/{application_id}/organizations/{org_id}`. */
    delete(application_id: string, org_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/organizations/{org_id}', 'delete'>>
  }
  /** Management / Application accounts. */
  readonly applicationAccounts: {
    /** List application accounts: `listApplicationAccounts`, `GET /api/v2/tenant/applications/{application_id}/accounts`. */
    list(application_id: string, query?: PageQuery<QueryOf<paths, '/api/v2/tenant/applications/{application_id}/accounts'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/applications/{application_id}/accounts'>>
    /** Create an application account: `createApplicationAccount`, `POST /api/v2/tenant/applications/{application_id}/accounts/basic-account`. */
    create(application_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/basic-account', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/basic-account', 'post'>>
    /** Get an application account: `getApplicationAccount`, `GET /api/v2/tenant/applications/{application_id}/accounts/{account_id}`. */
    get(application_id: string, account_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}', 'get'>>
    /** Update an application account: `updateApplicationAccount`, `PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}`. */
    update(application_id: string, account_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}', 'put'>>
    /** Delete an application account: `deleteApplicationAccount`, `DELETE /api/v2/tenant/applications/{application_id}/accounts/{account_id}`. */
    delete(application_id: string, account_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}', 'delete'>>
    /** Enable an application account: `enableApplicationAccount`, `PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable`. */
    enable(application_id: string, account_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable', 'put'>>
    /** Disable an application account: `disableApplicationAccount`, `PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable`. */
    disable(application_id: string, account_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable', 'put'>>
  }
  /** Management / Application roles. */
  readonly applicationRoles: {
    /** Create an application role: `createApplicationRole`, `POST /api/v2/tenant/applications/{application_id}/role`. */
    create(application_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/role', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role', 'post'>>
    /** Get an application role: `getApplicationRole`, `GET /api/v2/tenant/applications/{application_id}/role/{role_id}`. */
    get(application_id: string, role_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role/{role_id}', 'get'>>
    /** Update an application role: `updateApplicationRole`, `PUT /api/v2/tenant/applications/{application_id}/role/{role_id}`. */
    update(application_id: string, role_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/role/{role_id}', 'put'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role/{role_id}', 'put'>>
    /** Delete an application role: `deleteApplicationRole`, `DELETE /api/v2/tenant/applications/{application_id}/role/{role_id}`. */
    delete(application_id: string, role_id: string, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role/{role_id}', 'delete'>>
    /** List application roles: `listApplicationRoles`, `GET /api/v2/tenant/applications/{application_id}/role-list`. */
    list(application_id: string, query?: PageQuery<QueryOf<paths, '/api/v2/tenant/applications/{application_id}/role-list'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/applications/{application_id}/role-list'>>
    /** Add members to an application role: `addApplicationRoleMembers`, `POST /api/v2/tenant/applications/{application_id}/role-member`. */
    addMembers(application_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/role-member', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role-member', 'post'>>
    /** Remove members from an application role: `removeApplicationRoleMembers`, `DELETE /api/v2/tenant/applications/{application_id}/role-member`. */
    removeMembers(application_id: string, body: BodyOf<paths, '/api/v2/tenant/applications/{application_id}/role-member', 'delete'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/applications/{application_id}/role-member', 'delete'>>
    /** List members of an application role: `listApplicationRoleMembers`, `GET /api/v2/tenant/applications/{application_id}/role-member-list/{role_id}`. */
    listMembers(application_id: string, role_id: string, query?: PageQuery<QueryOf<paths, '/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}'>>, options?: NamedOptions): Pages<OneAccessPagedItem<'/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}'>>
  }
  /** User / System. */
  readonly system: {
    /** Get the server time: `getServerDate`, `GET /api/v2/sdk/server-date`. */
    getServerDate(options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/server-date', 'get'>>
    /** Get the public key: `getPublicKey`, `GET /api/v2/sdk/public-key`. */
    getPublicKey(options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/public-key', 'get'>>
  }
  /** User / Registration. */
  readonly registration: {
    /** Register by mobile number and SMS code: `registerByMobile`, `POST /api/v2/sdk/register/mobile-verify-code`. */
    registerByMobile(body: BodyOf<paths, '/api/v2/sdk/register/mobile-verify-code', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/register/mobile-verify-code', 'post'>>
  }
  /** User / Verification codes. */
  readonly verificationCodes: {
    /** Get a graphic captcha: `getCaptcha`, `GET /api/v2/sdk/captcha`. */
    getCaptcha(options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/captcha', 'get'>>
    /** Verify the graphic captcha: `verifyCaptcha`, `POST /api/v2/sdk/captcha/verify`. */
    verifyCaptcha(body: BodyOf<paths, '/api/v2/sdk/captcha/verify', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/captcha/verify', 'post'>>
    /** List international dialling codes: `listCountryCodes`, `GET /api/v2/sdk/country-codes`. */
    listCountryCodes(options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/country-codes', 'get'>>
    /** Send an SMS code: `sendSmsCode`, `POST /api/v2/sdk/sms/send`. */
    sendSmsCode(body: BodyOf<paths, '/api/v2/sdk/sms/send', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/sms/send', 'post'>>
  }
  /** User / Login and logout. */
  readonly session: {
    /** Sign in by user name and password: `loginWithPassword`, `POST /api/v2/sdk/login`. */
    loginWithPassword(body: BodyOf<paths, '/api/v2/sdk/login', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/login', 'post'>>
    /** Sign in by SMS code: `loginWithSmsCode`, `POST /api/v2/sdk/login/mobile-verify-code`. */
    loginWithSmsCode(body: BodyOf<paths, '/api/v2/sdk/login/mobile-verify-code', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/login/mobile-verify-code', 'post'>>
    /** Sign in with WeChat: `loginWithWechat`, `POST /api/v2/sdk/login/wechat`. */
    loginWithWechat(body: BodyOf<paths, '/api/v2/sdk/login/wechat', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/login/wechat', 'post'>>
    /** Sign in with Alipay: `loginWithAlipay`, `POST /api/v2/sdk/login/alipay`. */
    loginWithAlipay(body: BodyOf<paths, '/api/v2/sdk/login/alipay', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/login/alipay', 'post'>>
    /** Sign out: `logoutUser`, `GET /api/v2/sdk/logout`. */
    logout(options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/logout', 'get'>>
  }
  /** User / Social accounts. */
  readonly socialAccounts: {
    /** Bind a social account to a mobile number: `bindSocialAccount`, `POST /api/v2/sdk/social/bind`. */
    bind(body: BodyOf<paths, '/api/v2/sdk/social/bind', 'post'>, options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/social/bind', 'post'>>
    /** Register a social account and bind it to a mobile number: `registerSocialAccount`, `POST /api/v2/sdk/social/register-bind`. */
    register(body: BodyOf<paths, '/api/v2/sdk/social/register-bind', 'post'>, options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/social/register-bind', 'post'>>
    /** List bound social accounts: `listSocialAccounts`, `GET /api/v2/sdk/social`. */
    list(options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/social', 'get'>>
    /** Unbind a social account: `unbindSocialAccount`, `POST /api/v2/sdk/social/unbind-account`. */
    unbind(body: BodyOf<paths, '/api/v2/sdk/social/unbind-account', 'post'>, options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/social/unbind-account', 'post'>>
  }
  /** User / Passwords. */
  readonly passwords: {
    /** Skip the password change: `skipPasswordChange`, `GET /api/v2/sdk/pwd/skip-update`. */
    skipChange(options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/pwd/skip-update', 'get'>>
    /** Change an expired password: `changeExpiredPassword`, `POST /api/v2/sdk/pwd/update`. */
    changeExpired(body: BodyOf<paths, '/api/v2/sdk/pwd/update', 'post'>, options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/pwd/update', 'post'>>
    /** Reset the password by mobile number: `resetPasswordByMobile`, `POST /api/v2/sdk/pwd/update-by-mobile`. */
    resetByMobile(body: BodyOf<paths, '/api/v2/sdk/pwd/update-by-mobile', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/sdk/pwd/update-by-mobile', 'post'>>
  }
  /** User / Second factor. */
  readonly secondFactor: {
    /** Get the mobile number of a state_token: `getMobileByStateToken`, `GET /api/v2/sdk/mobile-by-token`. */
    getMobileByStateToken(options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/mobile-by-token', 'get'>>
    /** Verify the SMS code of the second factor: `verifySmsSecondFactor`, `POST /api/v2/sdk/mfa/sms`. */
    verifySms(body: BodyOf<paths, '/api/v2/sdk/mfa/sms', 'post'>, options: NamedOptions & StateTokenOption): Promise<DataOf<paths, '/api/v2/sdk/mfa/sms', 'post'>>
  }
  /** User / Personal information. */
  readonly profile: {
    /** Get personal information: `getProfile`, `GET /api/v2/sdk/profile`. */
    get(options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/profile', 'get'>>
    /** Change personal information: `updateProfile`, `POST /api/v2/sdk/profile/update`. */
    update(body: BodyOf<paths, '/api/v2/sdk/profile/update', 'post'>, options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/profile/update', 'post'>>
  }
  /** User / Single sign-on. */
  readonly sso: {
    /** Exchange a session_token for an sso_ticket: `issueSsoTicket`, `POST /api/v2/tenant/sso/session-token/sso-ticket`. */
    issueTicket(body: BodyOf<paths, '/api/v2/tenant/sso/session-token/sso-ticket', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/sso/session-token/sso-ticket', 'post'>>
    /** Get the user of an sso_ticket: `verifySsoTicket`, `POST /api/v2/tenant/sso/sso-ticket/verify`. */
    verifyTicket(body: BodyOf<paths, '/api/v2/tenant/sso/sso-ticket/verify', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/sso/sso-ticket/verify', 'post'>>
    /** Refresh a session_token: `refreshSessionToken`, `POST /api/v2/tenant/sso/session-token/refresh`. */
    refreshSessionToken(body: BodyOf<paths, '/api/v2/tenant/sso/session-token/refresh', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v2/tenant/sso/session-token/refresh', 'post'>>
    /** Get a new id_token for a session_token: `refreshIdToken`, `POST /api/v2/sdk/session-token/refresh-id-token`. */
    refreshIdToken(options?: NamedOptions & SessionTokenOption): Promise<DataOf<paths, '/api/v2/sdk/session-token/refresh-id-token', 'post'>>
  }
  /** Addresses of what a person’s browser opens itself. */
  readonly pages: {
    /** Sign in by CAS: `loginWithCas`, `GET /api/v1/cas/login`. */
    loginWithCas(query: QueryOf<paths, '/api/v1/cas/login', 'get'>): string
    /** Sign out by CAS: `logoutFromCas`, `GET /api/v1/cas/logout`. */
    logoutFromCas(query?: QueryOf<paths, '/api/v1/cas/logout', 'get'>): string
    /** Sign on from the identity provider: `startSamlSignOn`, `GET /api/v1/saml2/idp/sso`. */
    startSamlSignOn(query?: QueryOf<paths, '/api/v1/saml2/idp/sso', 'get'>): string
    /** Sign on from the service provider, by form: `submitSamlSignOn`, `POST /api/v1/saml2/idp/sso`. */
    submitSamlSignOn(): string
    /** Sign out from the service provider: `startSamlLogout`, `GET /api/v1/saml2/idp/slo`. */
    startSamlLogout(query?: QueryOf<paths, '/api/v1/saml2/idp/slo', 'get'>): string
    /** Sign out from the service provider, by form: `submitSamlLogout`, `POST /api/v1/saml2/idp/slo`. */
    submitSamlLogout(): string
    /** Get an authorization code or an id token: `requestOauth2Authorization`, `GET /api/v1/oauth2/authorize`. */
    requestOauth2Authorization(query: QueryOf<paths, '/api/v1/oauth2/authorize', 'get'>): string
    /** Send an authorization request as a form: `submitOauth2AuthorizationRequest`, `POST /api/v1/oauth2/authorize`. */
    submitOauth2AuthorizationRequest(): string
    /** Go on with an authorization request: `resumeOauth2Authorization`, `GET /api/v1/oauth2/authorize/{uid}`. */
    resumeOauth2Authorization(uid: string): string
    /** Sign out everywhere: `logoutGlobally`, `GET /api/v1/logout`. */
    logoutGlobally(query?: QueryOf<paths, '/api/v1/logout', 'get'>): string
  }
  /** Integration / CAS. */
  readonly cas: {
    /** Validate a ticket by CAS 1.0: `validateCas1Ticket`, `GET /api/v1/cas/validate`. */
    validateCas1Ticket(query: QueryOf<paths, '/api/v1/cas/validate', 'get'>, options?: NamedOptions): Promise<string>
    /** Validate a ticket by CAS 2.0: `validateCas2Ticket`, `GET /api/v1/cas/serviceValidate`. */
    validateCas2Ticket(query: QueryOf<paths, '/api/v1/cas/serviceValidate', 'get'>, options?: NamedOptions): Promise<string>
    /** Validate a ticket by CAS 3.0: `validateCas3Ticket`, `GET /api/v1/cas/p3/serviceValidate`. */
    validateCas3Ticket(query: QueryOf<paths, '/api/v1/cas/p3/serviceValidate', 'get'>, options?: NamedOptions): Promise<string>
  }
  /** Integration / SAML. */
  readonly saml: {
    /** Get the identity provider's metadata: `getSamlMetadata`, `GET /api/v1/saml2/idp/metadata`. */
    getMetadata(options?: NamedOptions): Promise<string>
  }
  /** Integration / OAuth 2.0 and OpenID Connect. */
  readonly oauth2: {
    /** Issue tokens: `issueOauth2Token`, `POST /api/v1/oauth2/token`. */
    issueToken(body: BodyOf<paths, '/api/v1/oauth2/token', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1/oauth2/token', 'post'>>
    /** Get the user's information: `getOauth2UserInfo`, `GET /api/v1/oauth2/userinfo`. */
    getUserInfo(options?: NamedOptions & AccessTokenOption): Promise<DataOf<paths, '/api/v1/oauth2/userinfo', 'get'>>
    /** Get the user's information with POST: `submitOauth2UserInfoRequest`, `POST /api/v1/oauth2/userinfo`. */
    submitUserInfoRequest(body?: BodyOf<paths, '/api/v1/oauth2/userinfo', 'post'>, options?: NamedOptions & AccessTokenOption): Promise<DataOf<paths, '/api/v1/oauth2/userinfo', 'post'>>
    /** Get the OpenID Connect metadata: `getOauth2Configuration`, `GET /api/v1/oauth2/.well-known/openid-configuration`. */
    getConfiguration(options?: NamedOptions): Promise<DataOf<paths, '/api/v1/oauth2/.well-known/openid-configuration', 'get'>>
    /** Get the public signing keys: `getOauth2Keys`, `GET /api/v1/oauth2/jwks`. */
    getKeys(options?: NamedOptions): Promise<DataOf<paths, '/api/v1/oauth2/jwks', 'get'>>
  }
}
