import { findEmbeddedPostgres, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import type { Config } from '../server/config/config.ts'
import type { Logger } from '../server/log/log.ts'

/** Where the configured database is, past any pooler: a command works on one connection to the end. */
const addressOf = ({ databaseDirectUrl, databaseUrl }: Config) => databaseDirectUrl ?? databaseUrl

/** Runs `work` on the configured database. The embedded one is started for it and stopped afterwards. */
export async function withDatabase<T>(config: Config, log: Logger, work: (url: string) => Promise<T>): Promise<T> {
  const configured = addressOf(config)
  if (configured) return await work(configured)
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

/** The same, but an embedded database that is running already is used as it is: works beside a running server. */
export async function withSharedDatabase<T>(
  config: Config,
  log: Logger,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = addressOf(config) ?? (await findEmbeddedPostgres(config.dataDir))
  return running ? await work(running) : await withDatabase(config, log, work)
}
