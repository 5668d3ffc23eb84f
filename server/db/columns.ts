import type { ApplicationsTable, KeysTable, UsersTable } from './schema.ts'

// Column lists for queries: a query names the list it needs, never `*`, so that a secret is read only where it is used.

/** What may be shown of a user to those whom the contract allows it. No credential stands in this table. */
export const USER_COLUMNS = [
  'id',
  'user_name',
  'itc',
  'phone',
  'email',
  'first_name',
  'last_name',
  'display_name',
  'profile_image',
  'preferred_language',
  'account_state',
  'date_of_birth',
  'address',
  'job_info',
  'is_phone_receive_info',
  'is_email_receive_info',
  'phone_verified',
  'email_verified',
  'extension',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof UsersTable)[]

/** An application without its secret's hash. */
export const APPLICATION_COLUMNS = [
  'client_id',
  'id',
  'name',
  'name_zh',
  'token_endpoint_auth_method',
  'jwks',
  'redirect_uris',
  'post_logout_redirect_uris',
  'listener_origins',
  'backchannel_logout_uri',
  'backchannel_logout_session_required',
  'grant_types',
  'response_types',
  'scopes',
  'first_party',
  'id_token_signing_algorithm',
  'application_type',
  'refresh_token_grace_seconds',
  'require_pkce',
  'enabled',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof ApplicationsTable)[]

/** What authenticates an application; read by the code that compares it and by nothing else. */
export const APPLICATION_SECRET_COLUMNS = ['secret_hash'] as const satisfies readonly (keyof ApplicationsTable)[]

/** A key without its private part. */
export const KEY_COLUMNS = [
  'id',
  'purpose',
  'algorithm',
  'public_jwk',
  'created_at',
  'signs_at',
  'retires_at',
  'removed_at',
] as const satisfies readonly (keyof KeysTable)[]

/** The private part, encrypted; read by the code that signs or decrypts and by nothing else. */
export const KEY_SECRET_COLUMNS = ['private_key'] as const satisfies readonly (keyof KeysTable)[]
