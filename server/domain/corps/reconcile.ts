import { saveAuditEvent, saveAuditEvents } from '../../db/queries/audit.ts'
import {
  deleteCorpMembers,
  deleteDepartments,
  insertDepartments,
  listCorpDepartments,
  listCorpMembers,
  listLocalChildren,
  parkOrganizations,
  placeOrganizations,
  type StoredMember,
  saveCorpDepartments,
  saveCorpMembers,
} from '../../db/queries/corp-directory.ts'
import { deleteMemberLogins, renameMemberLogins, syncMemberships } from '../../db/queries/corp-memberships.ts'
import { lockOrganizationTree } from '../../db/queries/organizations.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { Directory, type Member } from './directory.ts'
import { planTree } from './tree.ts'

/** Which enterprise, here and at the provider. */
export interface LinkedCorp {
  readonly corpId: string
  readonly externalId: string
}

/** What is known of an enterprise: all departments, and all members or those with these keys. Two statements. */
export async function loadDirectory(db: Db, corpId: string, keys?: readonly string[]): Promise<Directory> {
  const directory = new Directory()
  for (const { externalId, parentExternalId, name } of await listCorpDepartments(db, corpId)) {
    directory.addDepartment({ id: externalId, parentId: parentExternalId, name, order: undefined })
  }
  for (const { memberId, departments, mainDepartment } of await listCorpMembers(db, corpId, keys)) {
    directory.addMember({ id: memberId, departments, mainDepartment: mainDepartment ?? undefined })
  }
  return directory
}

/**
 * Makes tree, members and memberships of an enterprise what a directory says. The caller holds the lock of its link. At most 19
 * statements, whatever the number of departments and members.
 * @param keys the members that the directory tells of; all when left out, so that whoever is not in it is none
 */
export async function reconcile(
  trx: Db,
  by: Actor,
  corp: LinkedCorp,
  directory: Directory,
  keys?: readonly string[],
): Promise<void> {
  const { corpId, externalId } = corp
  const departments = await reconcileTree(trx, corpId, directory)
  const before = new Map((await listCorpMembers(trx, corpId, keys)).map((member) => [member.memberKey, member]))
  const members = [...directory.members].map(([key, member]) => stored(key, member))
  const changed = members.filter((member) => !isSame(before.get(member.memberKey), member))
  const gone = [...before.keys()].filter((key) => !directory.members.has(key))
  if (changed.length > 0) await saveCorpMembers(trx, corpId, changed)
  if (gone.length > 0) await deleteCorpMembers(trx, corpId, gone)
  await unbindWhoLeft(trx, by, externalId, [...directory.gone])
  if (directory.renamed.size > 0) {
    const renamed = [...directory.renamed].map(([to, from]) => ({ from, to }))
    await renameMemberLogins(trx, externalId, renamed)
  }
  const { added, removed } = await syncMemberships(trx, corpId)
  const details = { ...departments, membershipsAdded: added, membershipsRemoved: removed }
  if (Object.values(details).every((count) => count === 0)) return
  await saveAuditEvent(trx, by, 'corp.directory_changed', { type: 'organization', id: corpId }, details)
}

async function reconcileTree(trx: Db, corpId: string, { departments }: Directory) {
  await lockOrganizationTree(trx)
  const known = await listCorpDepartments(trx, corpId)
  const local = await listLocalChildren(trx, corpId)
  const plan = planTree(corpId, known, local, departments)
  const parked = [...plan.changed.map(({ id }) => id), ...plan.removed]
  // Two that exchange their names would each find the other's taken.
  if (parked.length > 0) await parkOrganizations(trx, parked)
  if (plan.added.length > 0) await insertDepartments(trx, plan.added)
  if (plan.known.length > 0) await saveCorpDepartments(trx, corpId, plan.known)
  if (plan.changed.length > 0) await placeOrganizations(trx, plan.changed)
  if (plan.removed.length > 0) await deleteDepartments(trx, plan.removed)
  return {
    departmentsAdded: plan.added.length,
    departmentsChanged: plan.changed.length,
    departmentsRemoved: plan.removed.length,
  }
}

/** An id that has become free may be given to somebody else, who must not find the account of whoever had it before. */
async function unbindWhoLeft(trx: Db, by: Actor, externalId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const users = await deleteMemberLogins(trx, externalId, keys)
  if (users.length === 0) return
  await saveAuditEvents(
    trx,
    by,
    'user.external_login_removed',
    users.map((id) => ({ subject: { type: 'user', id }, details: { providers: ['WeCom'] } })),
  )
}

function stored(key: string, { id: memberId, departments, mainDepartment }: Member): StoredMember {
  return { memberKey: key, memberId, departments: [...departments], mainDepartment: mainDepartment ?? null }
}

function isSame(before: StoredMember | undefined, now: StoredMember): boolean {
  return (
    before !== undefined &&
    before.memberId === now.memberId &&
    before.mainDepartment === now.mainDepartment &&
    before.departments.join() === now.departments.join()
  )
}
