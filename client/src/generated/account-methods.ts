// Generated from openapi/ by `npm run generate`. Do not edit.

import type { PagedItem } from '../account-pages.ts'
import type { DataOf, NamedOptions } from '../named-call.ts'
import type { PageQuery, Pages } from '../pages.ts'
import type { BodyOf, QueryOf } from '../typed-call.ts'
import type { paths } from './account.ts'

/** The operations by their names (docs/decisions/0032): what they take, and what they give. */
export interface AccountMethods {
  /** Authorization. */
  readonly authorization: {
    /** Get the service configuration: `getServiceConfiguration`, `GET /.well-known/openid-configuration`. */
    getServiceConfiguration(options?: NamedOptions): Promise<DataOf<paths, '/.well-known/openid-configuration', 'get'>>
    /** Get the public signing keys: `getJsonWebKeySet`, `GET /.well-known/openid-configuration/jwks`. */
    getJsonWebKeySet(options?: NamedOptions): Promise<DataOf<paths, '/.well-known/openid-configuration/jwks', 'get'>>
    /** Issue tokens: `issueToken`, `POST /connect/token`. */
    issueToken(body: BodyOf<paths, '/connect/token', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/connect/token', 'post'>>
    /** Read the state of a token: `introspectToken`, `POST /connect/introspect`. */
    introspectToken(body: BodyOf<paths, '/connect/introspect', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/connect/introspect', 'post'>>
    /** Revoke a token: `revokeToken`, `POST /connect/revocation`. */
    revokeToken(body: BodyOf<paths, '/connect/revocation', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/connect/revocation', 'post'>>
    /** Start a sign-in on a device: `requestDeviceAuthorization`, `POST /connect/deviceauthorization`. */
    requestDeviceAuthorization(body: BodyOf<paths, '/connect/deviceauthorization', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/connect/deviceauthorization', 'post'>>
    /** Get the logo of an application: `getApplicationLogo`, `GET /Account/Logos/{name}`. */
    getApplicationLogo(name: string, options?: NamedOptions): Promise<Blob>
    /** Sign in from a script: `submitUserLogin`, `POST /Account/UserLogin`. */
    submitUserLogin(body: BodyOf<paths, '/Account/UserLogin', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/Account/UserLogin', 'post'>>
  }
  /** Addresses of what a person’s browser opens itself. */
  readonly pages: {
    /** Get an authorization code: `requestAuthorization`, `GET /connect/authorize`. */
    requestAuthorization(query: QueryOf<paths, '/connect/authorize', 'get'>): string
    /** Send an authorization request as a form: `submitAuthorizationRequest`, `POST /connect/authorize`. */
    submitAuthorizationRequest(): string
    /** Go on with an authorization request: `resumeAuthorization`, `GET /connect/authorize/{uid}`. */
    resumeAuthorization(uid: string): string
    /** Show the page for a device's code: `showDevicePage`, `GET /connect/device`. */
    showDevicePage(query?: QueryOf<paths, '/connect/device', 'get'>): string
    /** Send a device's code: `submitDeviceCode`, `POST /connect/device`. */
    submitDeviceCode(): string
    /** Go on with a device's sign-in: `resumeDevice`, `GET /connect/device/{uid}`. */
    resumeDevice(uid: string): string
    /** Get the frame that watches the session: `getCheckSessionFrame`, `GET /connect/checksession`. */
    getCheckSessionFrame(): string
    /** Show who is signed in: `showUserCenter`, `GET /usercenter`. */
    showUserCenter(query?: QueryOf<paths, '/usercenter', 'get'>): string
    /** Take back what a client was allowed: `revokeAllowance`, `POST /usercenter/allowed/revoke`. */
    revokeAllowance(): string
    /** Show the profile page: `showProfilePage`, `GET /usercenter/profile`. */
    showProfilePage(query?: QueryOf<paths, '/usercenter/profile', 'get'>): string
    /** Send the profile page: `submitProfile`, `POST /usercenter/profile`. */
    submitProfile(): string
    /** Send the picture of the profile page: `submitProfilePicture`, `POST /usercenter/profile/picture`. */
    submitProfilePicture(): string
    /** Show where the user is signed in: `showSessionsPage`, `GET /usercenter/sessions`. */
    showSessionsPage(query?: QueryOf<paths, '/usercenter/sessions', 'get'>): string
    /** Sign out in another browser: `endUserSessions`, `POST /usercenter/sessions/end`. */
    endUserSessions(): string
    /** Show recent sign-ins: `showSignInsPage`, `GET /usercenter/signins`. */
    showSignInsPage(query?: QueryOf<paths, '/usercenter/signins', 'get'>): string
    /** Show the page for one's own data: `showOwnDataPage`, `GET /usercenter/data`. */
    showOwnDataPage(query?: QueryOf<paths, '/usercenter/data', 'get'>): string
    /** Show the page that closes the account: `showCloseAccountPage`, `GET /usercenter/close`. */
    showCloseAccountPage(query?: QueryOf<paths, '/usercenter/close', 'get'>): string
    /** Close the account: `submitAccountClosure`, `POST /usercenter/close`. */
    submitAccountClosure(): string
    /** Show the page that changes the password: `showChangePasswordPage`, `GET /usercenter/security/password`. */
    showChangePasswordPage(query?: QueryOf<paths, '/usercenter/security/password', 'get'>): string
    /** Change the password: `submitNewPassword`, `POST /usercenter/security/password`. */
    submitNewPassword(): string
    /** Show the page that changes a number or address: `showContactPage`, `GET /usercenter/security/{contact}`. */
    showContactPage(contact: string, query?: QueryOf<paths, '/usercenter/security/{contact}', 'get'>): string
    /** Send a code to another number or address: `submitContact`, `POST /usercenter/security/{contact}`. */
    submitContact(contact: string): string
    /** Take over the proven number or address: `submitContactCode`, `POST /usercenter/security/{contact}/code`. */
    submitContactCode(contact: string): string
    /** Show the registration page: `showRegistrationPage`, `GET /Account/Register`. */
    showRegistrationPage(query?: QueryOf<paths, '/Account/Register', 'get'>): string
    /** Begin a registration: `submitRegistration`, `POST /Account/Register`. */
    submitRegistration(): string
    /** Complete a registration: `submitRegistrationCode`, `POST /Account/Register/Complete`. */
    submitRegistrationCode(): string
    /** Show the page for a forgotten password: `showForgottenPasswordPage`, `GET /Account/ForgotPassword`. */
    showForgottenPasswordPage(query?: QueryOf<paths, '/Account/ForgotPassword', 'get'>): string
    /** Ask for another password: `submitForgottenPassword`, `POST /Account/ForgotPassword`. */
    submitForgottenPassword(): string
    /** Set another password with a code: `submitPasswordReset`, `POST /Account/ResetPassword`. */
    submitPasswordReset(): string
    /** Check which user is signed in: `checkUserSession`, `GET /usercenter/checksession`. */
    checkUserSession(query: QueryOf<paths, '/usercenter/checksession', 'get'>): string
    /** Show the sign-in page: `showLoginPage`, `GET /Account/Login`. */
    showLoginPage(query?: QueryOf<paths, '/Account/Login', 'get'>): string
    /** Send the sign-in page: `submitLoginForm`, `POST /Account/Login`. */
    submitLoginForm(): string
    /** Show the page to sign in by code: `showCodeLoginPage`, `GET /Account/LoginByCode`. */
    showCodeLoginPage(query?: QueryOf<paths, '/Account/LoginByCode', 'get'>): string
    /** Ask for a code, or sign in with it: `submitCodeLogin`, `POST /Account/LoginByCode`. */
    submitCodeLogin(): string
    /** Show the page of the second factor: `showSecondFactor`, `GET /Account/SecondFactor`. */
    showSecondFactor(query?: QueryOf<paths, '/Account/SecondFactor', 'get'>): string
    /** Ask for the code of the second factor, or send it: `submitSecondFactor`, `POST /Account/SecondFactor`. */
    submitSecondFactor(): string
    /** Show the page for a password that has expired, or soon will: `showPasswordStep`, `GET /Account/NewPassword`. */
    showPasswordStep(query?: QueryOf<paths, '/Account/NewPassword', 'get'>): string
    /** Set a new password, or go on with the old one: `submitPasswordStep`, `POST /Account/NewPassword`. */
    submitPasswordStep(): string
    /** Show that somebody may not enter an application: `showAccessDenied`, `GET /Account/Denied`. */
    showAccessDenied(query?: QueryOf<paths, '/Account/Denied', 'get'>): string
    /** Go to a third party to sign in: `startExternalSignIn`, `GET /Account/ExternalLogin`. */
    startExternalSignIn(query: QueryOf<paths, '/Account/ExternalLogin', 'get'>): string
    /** Come back from a third party: `receiveExternalSignIn`, `GET /Account/ExternalLogin/Callback`. */
    receiveExternalSignIn(query?: QueryOf<paths, '/Account/ExternalLogin/Callback', 'get'>): string
    /** Show the page that links a third-party login: `showExternalBinding`, `GET /Account/ExternalLogin/Bind`. */
    showExternalBinding(query?: QueryOf<paths, '/Account/ExternalLogin/Bind', 'get'>): string
    /** Send the page that links a third-party login: `submitExternalBinding`, `POST /Account/ExternalLogin/Bind`. */
    submitExternalBinding(): string
    /** Go to a third party to link a login: `bindExternalLogin`, `GET /usercenter/externalLogins/bind`. */
    bindExternalLogin(query: QueryOf<paths, '/usercenter/externalLogins/bind', 'get'>): string
    /** Give the password, and go to a third party to link a login: `confirmExternalLogin`, `POST /usercenter/externalLogins/bind`. */
    confirmExternalLogin(): string
    /** Unlink a third-party login: `unbindExternalLogin`, `POST /usercenter/externalLogins/unbind`. */
    unbindExternalLogin(): string
    /** Show the consent page: `showConsentPage`, `GET /Account/Consent`. */
    showConsentPage(query?: QueryOf<paths, '/Account/Consent', 'get'>): string
    /** Send the consent page: `submitConsent`, `POST /Account/Consent`. */
    submitConsent(): string
    /** Show the choice of an account: `showAccountChoice`, `GET /Account/Select`. */
    showAccountChoice(query?: QueryOf<paths, '/Account/Select', 'get'>): string
    /** Send the choice of an account: `submitAccountChoice`, `POST /Account/Select`. */
    submitAccountChoice(): string
    /** End the session (sign out): `endSession`, `GET /connect/endsession`. */
    endSession(query?: QueryOf<paths, '/connect/endsession', 'get'>): string
    /** End the session with a form: `submitEndSession`, `POST /connect/endsession`. */
    submitEndSession(): string
    /** Confirm the sign-out: `confirmEndSession`, `POST /connect/endsession/confirm`. */
    confirmEndSession(): string
    /** Show that the user is signed out: `showSignedOut`, `GET /connect/endsession/success`. */
    showSignedOut(query?: QueryOf<paths, '/connect/endsession/success', 'get'>): string
    /** Show the account security page: `showSecurityPage`, `GET /usercenter/security`. */
    showSecurityPage(query?: QueryOf<paths, '/usercenter/security', 'get'>): string
  }
  /** User. */
  readonly user: {
    /** Download one's own data: `getOwnData`, `POST /usercenter/data`. */
    getOwnData(body: BodyOf<paths, '/usercenter/data', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/usercenter/data', 'post'>>
    /** Get basic user information (OIDC): `getUserInfo`, `GET /connect/userinfo`. */
    getInfo(options?: NamedOptions): Promise<DataOf<paths, '/connect/userinfo', 'get'>>
    /** Get basic user information with POST: `submitUserInfoRequest`, `POST /connect/userinfo`. */
    submitInfoRequest(body?: BodyOf<paths, '/connect/userinfo', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/connect/userinfo', 'post'>>
    /** Get basic user information: `getUserBasic`, `GET /api/v1.0/user/basic`. */
    getBasic(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/basic', 'get'>>
    /** Edit basic user information: `updateUserBasic`, `POST /api/v1.0/user/basic`. */
    updateBasic(body: BodyOf<paths, '/api/v1.0/user/basic', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/basic', 'post'>>
    /** Edit the avatar: `uploadProfileImage`, `POST /api/v1.0/user/profileImage`. */
    uploadProfileImage(body: BodyOf<paths, '/api/v1.0/user/profileImage', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/profileImage', 'post'>>
    /** Get an avatar: `getProfileImage`, `GET /api/v1.0/profileImages/{name}`. */
    getProfileImage(name: string, options?: NamedOptions): Promise<Blob>
    /** Get user details: `getUserDetails`, `GET /api/v1.0/user/details`. */
    getDetails(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/details', 'get'>>
    /** Edit user details: `updateUserDetails`, `POST /api/v1.0/user/details`. */
    updateDetails(body: BodyOf<paths, '/api/v1.0/user/details', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/details', 'post'>>
    /** List the user's third-party bindings: `listUserExternalLogins`, `GET /api/v1.0/user/externalLogins`. */
    listExternalLogins(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/externalLogins', 'get'>>
    /** Get notification settings: `getReceiveInfo`, `GET /api/v1.0/user/receiveInfo`. */
    getReceiveInfo(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/receiveInfo', 'get'>>
    /** Get the configuration of a client by GUID: `getUserClientConfiguration`, `GET /api/v1.0/user/clientConfig`. */
    getClientConfiguration(query: QueryOf<paths, '/api/v1.0/user/clientConfig', 'get'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/clientConfig', 'get'>>
    /** Get how often user information was changed: `getModificationCounts`, `GET /api/v1.0/user/modifyCounts`. */
    getModificationCounts(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/modifyCounts', 'get'>>
    /** Get the current IP information of the user: `getCurrentIp`, `GET /api/v1.0/user/ip`. */
    getCurrentIp(options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/ip', 'get'>>
    /** Send a verification code: `sendVerificationCode`, `POST /api/v1.0/user/verificationCode`. */
    sendVerificationCode(body: BodyOf<paths, '/api/v1.0/user/verificationCode', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/verificationCode', 'post'>>
    /** Change the phone number or e-mail address: `changeContact`, `POST /api/v1.0/user/contact`. */
    changeContact(body: BodyOf<paths, '/api/v1.0/user/contact', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/user/contact', 'post'>>
    /** Receive the user's service messages: `receiveUserMessages`, `GET /api/v1.0/user/messages`. */
    receiveMessages(options?: NamedOptions): Promise<ReadableStream<Uint8Array>>
  }
  /** Trusted clients / Users; Back office / Users. */
  readonly users: {
    /** List user GUIDs: `listUserGuids`, `GET /api/v1.0/trusted/users/guids`. */
    listGuids(query?: PageQuery<QueryOf<paths, '/api/v1.0/trusted/users/guids'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/trusted/users/guids'>>
    /** Look up user GUIDs: `findUserGuids`, `POST /api/v1.0/users/guids`. */
    findGuids(body: BodyOf<paths, '/api/v1.0/users/guids', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/users/guids', 'post'>>
    /** Get the details of many users: `queryUserDetails`, `POST /api/v1.0/users/details`. */
    queryDetails(body: BodyOf<paths, '/api/v1.0/users/details', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/users/details', 'post'>>
    /** Get the third-party bindings of many users: `queryExternalLogins`, `POST /api/v1.0/users/externalLogins`. */
    queryExternalLogins(body: BodyOf<paths, '/api/v1.0/users/externalLogins', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/users/externalLogins', 'post'>>
    /** Find users by external login: `findUsersByExternalLogin`, `POST /api/v1.0/users/externalLoginDetails`. */
    findByExternalLogin(body: BodyOf<paths, '/api/v1.0/users/externalLoginDetails', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/users/externalLoginDetails', 'post'>>
    /** Create users: `createUsers`, `POST /api/v1.0/users/inviteUsers`. */
    create(body: BodyOf<paths, '/api/v1.0/users/inviteUsers', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/users/inviteUsers', 'post'>>
    /** List recent sign-ins: `listLoginRecords`, `GET /api/v1.0/trusted/users/loginRecords`. */
    listLoginRecords(query?: PageQuery<QueryOf<paths, '/api/v1.0/trusted/users/loginRecords'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/trusted/users/loginRecords'>>
    /** Add third-party bindings: `addExternalLogins`, `POST /api/v1.0/trusted/users/externalLogins`. */
    addExternalLogins(body: BodyOf<paths, '/api/v1.0/trusted/users/externalLogins', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/trusted/users/externalLogins', 'post'>>
    /** Edit the details of many users: `updateUsersDetails`, `POST /api/v1.0/trusted/users/details`. */
    updateDetails(body: BodyOf<paths, '/api/v1.0/trusted/users/details', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/trusted/users/details', 'post'>>
    /** List users: `listUsers`, `GET /api/v1.0/manage/users`. */
    list(query?: PageQuery<QueryOf<paths, '/api/v1.0/manage/users'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/manage/users'>>
    /** Fetch exported user data: `getUserExport`, `GET /api/v1.0/manage/users/export`. */
    getExport(query: QueryOf<paths, '/api/v1.0/manage/users/export', 'get'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/export', 'get'>>
    /** Apply for a user-data export: `applyUserExport`, `POST /api/v1.0/manage/users/export`. */
    applyExport(body: BodyOf<paths, '/api/v1.0/manage/users/export', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/export', 'post'>>
    /** Cancel an export application: `cancelUserExport`, `DELETE /api/v1.0/manage/users/export`. */
    cancelExport(query: QueryOf<paths, '/api/v1.0/manage/users/export', 'delete'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/export', 'delete'>>
    /** List export applications: `listExportApplications`, `GET /api/v1.0/manage/users/export/applications`. */
    listExportApplications(query?: PageQuery<QueryOf<paths, '/api/v1.0/manage/users/export/applications'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/manage/users/export/applications'>>
    /** List download records: `listExportDownloads`, `GET /api/v1.0/manage/users/export/downloads`. */
    listExportDownloads(query?: PageQuery<QueryOf<paths, '/api/v1.0/manage/users/export/downloads'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/manage/users/export/downloads'>>
    /** Download exported user data: `getUserExportFile`, `GET /usercenter/exports/{guid}`. */
    getExportFile(guid: string, options?: NamedOptions): Promise<Blob>
    /** Search users: `searchUsers`, `GET /api/v1.0/manage/users/search`. */
    search(query: PageQuery<QueryOf<paths, '/api/v1.0/manage/users/search'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/manage/users/search'>>
    /** Get the department-name chain of a user: `getDepartmentChain`, `GET /api/v1.0/manage/users/departmentChain`. */
    getDepartmentChain(query: QueryOf<paths, '/api/v1.0/manage/users/departmentChain', 'get'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/departmentChain', 'get'>>
    /** Edit user details in the back office: `editUserDetails`, `POST /api/v1.0/manage/users/details`. */
    editDetails(body: BodyOf<paths, '/api/v1.0/manage/users/details', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/details', 'post'>>
    /** Edit user security information: `editUserSecurity`, `POST /api/v1.0/manage/users/security`. */
    editSecurity(body: BodyOf<paths, '/api/v1.0/manage/users/security', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/security', 'post'>>
    /** Unbind phone, e-mail or third party: `unbindUser`, `POST /api/v1.0/manage/users/unbind`. */
    unbind(body: BodyOf<paths, '/api/v1.0/manage/users/unbind', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/users/unbind', 'post'>>
  }
  /** Trusted clients / Enterprises; Back office / Enterprises. */
  readonly corps: {
    /** Refresh the departments of an enterprise's users: `refreshDepartments`, `POST /api/v1.0/trusted/corps/refreshDepartments`. */
    refreshDepartments(body: BodyOf<paths, '/api/v1.0/trusted/corps/refreshDepartments', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/trusted/corps/refreshDepartments', 'post'>>
    /** Create or edit an enterprise: `saveCorp`, `POST /api/v1.0/manage/corps`. */
    save(body: BodyOf<paths, '/api/v1.0/manage/corps', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/corps', 'post'>>
    /** Create or edit an enterprise's third-party link: `saveCorpExternalLink`, `POST /api/v1.0/manage/corps/externalLink`. */
    saveExternalLink(body: BodyOf<paths, '/api/v1.0/manage/corps/externalLink', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/manage/corps/externalLink', 'post'>>
  }
  /** Trusted clients / Other. */
  readonly messages: {
    /** Push a service message: `pushServiceMessage`, `POST /api/v1.0/trusted/mns`. */
    push(body: BodyOf<paths, '/api/v1.0/trusted/mns', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/trusted/mns', 'post'>>
  }
  /** OEM trusted clients. */
  readonly oemUsers: {
    /** List OEM users: `listOemUsers`, `GET /api/v1.0/oem/users`. */
    list(query?: PageQuery<QueryOf<paths, '/api/v1.0/oem/users'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/oem/users'>>
    /** Register OEM users: `registerOemUsers`, `POST /api/v1.0/oem/users/registration`. */
    register(body: BodyOf<paths, '/api/v1.0/oem/users/registration', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/oem/users/registration', 'post'>>
    /** Update OEM users: `updateOemUsers`, `POST /api/v1.0/oem/users/update`. */
    update(body: BodyOf<paths, '/api/v1.0/oem/users/update', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/oem/users/update', 'post'>>
    /** Delete OEM users: `deleteOemUsers`, `DELETE /api/v1.0/oem/users/delete`. */
    delete(body: BodyOf<paths, '/api/v1.0/oem/users/delete', 'delete'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/oem/users/delete', 'delete'>>
  }
  /** Back office / Roles. */
  readonly roles: {
    /** List role groups: `listRoleGroups`, `GET /api/v1.0/roles`. */
    list(query?: PageQuery<QueryOf<paths, '/api/v1.0/roles'>>, options?: NamedOptions): Pages<PagedItem<'/api/v1.0/roles'>>
    /** Create a role group: `createRoleGroup`, `POST /api/v1.0/roles/create`. */
    create(body: BodyOf<paths, '/api/v1.0/roles/create', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/create', 'post'>>
    /** Update a role group: `updateRoleGroup`, `POST /api/v1.0/roles/update`. */
    update(body: BodyOf<paths, '/api/v1.0/roles/update', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/update', 'post'>>
    /** Set the manager of a role group: `setRoleGroupManager`, `POST /api/v1.0/roles/setManager`. */
    setManager(body: BodyOf<paths, '/api/v1.0/roles/setManager', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/setManager', 'post'>>
    /** Add users to a role group: `addRoleGroupMembers`, `POST /api/v1.0/roles/addMembers`. */
    addMembers(body: BodyOf<paths, '/api/v1.0/roles/addMembers', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/addMembers', 'post'>>
    /** Remove users from a role group: `removeRoleGroupMembers`, `POST /api/v1.0/roles/removeMembers`. */
    removeMembers(body: BodyOf<paths, '/api/v1.0/roles/removeMembers', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/removeMembers', 'post'>>
    /** Give users read permission on a role group: `addRoleGroupReaders`, `POST /api/v1.0/roles/addReaders`. */
    addReaders(body: BodyOf<paths, '/api/v1.0/roles/addReaders', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/addReaders', 'post'>>
    /** Withdraw read permission on a role group: `removeRoleGroupReaders`, `POST /api/v1.0/roles/removeReaders`. */
    removeReaders(body: BodyOf<paths, '/api/v1.0/roles/removeReaders', 'post'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/roles/removeReaders', 'post'>>
  }
  /** Other. */
  readonly system: {
    /** Answer the address check of WeCom: `verifyWecomCallback`, `GET /api/v1.0/wecom/callback`. */
    verifyWecomCallback(query: QueryOf<paths, '/api/v1.0/wecom/callback', 'get'>, options?: NamedOptions): Promise<string>
    /** Receive a call-back of WeCom: `receiveWecomCallback`, `POST /api/v1.0/wecom/callback`. */
    receiveWecomCallback(body: BodyOf<paths, '/api/v1.0/wecom/callback', 'post'>, query: QueryOf<paths, '/api/v1.0/wecom/callback', 'post'>, options?: NamedOptions): Promise<string>
    /** Get the configuration of a client: `getClientConfiguration`, `GET /api/v1.0/clients/config`. */
    getClientConfiguration(query: QueryOf<paths, '/api/v1.0/clients/config', 'get'>, options?: NamedOptions): Promise<DataOf<paths, '/api/v1.0/clients/config', 'get'>>
    /** Get the RSA public key: `getLoginPublicKey`, `GET /Common/Getpubkeys`. */
    getLoginPublicKey(options?: NamedOptions): Promise<DataOf<paths, '/Common/Getpubkeys', 'get'>>
  }
}
