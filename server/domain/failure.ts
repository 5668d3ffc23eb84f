/**
 * Every way in which the services refuse, in words of their own; what each is called on the Account API, on OneAccess and
 * in OAuth stands in `errors/kinds.ts`.
 */
export type FailureKind =
  // Who calls, and what they may do to this thing.
  | 'client_credentials_wrong'
  | 'access_denied'
  | 'not_role_group_manager'
  | 'signature_invalid'
  | 'signature_expired'
  | 'session_token_invalid'
  /** The account of who acts was deleted meanwhile. */
  | 'account_gone'
  | 'state_token_invalid'
  | 'sso_ticket_invalid'
  | 'sign_in_failed'
  | 'sign_in_locked'
  | 'interaction_over'
  | 'sign_out_over'
  | 'form_expired'
  | 'cookies_missing'
  | 'listener_not_registered'
  | 'service_not_registered'
  | 'saml_message_invalid'
  | 'saml_application_unknown'
  | 'saml_address_not_registered'
  // Users.
  | 'user_not_found'
  | 'user_name_taken'
  | 'phone_taken'
  | 'email_taken'
  | 'name_invalid'
  | 'field_invalid'
  | 'phone_invalid'
  | 'email_invalid'
  | 'phone_not_verified'
  | 'contact_missing'
  | 'modification_limit_reached'
  | 'last_sign_in_method'
  | 'image_not_readable'
  | 'profile_image_not_found'
  | 'user_not_created'
  | 'user_not_changed'
  // Passwords and codes.
  | 'password_too_simple'
  | 'password_length'
  | 'password_is_user_name'
  | 'password_breaks_rule'
  | 'password_holds_name'
  | 'password_too_common'
  | 'password_used_before'
  | 'old_password_wrong'
  | 'proof_missing'
  | 'terms_not_accepted'
  | 'verification_code_wrong'
  | 'verification_code_too_frequent'
  | 'channel_missing'
  | 'captcha_missing'
  | 'captcha_wait'
  | 'captcha_early'
  | 'captcha_wrong'
  | 'captcha_expired'
  | 'captcha_invalid'
  // Logins at providers.
  | 'external_login_taken'
  | 'too_many_external_logins'
  | 'external_login_not_found'
  | 'contact_not_bound'
  | 'social_code_invalid'
  | 'social_account_not_found'
  // Organizations and enterprises.
  | 'organization_not_found'
  | 'parent_organization_not_found'
  | 'organization_code_taken'
  | 'organization_name_taken'
  | 'organization_has_children'
  | 'organization_has_users'
  | 'organization_name_missing'
  | 'organization_below_itself'
  | 'organization_kept_by_provider'
  | 'corp_not_found'
  | 'corp_name_taken'
  | 'corp_link_taken'
  | 'corp_not_linked'
  // Role groups.
  | 'role_group_not_found'
  | 'role_group_name_taken'
  | 'role_not_held'
  | 'last_super_administrator'
  | 'user_outranks'
  // Applications and what they have of their own.
  | 'application_not_found'
  | 'application_disabled'
  | 'application_organization_not_found'
  | 'application_organization_disabled'
  | 'application_organization_code_taken'
  | 'application_organization_parent_not_found'
  | 'application_organization_not_changeable'
  | 'application_organization_own_parent'
  | 'application_organization_not_deletable'
  | 'application_account_not_found'
  | 'application_account_taken'
  | 'application_account_unsupported'
  | 'application_account_permission_unsupported'
  | 'application_account_public_not_found'
  | 'application_account_attribute_unknown'
  | 'application_account_name_invalid'
  | 'application_role_not_found'
  | 'application_role_code_taken'
  // Exports and messages.
  | 'export_not_found'
  | 'export_not_downloadable'
  | 'export_not_cancellable'
  | 'message_content_invalid'
  // Anything.
  | 'conflict'
  | 'list_invalid'
  | 'too_many_requests'
  | 'id_token_not_made'
  | 'upstream_failed'
  | 'files_away'

/** What a failure may tell beside its kind. */
export interface FailureOptions extends ErrorOptions {
  /** Seconds until another attempt makes sense. */
  readonly retryAfter?: number
  /** For the developer of the client, in English; never holds what the caller sent. */
  readonly description?: string
}

/** What a placeholder of a kind's texts stands for; words come in both languages. */
export type FailureValue = string | number | { readonly en: string; readonly zh: string }

/** A refusal that is part of the design: thrown by services, turned into an answer in one place. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  /** What the placeholders of the kind's texts stand for, in their order. */
  readonly values: readonly FailureValue[]
  readonly retryAfter: number | undefined
  readonly description: string | undefined

  constructor(kind: FailureKind, values: readonly FailureValue[] = [], options: FailureOptions = {}) {
    super(options.description ?? kind, options)
    this.kind = kind
    this.values = values
    this.retryAfter = options.retryAfter
    this.description = options.description
  }
}

/** @throws Failure of that kind; an expression, so that it can stand behind `??` */
export function refuse(kind: FailureKind, values: readonly FailureValue[] = []): never {
  throw new Failure(kind, values)
}

/** A value in the language of the text that it stands in. */
export function valueIn(locale: 'en' | 'zh', value: FailureValue): string | number {
  return typeof value === 'object' ? value[locale] : value
}
