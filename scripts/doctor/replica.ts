import type { Config } from '../../server/config/config.ts'
import { unusable } from '../../server/db/connect.ts'
import { ask } from './ask.ts'
import { type Finding, ok, warning, wrong } from './check.ts'

/** More than a replica is behind that takes changes as they come. */
const farBehind = 64 * 1024 * 1024

interface Primary {
  readonly position: string
  readonly system: string
  readonly version: string
}
interface Standby {
  readonly standby: boolean
  readonly replayed: string | null
  readonly behind: string | null
  readonly system: string
  readonly version: string
  readonly connections: number
}

const version = `current_setting('server_version_num')::int / 10000`
const system = '(select system_identifier::text from pg_control_system())'

/** What stands at DATABASE_REPLICA_URL, held against the primary; nothing where none is named. */
export async function checkReplica(config: Config): Promise<Finding[]> {
  const { databaseUrl, databaseDirectUrl, databaseReplicaUrl: replicaUrl, databasePoolSize: poolSize } = config
  const primaryUrl = databaseDirectUrl ?? databaseUrl
  if (primaryUrl === undefined || replicaUrl === undefined) return []
  try {
    const [primary] = await ask<Primary>(
      primaryUrl,
      `select pg_current_wal_flush_lsn()::text as position, ${system} as system, ${version} as version`,
    )
    const [replica] = await ask<Standby>(
      replicaUrl,
      `select pg_is_in_recovery() as standby, pg_last_wal_replay_lsn()::text as replayed,
        pg_wal_lsn_diff($1, pg_last_wal_replay_lsn())::text as behind, ${system} as system, ${version} as version,
        current_setting('max_connections')::int as connections`,
      [primary?.position],
    )
    return primary && replica ? judge(replica, primary, poolSize) : []
  } catch (error) {
    const says = unusable(error).message.replace('DATABASE_URL ', '')
    return [warning('replica', says, 'the primary answers what it would; see that it runs, and DATABASE_REPLICA_URL')]
  }
}

function judge(replica: Standby, primary: Primary, poolSize: number): Finding[] {
  if (!replica.standby) {
    return [wrong('replica', 'it is no standby', 'let DATABASE_REPLICA_URL name one, or take it away')]
  }
  if (replica.system !== primary.system) {
    return [wrong('replica', 'it is a replica of another database', 'let it follow the one of DATABASE_URL')]
  }
  if (poolSize + 1 > replica.connections) {
    const says = `it takes ${replica.connections} connections, fewer than DATABASE_POOL_SIZE ${poolSize} and one`
    return [wrong('replica', says, 'lower DATABASE_POOL_SIZE, or raise max_connections')]
  }
  const behind = Math.max(0, Number(replica.behind))
  const says = `PostgreSQL ${replica.version}, ${(behind / 1024 / 1024).toFixed(1)} MiB of changes behind`
  const advice = 'see pg_stat_replication on the primary; the primary answers while it is more than ten seconds behind'
  return [behind > farBehind ? warning('replica', says, advice) : ok('replica', says)]
}
