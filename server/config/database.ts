import { ConfigError, given, setting, valueOrDefault } from './setting.ts'
import { parseInteger, parsePostgresUrl, parseSwitch } from './values.ts'

/** Which database, and how it is reached. */
export interface DatabaseConfig {
  /** Absent: the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | undefined
  /** Absent: `databaseUrl` leads to PostgreSQL itself. */
  readonly databaseDirectUrl: string | undefined
  /** Absent: the primary answers everything. */
  readonly databaseReplicaUrl: string | undefined
  readonly databasePoolSize: number
  readonly databasePrepared: boolean
}

/** The variables of this part, in the order of the documentation. */
export const databaseSettings = {
  databaseUrl: setting(
    'DATABASE_URL',
    'an embedded PostgreSQL in DATA_DIR',
    'PostgreSQL 15 or newer: `postgres://user:password@host:port/database`.',
    parsePostgresUrl,
  ),
  databaseDirectUrl: setting(
    'DATABASE_DIRECT_URL',
    'the same as DATABASE_URL',
    'Address of PostgreSQL itself, where DATABASE_URL names a pooler that hands connections on between transactions: migrations, notifications and commands need a connection to themselves.',
    parsePostgresUrl,
  ),
  databaseReplicaUrl: setting(
    'DATABASE_REPLICA_URL',
    'none: DATABASE_URL answers everything',
    'Address of a streaming replica, which then answers lists, searches and the reading of exports, never what decides about access. While it is away or more than ten seconds behind, DATABASE_URL answers them.',
    parsePostgresUrl,
  ),
  databasePoolSize: setting(
    'DATABASE_POOL_SIZE',
    '10',
    'Most connections to the database that one process holds open for requests; as many again to a replica.',
    parseInteger(1, 500),
  ),
  databasePrepared: setting(
    'DATABASE_PREPARED',
    'on',
    'Whether connections keep their statements prepared. `off` behind a pooler that hands connections on and does not know prepared statements: PgBouncer before 1.21, or with `max_prepared_statements = 0`.',
    parseSwitch,
  ),
} as const

/** Reads the settings of the database. @throws ConfigError */
export function readDatabaseConfig(env: NodeJS.ProcessEnv): DatabaseConfig {
  const databaseUrl = given(env, databaseSettings.databaseUrl)
  const databaseDirectUrl = given(env, databaseSettings.databaseDirectUrl)
  if (databaseDirectUrl && !databaseUrl) throw new ConfigError('DATABASE_DIRECT_URL', 'goes with DATABASE_URL only')
  const databaseReplicaUrl = given(env, databaseSettings.databaseReplicaUrl)
  if (databaseReplicaUrl && !databaseUrl) throw new ConfigError('DATABASE_REPLICA_URL', 'goes with DATABASE_URL only')
  return {
    databaseUrl,
    databaseDirectUrl,
    databaseReplicaUrl,
    databasePoolSize: valueOrDefault(env, databaseSettings.databasePoolSize),
    databasePrepared: valueOrDefault(env, databaseSettings.databasePrepared),
  }
}
