import { type Acceptance, listAcceptances } from '../../db/queries/acceptances.ts'
import { listAllowances } from '../../db/queries/allowances.ts'
import { listUserEvents, saveAuditEvent, type UserEvent } from '../../db/queries/audit.ts'
import { type ExternalLogin, findUserLogins } from '../../db/queries/external-logins.ts'
import { listUserOrganizations, type UserOrganization } from '../../db/queries/memberships.ts'
import { listSignInHistory, type SignInEntry } from '../../db/queries/sign-in-history.ts'
import { listUserSessions, type UserSession } from '../../db/queries/user-sessions.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'

/** The latest of each kind: nobody reads more, and nobody can make the server gather without end. */
const mostOfAKind = 1000

/** Everything that is kept about a person, without what is secret. */
export interface OwnData {
  readonly user: User
  readonly identities: readonly ExternalLogin[]
  readonly organizations: readonly UserOrganization[]
  readonly acceptances: readonly Acceptance[]
  readonly sessions: readonly UserSession[]
  readonly allowed: readonly { readonly clientId: string; readonly name: string; readonly scopes: readonly string[] }[]
  readonly signIns: readonly SignInEntry[]
  readonly events: readonly UserEvent[]
}

/** Gathers what is kept about a person, and writes down that it was. Nine statements in one transaction. */
export function gatherOwnData(db: Db, by: Actor, id: string): Promise<OwnData> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await saveAuditEvent(trx, by, 'user.data_downloaded', { type: 'user', id })
      const allowed = await listAllowances(trx, id, mostOfAKind)
      return {
        user: (await findUser(trx, id)) ?? refuse('account_gone'),
        identities: (await findUserLogins(trx, [id])).flatMap(({ logins }) => logins),
        organizations: await listUserOrganizations(trx, id, mostOfAKind),
        acceptances: await listAcceptances(trx, id, mostOfAKind),
        sessions: await listUserSessions(trx, id, mostOfAKind),
        allowed: allowed.map(({ clientId, name, scope }) => ({
          clientId,
          name,
          scopes: [...new Set(scope?.split(' ').filter(Boolean))],
        })),
        signIns: await listSignInHistory(trx, id, mostOfAKind),
        events: await listUserEvents(trx, id, mostOfAKind),
      }
    })
}
