import pg from 'pg'
import { applicationName } from '../../server/db/application-name.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { foldRowCounts } from '../../server/db/queries/purge.ts'
import { hashPassword } from '../../server/domain/passwords/hashing.ts'
import type { Logger } from '../../server/log/log.ts'
import { demoUsers, seedDemo } from '../../server/seed/demo.ts'
import { UsageError } from '../command.ts'
import { applicationSide } from './application-side.ts'
import { directory, roleGroups } from './directory.ts'
import { expiredRows } from './expired.ts'
import { loadFunctions } from './functions.ts'
import { remakeIndexes, takeIndexes } from './indexes.ts'
import { records } from './records.ts'
import { signOn } from './sign-on.ts'
import type { LoadSizes, LoadStep } from './step.ts'

/** The password of everybody who is loaded: they share its hash. */
export const loadPassword = 'Load.123456'

/** Rows of one statement: few enough that progress is seen. */
const batch = 20_000

/** How a database is loaded. */
export interface LoadSettings extends LoadSizes {
  readonly url: string
  readonly log: Logger
  /** Whether the database may hold what nobody has loaded. */
  readonly besideOthers: boolean
  /** Told of each step. */
  readonly progress: (line: string) => void
}

/**
 * Fills a migrated database with the demo data and as many plausible users as are asked for, with organizations, roles, accounts,
 * sessions, tokens and records, a set of rows with each statement. It is one transaction: a load that breaks off leaves nothing.
 * Whoever else works with the database waits, unless it is loaded beside others; afterwards it is counted and analyzed.
 * @throws UsageError when the database holds what is not to be there
 */
export async function loadDatabase({ url, log, besideOthers, progress, ...sizes }: LoadSettings): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName('load') })
  await client.connect()
  const { db, close } = await connectDatabase({ url, poolSize: 1, log })
  try {
    await refuseFilled(client, besideOthers)
    const applicationId = await seedDemo(db)
    await client.query(`set maintenance_work_mem = '512MB'; ${loadFunctions(sizes, new Date())}`)
    await client.query('begin')
    const indexes = besideOthers ? [] : await takeIndexes(client)
    const steps = [
      ...directory(sizes, await hashPassword(loadPassword)),
      ...roleGroups(sizes),
      ...applicationSide(sizes, applicationId),
      ...signOn(sizes),
      ...records(sizes),
      ...expiredRows(sizes),
    ]
    for (const step of steps) await run(client, step, progress)
    await remakeIndexes(client, indexes, progress)
    await client.query('commit')
    progress('kept counts')
    while ((await foldRowCounts(db, 1_000)) > 0);
    progress('vacuum and analyze')
    await client.query('vacuum analyze')
  } finally {
    await close()
    await client.end()
  }
}

async function refuseFilled(client: pg.Client, besideOthers: boolean): Promise<void> {
  const { rows } = await client.query<{ loaded: boolean; others: boolean }>(
    `select exists (select from organizations where code = 'load-1') as loaded,
      exists (select from users where user_name <> all($1)) as others`,
    [demoUsers.map(({ userName }) => userName)],
  )
  if (rows[0]?.loaded) throw new UsageError('this database was loaded before: reset it first')
  if (rows[0]?.others && !besideOthers) {
    throw new UsageError('this database has users that are not of the demo data: --beside-others loads it all the same')
  }
}

async function run(client: pg.Client, { name, rows, sql }: LoadStep, progress: (line: string) => void): Promise<void> {
  const started = performance.now()
  for (let from = 1; from <= rows; from += batch) {
    const to = Math.min(from + batch - 1, rows)
    await client.query(sql, [from, to])
    const seconds = ((performance.now() - started) / 1_000).toFixed(1)
    if (to === rows || to % (batch * 10) === 0) progress(`${name}: ${to} of ${rows}, ${seconds} s`)
  }
}
