import type { ErrorCodeName } from '../../generated/error-codes.ts'
import type { ReturnCodeName } from '../../generated/return-codes.ts'
import type { ContractFailureKind } from '../contract/failure.ts'
import type { FailureKind } from '../domain/failure.ts'

/** A text for people, in both languages. */
type Text = Readonly<Record<'zh' | 'en', string>>

/**
 * How one kind of failure is called: on the Account API, on OneAccess, in OAuth (RFC 6749 section 5.2). Its HTTP status is
 * that of the code. At an OAuth endpoint it is that of the return code, where no other is given beside the word. The text
 * is that of the code, where no other is given.
 */
export type Kind = readonly [
  returnCode: ReturnCodeName,
  errorCode: ErrorCodeName,
  oauth: string | readonly [error: string, status: number],
  text?: Text,
]

/** Failures of the contract layer: no service throws them. */
const contract = {
  invalid_request: ['InvalidRequest', 'COMMON.0400', 'invalid_request'],
  unauthorized: ['Unauthorized', 'COMMON.0401', 'invalid_token'],
  invalid_token: ['Unauthorized', 'COMMON.0401', 'invalid_token'],
  invalid_client: [
    'Unauthorized',
    'COMMON.0401',
    'invalid_client',
    { zh: '客户端凭据错误。', en: 'Bad client credentials' },
  ],
  insufficient_scope: ['Forbidden', 'COMMON.0403', 'insufficient_scope'],
  // A token that stands for nobody tells nothing at the user information (OpenID Connect Core 5.3.3).
  wrong_caller: ['Forbidden', 'COMMON.0403', ['invalid_token', 401]],
  role_required: ['RoleRequired', 'COMMON.0403', 'access_denied'],
  permission_required: ['Forbidden', 'COMMON.0403', 'access_denied'],
  not_found: ['NotFound', 'COMMON.0404', 'not_found'],
  method_not_allowed: ['MethodNotAllowed', 'COMMON.0405', 'invalid_request'],
  payload_too_large: ['PayloadTooLarge', 'COMMON.0413', 'invalid_request'],
  unsupported_media_type: ['UnsupportedMediaType', 'COMMON.0415', 'invalid_request'],
  header_fields_too_large: ['HeaderFieldsTooLarge', 'COMMON.0431', 'invalid_request'],
  request_timeout: ['InvalidRequest', 'COMMON.0400', ['invalid_request', 408]],
  internal_error: ['InternalError', 'COMMON.0500', 'server_error'],
  not_implemented: ['NotImplemented', 'COMMON.0501', 'server_error'],
  service_unavailable: ['ServiceUnavailable', 'COMMON.0503', 'temporarily_unavailable'],
} as const satisfies Record<ContractFailureKind, Kind>

