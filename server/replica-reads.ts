import type { Perform } from './contract/dispatch.ts'
import type { HandlerId } from './contract/types.ts'
import type { Replica } from './db/replica.ts'
import type { Db } from './db/schema.ts'
import type { Actor } from './domain/actor.ts'
import { ApplicationAccounts } from './domain/application-side/application-accounts.ts'
import { ApplicationOrganizations } from './domain/application-side/application-organizations.ts'
import { LoginRecords } from './domain/login-records/login-records.ts'
import { OemUsers } from './domain/oem-users/oem-users.ts'
import { DepartmentChains } from './domain/organizations/department-chains.ts'
import { Organizations } from './domain/organizations/organizations.ts'
import { ManagedUsers } from './domain/users/managed-users.ts'
import { Users } from './domain/users/users.ts'
import type { Logger } from './log/log.ts'
import type { Metrics } from './log/metrics.ts'
import type { Deps } from './services.ts'

/**
 * What may be answered by a replica, some seconds late: lists and searches that walk over many rows. Who calls, and what they may, is
 * read from the primary all the same. Not here: whatever names one thing; what an application reads to decide about access, such as a
 * person's state, the logins of a person or the members of a role; role groups, whose list depends on who may read them; and lists of
 * a few rows, such as those of exports.
 */
const fromReplica: ReadonlySet<string> = new Set<HandlerId>([
  'getDepartmentChain',
  'listApplicationAccounts',
  'listApplicationOrganizations',
  'listLoginRecords',
  'listOemUsers',
  'listOrganizations',
  'listTenantUsers',
  'listUserGuids',
  'listUsers',
  'searchUsers',
])

/** What only reads although it is no GET. Every other operation that is no GET counts as a write of its caller. */
const readByPost: ReadonlySet<string> = new Set<HandlerId>([
  'findTenantUserByUserName',
  'findUserGuids',
  'findUsersByExternalLogin',
  'queryExternalLogins',
  'queryUserDetails',
  'submitUserInfoRequest',
])

/** The services of those operations, over another database. */
const readersOver = (db: Db, log: Logger): Partial<Deps> => {
  const organizations = new Organizations(db)
  return {
    applicationAccounts: new ApplicationAccounts(db),
    applicationOrganizations: new ApplicationOrganizations(db),
    departmentChains: new DepartmentChains(db, log),
    loginRecords: new LoginRecords(db),
    managedUsers: new ManagedUsers(db),
    oemUsers: new OemUsers(db),
    organizations,
    users: new Users(db, organizations),
  }
}

/** Has operations answered from a replica where they may be, and remembers who has written (decision 35). */
export function replicaReads(replica: Replica, deps: Deps, log: Logger): Perform {
  const readers: Deps = { ...deps, ...readersOver(replica.db, log) }
  return async ({ info, request }, { id, errorFormat }, caller, answer) => {
    const by = (caller ?? {}) as Actor
    const onPrimary = async () => answer(deps)
    if (fromReplica.has(id)) return replica.read(by, async () => answer(readers), onPrimary)
    if (request.method === 'GET' || readByPost.has(id)) return onPrimary()
    // A form may end the session, so whose it is has to be known before.
    const person = errorFormat === 'html' ? (await deps.visitors.find(info.cookies))?.user : undefined
    try {
      return await onPrimary()
    } finally {
      const writer = person ? { userId: person.id } : by
      await replica.wrote(writer).catch((err: unknown) => log.warn({ err }, 'it was not noted who has written'))
    }
  }
}

/** Shows how a replica does. */
export function showReplica(replica: Replica, metrics: Metrics): void {
  metrics.gauge('database_replica_lag_seconds', 'How far the replica is behind.', () => replica.lag, 'max')
  const help = 'What a replica may read, by who has read it: the replica, or the primary and why.'
  metrics.counts('database_reads_total', help, 'by', () => replica.reads)
}
