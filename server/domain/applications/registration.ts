import { v7 as newId } from 'uuid'
import { sha256 } from '../../crypto/hash.ts'
import { addPermissionCodes, insertApplications } from '../../db/queries/applications.ts'
import { saveAuditEvent, saveAuditEvents } from '../../db/queries/audit.ts'
import type { Db, NewRow } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import type { permissionCodes } from './permission-codes.ts'

/** A new application; without a secret it is a public client. */
export type NewApplication = Omit<
  NewRow<'applications'>,
  'id' | 'secretHash' | 'tokenEndpointAuthMethod' | 'signingPublicJwk' | 'signingPrivateKey' | 'createdAt' | 'updatedAt'
> & {
  /** A new one when it is left out. */
  readonly id?: string | undefined
  readonly secret?: string | undefined
}

/** Registers applications whose client ids are free; the others stay as they are. Four statements at most. */
export async function registerApplications(db: Db, by: Actor, applications: readonly NewApplication[]): Promise<void> {
  const rows = applications.map(({ id = newId(), secret, ...application }) => ({
    ...application,
    id,
    secretHash: secret ? sha256(secret) : null,
    tokenEndpointAuthMethod: secret ? ('client_secret_basic' as const) : ('none' as const),
  }))
  await transact(db, async (trx) => {
    const ids = await insertApplications(trx, rows)
    if (ids.length === 0) return
    const events = ids.map((id) => ({ subject: { type: 'application', id } as const }))
    await saveAuditEvents(trx, by, 'application.registered', events)
  })
}

/** Allows an application more of the management interfaces. Four statements at most. */
export async function grantPermissions(
  db: Db,
  by: Actor,
  clientId: string,
  codes: readonly (typeof permissionCodes)[number][],
): Promise<void> {
  await transact(db, async (trx) => {
    const id = await addPermissionCodes(trx, clientId, codes)
    if (id === undefined) return
    await saveAuditEvent(trx, by, 'application.permissions_granted', { type: 'application', id }, { codes })
  })
}
