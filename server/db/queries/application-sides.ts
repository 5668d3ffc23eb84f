import type { Db, Row } from '../schema.ts'

const columns = ['enabled', 'organizationModel', 'accountAttributes'] as const

/** What is said of an application for what it has of its own. */
export type ApplicationSide = Row<'applications', typeof columns>

/** What is said of an application, by its id. One statement. */
export function findApplicationSide(db: Db, applicationId: string): Promise<ApplicationSide | undefined> {
  return db.selectFrom('applications').select(columns).where('id', '=', applicationId).executeTakeFirst()
}

/** The same, and it stays so until the transaction ends. One statement. */
export function holdApplicationSide(trx: Db, applicationId: string): Promise<ApplicationSide | undefined> {
  return trx.selectFrom('applications').select(columns).where('id', '=', applicationId).forShare().executeTakeFirst()
}

/**
 * The same, for one at a time until the transaction ends: two that move organizations below each other would make a circle.
 * One statement.
 */
export function lockApplicationSide(trx: Db, applicationId: string): Promise<ApplicationSide | undefined> {
  return trx
    .selectFrom('applications')
    .select(columns)
    .where('id', '=', applicationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
