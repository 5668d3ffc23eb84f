import { type Config, ConfigError } from '../../server/config/config.ts'
import { decrypt, deriveKey } from '../../server/crypto/encryption.ts'
import { loadSecretKey } from '../../server/crypto/installation-key.ts'
import { connectDatabase, unusable } from '../../server/db/connect.ts'
import { openInstallation } from '../../server/db/installation-secret.ts'
import { migrationStates } from '../../server/db/migrate.ts'
import { listKeys } from '../../server/db/queries/keys.ts'
import type { Db } from '../../server/db/schema.ts'
import { defaultKeySchedule } from '../../server/domain/keys/key-ring.ts'
import type { Logger } from '../../server/log/log.ts'
import { ask } from './ask.ts'
import { type Finding, ok, warning, wrong } from './check.ts'
import { checkOperation } from './operation.ts'

const largestDifference = { warning: 2_000, wrong: 30_000 }

/** What one look at the database tells. */
interface Facts {
  readonly version: string
  readonly number: number
  readonly encoding: string
  readonly role: string
  readonly superuser: boolean
  readonly may_make_schemas: boolean
  readonly may_make_tables: boolean
  readonly read_only: boolean
  readonly trigram: boolean
  readonly icu: boolean
  readonly now: Date
  readonly connections: number
}

const facts = `
select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
  current_setting('server_encoding') as encoding, current_user as role,
  (select rolsuper from pg_roles where rolname = current_user) as superuser,
  has_database_privilege(current_database(), 'create') as may_make_schemas,
  coalesce(has_schema_privilege('public', 'create'), false) as may_make_tables,
  (pg_is_in_recovery() or current_setting('transaction_read_only')::boolean) as read_only,
  exists (select from pg_available_extensions where name = 'pg_trgm') as trigram,
  exists (select from pg_collation where collname = 'und-x-icu') as icu,
  clock_timestamp() as now,
  current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as connections`

/** The database at that address: whether the server can work with it. Changes nothing. */
export async function checkDatabase(url: string, config: Config, log: Logger): Promise<Finding[]> {
  try {
    const before = Date.now()
    const [found] = await ask<Facts>(url, facts)
    if (!found) throw new Error('the database says nothing of itself')
    const findings = judge(found, config)
    findings.push(judgeClock(found.now.getTime(), before, Date.now()))
    if (found.number < 150_000) return findings
    return [...findings, ...(await checkContent(url, config, log))]
  } catch (error) {
    const advice = 'see that it runs, and that address, password and network are right'
    return [wrong('database', unusable(error).message, advice)]
  }
}

function judge(found: Facts, { databaseUrl, databasePoolSize }: Config): Finding[] {
  const { version, role } = found
  const findings = [
    found.number >= 150_000
      ? ok('database', `PostgreSQL ${version}, as ${role}`)
      : wrong('database', `PostgreSQL ${version}; 15 or newer is needed`, 'update it'),
  ]
  const demand = (holds: boolean, says: string, advice: string) => {
    if (!holds) findings.push(wrong('database', says, advice))
  }
  demand(found.encoding === 'UTF8', `its encoding is ${found.encoding}`, 'create it with encoding UTF8')
  demand(!found.read_only, 'it takes no writes', 'connect to the primary, and see default_transaction_read_only')
  demand(
    found.may_make_schemas,
    `${role} may not make schemas, which the job queue needs`,
    `grant create on database … to ${role}`,
  )
  demand(found.may_make_tables, `${role} may not make tables`, `grant create on schema public to ${role}`)
  demand(found.trigram, 'the extension pg_trgm is not installed', 'install the contrib package of PostgreSQL')
  demand(found.icu, 'it knows no ICU collations', 'use a PostgreSQL that was built with ICU, as packages are')
  if (found.superuser && databaseUrl !== undefined) {
    const advice = 'use a role that owns the database and is no superuser'
    findings.push(warning('database', `${role} is a superuser, which the server does not need`, advice))
  }
  if (databasePoolSize + 2 > found.connections) {
    const says = `it takes ${found.connections} connections, fewer than DATABASE_POOL_SIZE ${databasePoolSize} and two`
    findings.push(wrong('database', says, 'lower DATABASE_POOL_SIZE, or raise max_connections'))
  }
  return findings
}

/** The clock of the database is the one that expiry is judged by; the server's own dates what it signs. */
function judgeClock(theirs: number, before: number, after: number): Finding {
  const difference = theirs < before ? before - theirs : Math.max(0, theirs - after)
  const says = `the clocks of this machine and of the database differ by ${(difference / 1000).toFixed(1)} s`
  const advice = 'set both by NTP: tokens would be refused as expired, or as not valid yet'
  if (difference > largestDifference.wrong) return wrong('clock', says, advice)
  if (difference > largestDifference.warning) return warning('clock', says, advice)
  return ok('clock', 'this machine and the database agree')
}

async function checkContent(url: string, config: Config, log: Logger): Promise<Finding[]> {
  const states = await migrationStates(url)
  const missing = states.filter(({ executedAt }) => !executedAt).map(({ name }) => name)
  if (missing.length > 0) {
    const says = `to be migrated: ${missing.join(', ')}`
    return [warning('database', says, 'the next start does it, or npm run db -- migrate')]
  }
  const { db, close } = await connectDatabase({ url, poolSize: 1, log })
  try {
    const keys = await checkKeys(db, config)
    return [ok('database', `its schema is that of this version`), ...keys, ...(await checkOperation(db, config))]
  } finally {
    await close()
  }
}

/** Whether the keys can be opened with this SECRET_KEY, and one signs. */
async function checkKeys(db: Db, config: Config): Promise<Finding[]> {
  const keys = await listKeys(db)
  if (keys.length === 0) return [warning('keys', 'there are none yet', 'the first start makes them')]
  const root = await openInstallation(db, await loadSecretKey(config)).catch((error: unknown) => {
    if (error instanceof ConfigError) return undefined
    throw error
  })
  if (!root) {
    return [
      wrong(
        'keys',
        'SECRET_KEY does not open this installation',
        'start with the SECRET_KEY that this database was made with',
      ),
    ]
  }
  const secret = deriveKey(root, 'keys-at-rest')
  const closed = keys.filter(({ privateKey }) => {
    try {
      decrypt(secret, privateKey)
      return false
    } catch {
      return true
    }
  })
  if (closed.length > 0) {
    const says = `${closed.length} of ${keys.length} keys cannot be opened`
    return [wrong('keys', says, 'bring the table keys back from a backup')]
  }
  const signing = keys.filter(({ purpose, signsAt }) => purpose === 'signing' && signsAt.getTime() <= Date.now())
  const [newest] = signing
  if (!newest) return [wrong('keys', 'none signs', 'npm run keys -- rotate --now')]
  const age = Date.now() - newest.signsAt.getTime()
  if (age > defaultKeySchedule.signs * 1.1) {
    return [warning('keys', 'the signing keys are older than they should get', 'let a server run, which changes them')]
  }
  return [ok('keys', `${keys.length} keys; the newest signs since ${newest.signsAt.toISOString()}`)]
}
