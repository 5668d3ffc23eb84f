import type pg from 'pg'
import type { Step } from '../walk.ts'
import type { Call } from './call.ts'
import type { GrownDatabase } from './databases.ts'
import { type Site, send } from './site.ts'

/** A server on a database of one size. */
export interface GrownServer {
  readonly database: GrownDatabase
  readonly site: Site
}

/** What one call costs at one size. */
export interface Cost {
  /** The fastest of the requests, in milliseconds: what else the machine does only adds to it. */
  readonly ms: number
  /** What the database takes of that, each statement at its fastest. */
  readonly databaseMs: number
  readonly statements: number
  /** Pages of PostgreSQL's that its statements touched, in memory or not. */
  readonly buffers: number
}

/** As often as a statement is planned before PostgreSQL may keep one plan for all values, and some more. */
const warmUps = 8

/**
 * Measures a call on all servers in turns. What it needs is made first, so that it does not count.
 * @returns what it costs, in the order of the servers
 */
export async function measureCall(
  call: Call,
  servers: readonly GrownServer[],
  admin: pg.Client,
  rounds: number,
): Promise<Cost[]> {
  const steps: Step[][] = []
  for (const { site } of servers) {
    const own: Step[] = []
    for (let n = 0; n < warmUps + rounds; n += 1) own.push(await call.step(site, n))
    steps.push(own)
  }
  const times = servers.map((): number[] => [])
  for (let n = 0; n < warmUps + rounds; n += 1) {
    if (n === warmUps) await admin.query('select pg_stat_statements_reset()')
    // Whoever is second finds the machine as the first left it: so each is first in turn.
    const turn = servers.map((_, k) => (k + n) % servers.length)
    for (const k of turn) {
      const step = steps[k]?.[n]
      const site = servers[k]?.site
      if (!step || !site) continue
      const started = performance.now()
      await send(site.origin, step)
      if (n >= warmUps) times[k]?.push(performance.now() - started)
    }
  }
  return await Promise.all(
    servers.map(async ({ database }, k) => ({
      ms: Math.min(...(times[k] ?? [])),
      ...(await statementsOf(admin, database, rounds)),
    })),
  )
}

/**
 * What ran for most of the requests counts as if for each. Where a table was vacuumed or analysed meanwhile, PostgreSQL analyses its prepared
 * statements anew, and what they run from then on stands under another id and text: of the two the one with more calls tells. Statements of
 * the job queue, and those that run beside requests, do not count.
 * @throws when PostgreSQL has had no room for all of them
 */
async function statementsOf(admin: pg.Client, { name }: GrownDatabase, rounds: number): Promise<Omit<Cost, 'ms'>> {
  const { rows } = await admin.query<Omit<Cost, 'ms'> & { lost: boolean }>(
    `select coalesce(sum(times), 0)::float as statements,
      coalesce(sum((shared_blks_hit + shared_blks_read) * times / calls), 0)::float as buffers,
      coalesce(sum(min_exec_time * times), 0)::float as "databaseMs",
      (select dealloc > 0 from pg_stat_statements_info) as lost
    from pg_stat_statements join pg_database on pg_database.oid = dbid, round(calls / $2::numeric) as times
    where datname = $1 and times > 0 and coalesce(query, '') !~ 'pgboss|skip locked|readiness'`,
    [name, rounds],
  )
  const { lost = true, ...cost } = rows[0] ?? { statements: 0, buffers: 0, databaseMs: 0 }
  if (lost) throw new Error('PostgreSQL has forgotten statements: raise pg_stat_statements.max')
  return cost
}
