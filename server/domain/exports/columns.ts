import type { ManagedUser } from '../users/managed-users.ts'

/** What a file has of each user, under the names and in the forms of the API. */
const columns: readonly (readonly [name: string, of: (user: ManagedUser) => string | null])[] = [
  ['guid', ({ id }) => id],
  ['userName', ({ userName }) => userName],
  ['firstName', ({ firstName }) => firstName],
  ['lastName', ({ lastName }) => lastName],
  ['displayName', ({ displayName }) => displayName],
  ['profileImage', ({ profileImage }) => profileImage],
  ['preferredLanguage', ({ preferredLanguage }) => preferredLanguage],
  ['itc', ({ itc }) => itc],
  ['phone', ({ phone }) => phone],
  ['email', ({ email }) => email],
  ['accountState', ({ accountState }) => accountState],
  ['createTime', ({ createdAt }) => createdAt.toISOString()],
  ['updateTime', ({ updatedAt }) => updatedAt.toISOString()],
  ['lastLoginTime', ({ lastSignInAt }) => lastSignInAt?.toISOString() ?? null],
]

/** One line of a file. */
export type Row = readonly string[]

/** The first line. */
export const head: Row = columns.map(([name]) => name)

/** The line of a user; what is unknown is empty. */
export const rowOf = (user: ManagedUser): Row => columns.map(([, of]) => of(user) ?? '')
