import { saveAuditEvents } from '../../db/queries/audit.ts'
import { insertPasswords } from '../../db/queries/password-credentials.ts'
import { findUsersByKeys, insertUsers, type KeyedUser, lockManyInserts, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { Failure, type FailureKind } from '../failure.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { type Draft, draftOf, type NewUser } from './draft.ts'
import { judgedEdit } from './edit.ts'

/** What came of one user of a list: the new user, or why there is none and who has its name, number or address. */
export type Creation =
  | { readonly failure: null; readonly user: User }
  | { readonly failure: Failure; readonly user: User | null }

/**
 * Creates users, each for itself: one that fails leaves the others alone, and of two that want the same name, number or address
 * the earlier gets it, whoever calls at the same time. Seven statements, whatever the number of users; one when all are there
 * already.
 * @returns one result per user, in their order
 */
export async function createUsers(db: Db, by: Actor, users: readonly NewUser[]): Promise<Creation[]> {
  const judged = users.map(judgedDraft)
  const drafts = judged.filter((draft): draft is Draft => !(draft instanceof Failure))
  const holders = await findHolders(db, drafts)
  const free = drafts.filter((draft) => !conflictOf(draft, holders))
  const created = new Map<string, User>()
  if (free.length > 0) {
    const hashes = await hashAll(free)
    const inserted = await transact(db, async (trx) => {
      // Two lists that hold the same people in another order would wait for each other.
      if (free.length > 1) await lockManyInserts(trx)
      return insertDrafts(trx, by, free, hashes)
    })
    for (const user of inserted) created.set(user.id, user)
    const late = free.filter(({ row }) => !created.has(row.id))
    if (late.length > 0) holders.push(...(await findHolders(db, late)))
  }
  return judged.map((draft) => {
    if (draft instanceof Failure) return { failure: draft, user: null }
    const user = created.get(draft.row.id)
    return user ? { failure: null, user } : refusalOf(draft, holders)
  })
}

/** Judges a new user whose names and language are held against the rules that edits are. */
export function judgedDraft(user: NewUser): Draft | Failure {
  const { firstName, lastName, displayName, preferredLanguage } = user
  const judged = judgedEdit({
    firstName: firstName || undefined,
    lastName: lastName || undefined,
    displayName: displayName || undefined,
    preferredLanguage: preferredLanguage || undefined,
  })
  return judged instanceof Failure ? judged : draftOf({ ...user, preferredLanguage: judged.preferredLanguage })
}

/**
 * Inserts those whose name, number and address are free, with their passwords and audit events. Three statements.
 * @param hashes the passwords' hashes by the users' ids
 * @returns those that were inserted
 */
export async function insertDrafts(
  trx: Db,
  by: Actor,
  drafts: readonly Draft[],
  hashes: ReadonlyMap<string, string>,
): Promise<User[]> {
  const inserted = await insertUsers(
    trx,
    drafts.map(({ row }) => row),
  )
  if (inserted.length === 0) return inserted
  const ids = new Set(inserted.map(({ id }) => id))
  const passwords = drafts.flatMap(({ row: { id: userId }, mustChangePassword: mustChange }) => {
    const hash = ids.has(userId) ? hashes.get(userId) : undefined
    return hash ? [{ userId, hash, mustChange }] : []
  })
  if (passwords.length > 0) await insertPasswords(trx, passwords)
  const events = inserted.map(({ id }) => ({ subject: { type: 'user', id } as const }))
  await saveAuditEvents(trx, by, 'user.created', events)
  return inserted
}

/** Hashes one after the other: a long list takes one place in the gate's queue and leaves the others to who signs in. */
export async function hashAll(drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>()
  for (const { row, password } of drafts) {
    if (password !== undefined) hashes.set(row.id, await hashPassword(password))
  }
  return hashes
}

/** Users who have the name, number or address of one of these. One statement. */
export function findHolders(db: Db, drafts: readonly Draft[]): Promise<KeyedUser[]> {
  return findUsersByKeys(db, {
    userNames: drafts.map(({ keys }) => keys.userName),
    phones: drafts.flatMap(({ keys }) => keys.phone ?? []),
    emails: drafts.flatMap(({ keys }) => keys.email ?? []),
  })
}

/** Why a draft was not inserted; `conflict` when whoever was in its way is gone again. */
export function refusalOf(draft: Draft, holders: readonly KeyedUser[]): { failure: Failure; user: User | null } {
  const [kind, user] = conflictOf(draft, holders) ?? ['conflict', null]
  return { failure: new Failure(kind), user }
}

function conflictOf({ keys }: Draft, holders: readonly KeyedUser[]): [FailureKind, User] | undefined {
  for (const holder of holders) {
    if (keys.phone !== undefined && holder.phoneKey === keys.phone) return ['phone_taken', holder]
    if (keys.email !== undefined && holder.emailKey === keys.email) return ['email_taken', holder]
    if (holder.userNameKey === keys.userName) return ['user_name_taken', holder]
  }
  return undefined
}