/** Failures of the services. A kind that one API never meets has the general code of its sort there. */
const domain = {
  client_credentials_wrong: [
    'Unauthorized',
    'COMMON.0401',
    'invalid_client',
    // The words of the vendor's page (M1).
    { zh: '客户端凭据错误。', en: 'Bad client credentials' },
  ],
  access_denied: ['Forbidden', 'COMMON.0403', 'access_denied'],
  not_role_group_manager: ['NotRoleGroupManager', 'COMMON.0403', 'access_denied'],
  signature_invalid: ['SignatureInvalid', 'PARAM.0030', 'invalid_request'],
  signature_expired: ['SignatureInvalid', 'PARAM.0030', 'invalid_request'],
  account_gone: ['Unauthorized', 'COMMON.0401', 'invalid_token'],
  session_token_invalid: ['Unauthorized', 'PARAM.0033', 'invalid_token'],
  state_token_invalid: ['Unauthorized', 'PARAM.0014', 'invalid_token'],
  sso_ticket_invalid: ['Unauthorized', 'PARAM.0032', 'invalid_grant'],
  sign_in_failed: ['Unauthorized', 'LOGIN.0002', 'invalid_grant'],
  sign_in_locked: ['TooManyRequests', 'LOGIN.0001', 'invalid_grant'],
  interaction_over: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: '此次登录请求已结束，或不是在本浏览器中发起。请返回应用后重试。',
      en: 'This sign-in is over, or it began in another browser. Go back to the application and try again.',
    },
  ],
  sign_out_over: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: '此次退出已结束，或不是在本浏览器中发起。可以关闭此页面。',
      en: 'This sign-out is over, or it began in another browser. You can close this page.',
    },
  ],
  form_expired: [
    'Forbidden',
    'COMMON.0403',
    'access_denied',
    {
      zh: '页面打开得太久了。请返回，重新打开后再试。',
      en: 'This page was open for too long. Go back, load it again and retry.',
    },
  ],
  cookies_missing: [
    'Forbidden',
    'COMMON.0403',
    'access_denied',
    {
      zh: '浏览器没有发送此站点的 Cookie。请允许此站点使用 Cookie 后重试。',
      en: 'Your browser did not send the cookie of this site. Allow cookies for this site and try again.',
    },
  ],
  listener_not_registered: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    { zh: 'returnUrl 的来源未登记为监听页面。', en: 'The origin of returnUrl is not a registered listener.' },
  ],
  service_not_registered: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: 'service 不是任何应用登记的地址，请联系应用管理员。',
      en: 'No application has registered the address in service. Ask whoever runs the application.',
    },
  ],
  saml_message_invalid: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: '应用发送的 SAML 消息无效（{0}）。请返回应用后重试，或联系应用管理员。',
      en: 'The application sent a SAML message that is not valid ({0}). Go back to it and try again, or tell its administrator.',
    },
  ],
  saml_application_unknown: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: '没有登记使用该 Entity ID 的应用。',
      en: 'No application is registered with that Entity ID.',
    },
  ],
  saml_address_not_registered: [
    'InvalidRequest',
    'COMMON.0400',
    'invalid_request',
    {
      zh: '应用要求的返回地址未登记，因此未发送任何内容。',
      en: 'The application asks for an answer at an address that is not registered, so nothing was sent.',
    },
  ],

  user_not_found: ['UserNotFound', 'USER.0001', 'not_found'],
  user_name_taken: ['UserNameTaken', 'USER.0029', 'invalid_request'],
  phone_taken: ['PhoneTaken', 'USER.0030', 'invalid_request'],
  email_taken: ['EmailTaken', 'USER.0031', 'invalid_request'],
  name_invalid: ['UnprocessableContent', 'USER.0037', 'invalid_request'],
  field_invalid: ['InvalidRequest', 'COMMON.0400', 'invalid_request'],
  phone_invalid: ['ContactInvalid', 'USER.0038', 'invalid_request'],
  email_invalid: ['ContactInvalid', 'COMMON.0400', 'invalid_request'],
  phone_not_verified: ['ContactMissing', 'MOBILE.0002', 'invalid_request'],
  contact_missing: ['ContactMissing', 'MOBILE.0002', 'invalid_request'],
  modification_limit_reached: ['ModificationLimitReached', 'COMMON.0400', 'invalid_request'],
  last_sign_in_method: ['LastSignInMethod', 'COMMON.0400', 'invalid_request'],
  image_not_readable: ['ImageNotReadable', 'COMMON.0400', 'invalid_request'],
  profile_image_not_found: ['NotFound', 'COMMON.0404', 'not_found'],
  user_not_created: ['CreateUserFailed', 'COMMON.0400', 'invalid_request'],
  user_not_changed: ['UpdateUserFailed', 'COMMON.0400', 'invalid_request'],

  password_too_simple: ['PasswordTooSimple', 'PWD.0005', 'invalid_request'],
  password_length: ['PasswordTooSimple', 'PWD.0002', 'invalid_request'],
  password_is_user_name: ['PasswordTooSimple', 'PWD.0003', 'invalid_request'],
  password_breaks_rule: ['PasswordTooSimple', 'PWD.0005', 'invalid_request'],
  password_holds_name: ['PasswordTooSimple', 'PWD.0005', 'invalid_request'],
  password_too_common: ['PasswordTooSimple', 'PWD.0005', 'invalid_request'],
  password_used_before: ['PasswordTooSimple', 'PWD.0005', 'invalid_request'],
  old_password_wrong: ['UnprocessableContent', 'PWD.0007', 'invalid_request'],
  terms_not_accepted: ['InvalidRequest', 'COMMON.0400', 'invalid_request'],
  proof_missing: ['Forbidden', 'COMMON.0403', 'access_denied'],
  verification_code_wrong: ['VerificationCodeWrong', 'PARAM.0011', 'invalid_request'],
  verification_code_too_frequent: ['VerificationCodeTooFrequent', 'COMMON.0429', 'temporarily_unavailable'],
  channel_missing: [
    'UpstreamFailed',
    'COMMON.0500',
    'temporarily_unavailable',
    {
      zh: '本站未配置此发送方式，请联系管理员。',
      en: 'This site has no way to send that kind of message. Ask its administrator.',
    },
  ],
  captcha_missing: ['UnprocessableContent', 'PARAM.0008', 'invalid_request'],
  captcha_wait: ['UnprocessableContent', 'CAPTCHA.0004', 'invalid_request'],
  captcha_early: ['UnprocessableContent', 'CAPTCHA.0004', 'invalid_request'],
  captcha_wrong: ['UnprocessableContent', 'CAPTCHA.0002', 'invalid_request'],
  captcha_expired: ['UnprocessableContent', 'CAPTCHA.0003', 'invalid_request'],
  captcha_invalid: ['UnprocessableContent', 'CAPTCHA.0004', 'invalid_request'],

  external_login_taken: ['ExternalLoginTaken', 'COMMON.0400', 'invalid_request'],
  too_many_external_logins: [
    'Conflict',
    'COMMON.0400',
    'invalid_request',
    { zh: '该帐号绑定的第三方登录已达上限。', en: 'The account has as many logins at providers as it can have.' },
  ],
  external_login_not_found: ['BindingNotFound', 'SOCIAL.0002', 'not_found'],
  contact_not_bound: ['BindingNotFound', 'MOBILE.0002', 'not_found'],
  social_code_invalid: ['UnprocessableContent', 'SOCIAL.0001', 'invalid_grant'],
  social_account_not_found: ['BindingNotFound', 'SOCIAL.0002', 'not_found'],

  organization_not_found: ['CorpNotFound', 'ORG.0001', 'not_found'],
  parent_organization_not_found: ['CorpNotFound', 'ORG.0008', 'not_found'],
  organization_code_taken: ['Conflict', 'ORG.0012', 'invalid_request'],
  organization_name_taken: ['CorpNameTaken', 'ORG.0013', 'invalid_request'],
  organization_has_children: ['Conflict', 'ORG.0020', 'invalid_request'],
  organization_has_users: ['Conflict', 'ORG.0022', 'invalid_request'],
  organization_name_missing: ['InvalidRequest', 'ORG.0011', 'invalid_request'],
  organization_below_itself: ['Conflict', 'ORG.0014', 'invalid_request'],
  organization_kept_by_provider: ['Conflict', 'ORG.0015', 'invalid_request'],
  corp_not_found: ['CorpNotFound', 'ORG.0001', 'not_found'],
  corp_name_taken: ['CorpNameTaken', 'ORG.0013', 'invalid_request'],
  corp_link_taken: ['CorpLinkTaken', 'COMMON.0400', 'invalid_request'],
  corp_not_linked: ['CorpNotLinked', 'COMMON.0400', 'invalid_request'],

  role_group_not_found: ['RoleGroupNotFound', 'COMMON.0404', 'not_found'],
  role_group_name_taken: ['RoleGroupNameTaken', 'COMMON.0400', 'invalid_request'],
  role_not_held: [
    'RoleRequired',
    'COMMON.0403',
    'access_denied',
    { zh: '不能为自己添加尚未拥有的角色。', en: 'You cannot give yourself a role that you do not have.' },
  ],
  user_outranks: [
    'RoleRequired',
    'COMMON.0403',
    'access_denied',
    {
      zh: '该用户拥有您没有的角色，或管理角色组。',
      en: 'That user has a role that you do not have, or manages a role group.',
    },
  ],
  last_super_administrator: ['LastSuperAdministrator', 'COMMON.0400', 'invalid_request'],

  application_not_found: ['ClientNotFound', 'APP.0001', 'invalid_client'],
  application_disabled: ['Forbidden', 'APP.0003', 'unauthorized_client'],
  application_organization_not_found: ['NotFound', 'APP_ORG.0001', 'not_found'],
  application_organization_disabled: ['Conflict', 'APP_ORG.0002', 'invalid_request'],
  application_organization_code_taken: ['Conflict', 'APP_ORG.0003', 'invalid_request'],
  application_organization_parent_not_found: ['NotFound', 'APP_ORG.0004', 'not_found'],
  application_organization_not_changeable: ['Conflict', 'APP_ORG.0005', 'invalid_request'],
  application_organization_own_parent: ['Conflict', 'APP_ORG.0006', 'invalid_request'],
  application_organization_not_deletable: ['Conflict', 'APP_ORG.0007', 'invalid_request'],
  application_account_not_found: ['NotFound', 'APP_ACCOUNT.0001', 'not_found'],
  application_account_taken: ['Conflict', 'APP_ACCOUNT.0002', 'invalid_request'],
  application_account_unsupported: ['UnprocessableContent', 'APP_ACCOUNT.0003', 'invalid_request'],
  application_account_permission_unsupported: ['UnprocessableContent', 'APP_ACCOUNT.0004', 'invalid_request'],
  application_account_public_not_found: ['NotFound', 'APP_ACCOUNT.0006', 'not_found'],
  application_account_attribute_unknown: ['UnprocessableContent', 'APP_ACCOUNT.0007', 'invalid_request'],
  application_account_name_invalid: ['UnprocessableContent', 'APP_ACCOUNT.0036', 'invalid_request'],
  application_role_not_found: ['NotFound', 'APP_ROLE.0001', 'not_found'],
  application_role_code_taken: ['Conflict', 'APP_ROLE.0002', 'invalid_request'],

  export_not_found: ['ExportApplicationNotFound', 'COMMON.0404', 'not_found'],
  export_not_downloadable: ['ExportNotDownloadable', 'COMMON.0400', 'invalid_request'],
  export_not_cancellable: ['ExportNotCancellable', 'COMMON.0400', 'invalid_request'],
  message_content_invalid: ['MessageContentInvalid', 'COMMON.0400', 'invalid_request'],

  conflict: ['Conflict', 'COMMON.0400', 'invalid_request'],
  list_invalid: ['InvalidRequest', 'PARAM.0029', 'invalid_request'],
  too_many_requests: ['TooManyRequests', 'COMMON.0429', 'temporarily_unavailable'],
  id_token_not_made: ['InternalError', 'LOGIN.0003', 'server_error'],
  upstream_failed: ['UpstreamFailed', 'COMMON.0500', 'temporarily_unavailable'],
  files_away: ['ServiceUnavailable', 'COMMON.0503', 'temporarily_unavailable'],
} as const satisfies Record<FailureKind, Kind>

/** Every kind of failure there is, with its names; the compiler demands a row for each. */
export const kinds: Readonly<Record<FailureKind | ContractFailureKind, Kind>> = { ...contract, ...domain }
