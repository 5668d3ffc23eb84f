import type { Db } from '../schema.ts'

/** The logo with that SHA-256. One statement. */
export async function findLogo(db: Db, logoHash: Buffer): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('logo')
    .where('logoHash', '=', logoHash)
    .limit(1)
    .executeTakeFirst()
  return row?.logo ?? undefined
}
