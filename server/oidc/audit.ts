import type { Provider } from 'oidc-provider'
import type { Logger } from 'pino'
import { saveAuditEvent } from '../db/queries/audit.ts'
import type { Db } from '../db/schema.ts'

/** How the engine words, for its log, that something single-use came a second time. */
const replay = /already (?:used|consumed)/

/**
 * Writes down that a code or a refresh token was used again after its time: a sign of theft, and the reason why a
 * person finds themselves signed out (RFC 9700 section 4.14.2). The answer does not wait for it.
 */
export function auditReplays(provider: Provider, db: Db, log: Logger): void {
  provider.on('grant.error', (ctx, error) => {
    if (!replay.test(error.error_detail ?? '')) return
    const { client, entities, params } = ctx.oidc
    const source = entities.RefreshToken ?? entities.AuthorizationCode
    const by = { clientId: client?.clientId, address: ctx.ip }
    const owner = { type: 'user', id: source?.accountId } as const
    const details = { grant_type: String(params?.grant_type ?? '') }
    log.warn({ clientId: by.clientId }, 'a code or refresh token was used again; what came of it was revoked')
    saveAuditEvent(db, by, 'token.replayed', owner, details).catch((err: unknown) =>
      log.error({ err }, 'an audit event could not be written'),
    )
  })
}
