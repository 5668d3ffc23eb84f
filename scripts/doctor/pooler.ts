import { type Config, ConfigError } from '../../server/config/config.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { findPooler, type Pooler, refusePooler } from '../../server/db/pooler.ts'
import type { Logger } from '../../server/log/log.ts'
import { ask } from './ask.ts'
import { type Finding, ok, warning, wrong } from './check.ts'

const section = 'see "Behind a pooler" in docs/operations.md'

/** Whether a pooler stands before the database, and a node can work through it. */
export async function checkPooler(config: Config, log: Logger): Promise<Finding[]> {
  const { databaseUrl: url, databaseDirectUrl, databaseReplicaUrl: replicaUrl, databasePrepared } = config
  if (url === undefined) return []
  const directUrl = databaseDirectUrl ?? url
  try {
    const pooler = await findPooler(url)
    await refusePooler({ url, directUrl, replicaUrl, prepared: databasePrepared })
    // As a node connects, which asks for limits that a pooler may refuse.
    await (await connectDatabase({ url, poolSize: 1, log })).close()
    if (directUrl !== url && !(await same(url, directUrl))) {
      const says = 'DATABASE_URL and DATABASE_DIRECT_URL do not lead to the same database'
      return [wrong('pooler', says, 'let both name it, the one by way of the pooler')]
    }
    return pooler ? judge(pooler, databasePrepared) : [ok('pooler', 'none: DATABASE_URL leads to PostgreSQL itself')]
  } catch (error) {
    if (error instanceof ConfigError) return [wrong('pooler', error.message, section)]
    throw error
  }
}

function judge({ handsOn, knowsPrepared, limited }: Pooler, prepared: boolean): Finding[] {
  const findings = [
    handsOn
      ? ok('pooler', `hands connections on between transactions; prepared statements are ${prepared ? 'on' : 'off'}`)
      : ok('pooler', 'keeps a connection for each of ours, as if it were not there'),
  ]
  if (handsOn && knowsPrepared && !prepared) {
    findings.push(warning('pooler', 'it knows prepared statements', 'set DATABASE_PREPARED=on, which is cheaper'))
  }
  if (!limited) {
    const says = 'no limit of time comes through it: statements may run, and transactions stay open, without end'
    findings.push(warning('pooler', says, `give the role limits of its own; ${section}`))
  }
  return findings
}

/** Whether two addresses lead to one database of one running server. */
async function same(...urls: readonly [string, string]): Promise<boolean> {
  const [one, other] = await Promise.all(urls.map(identity))
  return one === other
}

async function identity(url: string): Promise<string | undefined> {
  const [found] = await ask<{ identity: string }>(
    url,
    `select current_database() || ' ' || pg_postmaster_start_time() as identity`,
  )
  return found?.identity
}
