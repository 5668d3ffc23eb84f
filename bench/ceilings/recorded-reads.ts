import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { sha256 } from '../../server/crypto/hash.ts'
import { findTokenCaller } from '../../server/db/queries/callers.ts'
import { findUser } from '../../server/db/queries/users.ts'
import type { Database } from '../../server/db/schema.ts'

/** A statement as the driver sends it, prepared. */
export type Statement = pg.QueryConfig

/** The statement of one `getUserDetails` as our server sends it, and what is left of it without a token. */
export interface Reads {
  readonly checked: Statement
  readonly unchecked: Statement
}

/** Writes the statements down while our own queries run once. */
export async function recordReads(pool: pg.Pool, claims: JWTPayload): Promise<Reads> {
  const recorded: Statement[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query: { sql: text, parameters } }) => {
      recorded.push({ name: createHash('sha256').update(text).digest('base64url'), text, values: [...parameters] })
    },
  })
  const { jti = '', sub = '', scope, client_id: clientId, grant_id: grantId } = claims as Record<string, string>
  const scopes = scope?.split(' ') ?? []
  const grantHash = grantId === undefined ? undefined : sha256(grantId)
  const caller = await findTokenCaller(db, {
    tokenHash: sha256(jti),
    grantHash,
    userId: sub,
    clientId: clientId ?? '',
    scopes,
  })
  const user = await findUser(db, sub)
  const [checked, unchecked] = recorded
  if (!caller || !user || !checked || !unchecked) throw new Error('the token stands for nobody')
  return { checked, unchecked }
}
