import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'

/**
 * Notes a picture whose file is about to be written, unless the user has `most` already, replaced ones among them. Uploads that
 * run at the same moment may go beyond by their number. One statement.
 * @param seconds how long the upload may take
 * @returns whether it was noted
 */
export async function insertProfileImage(
  db: Db,
  image: { readonly name: string; readonly userId: string },
  { most, seconds }: { readonly most: number; readonly seconds: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into profile_images (name, user_id, expires_at)
    select ${image.name}, users.id, ${inSeconds(seconds)} from users
    where users.id = ${image.userId}
      and (select count(*) from profile_images where profile_images.user_id = users.id) < ${most}`.execute(db)
  return numAffectedRows === 1n
}

/** Lets the picture that a user has go after a while. The user's row is to be locked. One statement. */
export async function replaceProfileImage(db: Db, userId: string, graceSeconds: number): Promise<void> {
  await db
    .updateTable('profileImages')
    .set({ expiresAt: inSeconds(graceSeconds) })
    .where('userId', '=', userId)
    .where('expiresAt', 'is', null)
    .execute()
}

/** Makes a picture the one that its user has. One statement. @returns whether its time was not over yet */
export async function keepProfileImage(db: Db, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('profileImages')
    .set({ expiresAt: null })
    .where('name', '=', name)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lets a picture go at once that no user has. One statement. @returns whether it was such a one */
export async function endUnusedProfileImage(db: Db, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('profileImages')
    .set({ expiresAt: sql`now()` })
    .where('name', '=', name)
    .where('expiresAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Pictures whose time is over, or whose user is gone. One statement. */
export async function findExpiredProfileImages(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('profileImages')
    .select('name')
    .where((eb) => eb.or([eb('expiresAt', '<=', sql<Date>`now()`), eb('userId', 'is', null)]))
    .limit(most)
    .execute()
  return rows.map(({ name }) => name)
}

/** Removes pictures whose files are gone. One statement. */
export async function deleteProfileImages(db: Db, names: readonly string[]): Promise<void> {
  await db.deleteFrom('profileImages').where(sql<boolean>`name = any(${names})`).execute()
}
