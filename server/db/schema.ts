import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely'

/** The tables as the latest migration leaves them; a test compares them with a migrated database. */
export interface Database {
  users: UsersTable
  password_credentials: PasswordCredentialsTable
  password_history: PasswordHistoryTable
  external_logins: ExternalLoginsTable
  applications: ApplicationsTable
  sessions: SessionsTable
  engine_state: EngineStateTable
  revoked_access_tokens: RevokedAccessTokensTable
  keys: KeysTable
  login_records: LoginRecordsTable
  audit_events: AuditEventsTable
  rate_limits: RateLimitsTable
}

/** A column of type timestamptz. */
type Time = ColumnType<Date, Date | string, Date | string>
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type MadeTime = ColumnType<Date, Date | string | undefined, Date | string>
/** Any JSON value that can stand inside a jsonb column. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type JsonObject = { readonly [key: string]: Json | undefined }
/** A jsonb column. It holds an object, as a check constraint demands; it is written as an object or as its JSON text. */
type JsonColumn = ColumnType<JsonObject, JsonObject | string, JsonObject | string>
type OptionalJsonColumn = ColumnType<
  JsonObject | null,
  JsonObject | string | null | undefined,
  JsonObject | string | null
>
/** A jsonb column with the default `{}`. */
type DefaultJsonColumn = ColumnType<JsonObject, JsonObject | string | undefined, JsonObject | string>

export type AccountState = 'Normal' | 'Disabled' | 'Locked'

export interface UsersTable {
  id: string
  user_name: string
  itc: string | null
  phone: string | null
  email: string | null
  first_name: string | null
  last_name: string | null
  display_name: string | null
  profile_image: string | null
  preferred_language: Generated<string>
  account_state: Generated<AccountState>
  /** `YYYY-MM-DD`: a day has no time zone. */
  date_of_birth: string | null
  address: OptionalJsonColumn
  job_info: OptionalJsonColumn
  is_phone_receive_info: boolean | null
  is_email_receive_info: boolean | null
  phone_verified: Generated<boolean>
  email_verified: Generated<boolean>
  extension: DefaultJsonColumn
  created_at: MadeTime
  updated_at: MadeTime
}

export interface PasswordCredentialsTable {
  user_id: string
  /** argon2id in PHC string format. */
  hash: string
  changed_at: MadeTime
  expires_at: OptionalTime
  must_change: Generated<boolean>
}

export interface PasswordHistoryTable {
  id: ColumnType<string, never, never>
  user_id: string
  hash: string
  created_at: MadeTime
}

export interface ExternalLoginsTable {
  id: string
  user_id: string
  provider: string
  app_id: string | null
  app_open_id: string | null
  external_id: string
  display_name: string | null
  created_at: MadeTime
}

export type ClientAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt'

export interface ApplicationsTable {
  client_id: string
  id: string
  name: string
  name_zh: string | null
  /** SHA-256 of the secret. */
  secret_hash: Buffer | null
  token_endpoint_auth_method: ClientAuthMethod
  /** JSON Web Key Set (RFC 7517) of a `private_key_jwt` client. */
  jwks: OptionalJsonColumn
  redirect_uris: Generated<string[]>
  post_logout_redirect_uris: Generated<string[]>
  listener_origins: Generated<string[]>
  backchannel_logout_uri: string | null
  backchannel_logout_session_required: Generated<boolean>
  grant_types: Generated<string[]>
  response_types: Generated<string[]>
  scopes: Generated<string[]>
  first_party: Generated<boolean>
  id_token_signing_algorithm: Generated<'RS256' | 'ES256'>
  application_type: Generated<'web' | 'native'>
  refresh_token_grace_seconds: Generated<number>
  require_pkce: Generated<boolean>
  enabled: Generated<boolean>
  created_at: MadeTime
  updated_at: MadeTime
}

export interface SessionsTable {
  id_hash: Buffer
  uid: string
  user_id: string | null
  payload: JsonColumn
  created_at: MadeTime
  expires_at: Time
}

export interface EngineStateTable {
  /** Name of the engine's model, such as `AuthorizationCode`. */
  model: string
  id_hash: Buffer
  payload: JsonColumn
  grant_hash: Buffer | null
  user_code: string | null
  uid: string | null
  user_id: string | null
  client_id: string | null
  expires_at: Time
  consumed_at: OptionalTime
}

export interface RevokedAccessTokensTable {
  token_hash: Buffer
  expires_at: Time
}

export interface KeysTable {
  /** JWK thumbprint or other `kid`. */
  id: string
  purpose: 'signing' | 'login'
  algorithm: 'RS256' | 'ES256' | 'RSA'
  public_jwk: JsonColumn
  /** Private JWK under the installation's key, as `encrypt` of secrets.ts makes it. */
  private_key: Buffer
  created_at: MadeTime
  signs_at: Time
}

export interface LoginRecordsTable {
  id: string
  /** Absent when the attempt named no known user. */
  user_id: string | null
  client_id: string | null
  address: string | null
  user_agent: string | null
  method: string
  succeeded: boolean
  reason: string | null
  created_at: MadeTime
}

export interface AuditEventsTable {
  id: string
  actor_id: string | null
  actor_client_id: string | null
  action: string
  subject_type: string
  subject_id: string | null
  details: DefaultJsonColumn
  address: string | null
  request_id: string | null
  created_at: MadeTime
}

/** The layout that rate-limiter-flexible reads and writes itself. */
export interface RateLimitsTable {
  key: string
  points: Generated<number>
  /** Milliseconds since 1970 as a decimal text (bigint); absent means never. */
  expire: string | null
}

export type User = Selectable<UsersTable>
export type NewUser = Insertable<UsersTable>
export type UserUpdate = Updateable<UsersTable>
export type Application = Selectable<ApplicationsTable>
export type NewApplication = Insertable<ApplicationsTable>
export type EngineState = Selectable<EngineStateTable>
export type KeyRow = Selectable<KeysTable>
