import type { Db, NewRow, Row } from '../schema.ts'

/** A text of the operator, as it was accepted. */
export type Acceptance = Row<'acceptances', readonly ['document', 'address', 'version', 'acceptedAt']>

/** Writes down what a person has accepted; what was accepted before stays as it is. One statement. */
export async function insertAcceptances(
  db: Db,
  acceptances: readonly Omit<NewRow<'acceptances'>, 'acceptedAt'>[],
): Promise<void> {
  await db
    .insertInto('acceptances')
    .values(acceptances)
    .onConflict((conflict) => conflict.columns(['userId', 'document', 'address', 'version']).doNothing())
    .execute()
}

/** What a person has accepted, the latest first. One statement. */
export function listAcceptances(db: Db, userId: string, limit: number): Promise<Acceptance[]> {
  return db
    .selectFrom('acceptances')
    .select(['document', 'address', 'version', 'acceptedAt'])
    .where('userId', '=', userId)
    .orderBy('acceptedAt', 'desc')
    .orderBy('document')
    .limit(limit)
    .execute()
}
