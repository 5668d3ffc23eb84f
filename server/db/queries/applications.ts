import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** A registered application: what OAuth calls a client. */
export interface Application {
  id: string
  clientId: string
  name: string
  nameZh: string | null
  enabled: boolean
  secretHash: Buffer | null
  tokenEndpointAuthMethod: 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt'
  jwks: Record<string, unknown> | null
  applicationType: 'web' | 'native'
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  /** Origins whose pages may ask who is signed in (doc-2283443). */
  listenerOrigins: string[]
  backchannelLogoutUri: string | null
  backchannelLogoutSessionRequired: boolean
  grantTypes: string[]
  responseTypes: string[]
  scopes: string[]
  /** Applications of the platform itself: their users are not asked for consent. */
  firstParty: boolean
  idTokenSigningAlgorithm: 'RS256' | 'ES256'
  refreshTokenGraceSeconds: number
  requirePkce: boolean
}

/** The application with that client id, enabled or not. One statement. */
export async function findApplication(db: Kysely<Database>, clientId: string): Promise<Application | undefined> {
  const row = await db.selectFrom('applications').selectAll().where('client_id', '=', clientId).executeTakeFirst()
  return (
    row && {
      id: row.id,
      clientId: row.client_id,
      name: row.name,
      nameZh: row.name_zh,
      enabled: row.enabled,
      secretHash: row.secret_hash,
      tokenEndpointAuthMethod: row.token_endpoint_auth_method,
      jwks: row.jwks,
      applicationType: row.application_type,
      redirectUris: row.redirect_uris,
      postLogoutRedirectUris: row.post_logout_redirect_uris,
      listenerOrigins: row.listener_origins,
      backchannelLogoutUri: row.backchannel_logout_uri,
      backchannelLogoutSessionRequired: row.backchannel_logout_session_required,
      grantTypes: row.grant_types,
      responseTypes: row.response_types,
      scopes: row.scopes,
      firstParty: row.first_party,
      idTokenSigningAlgorithm: row.id_token_signing_algorithm,
      refreshTokenGraceSeconds: row.refresh_token_grace_seconds,
      requirePkce: row.require_pkce,
    }
  )
}

/** Whether an enabled application lists that origin among its listeners. One statement. */
export async function listenerOriginIsRegistered(db: Kysely<Database>, origin: string): Promise<boolean> {
  const row = await db
    .selectFrom('applications')
    .select(sql<number>`1`.as('found'))
    .where('enabled', '=', true)
    .where(sql<boolean>`listener_origins @> array[${origin}]::text[]`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
