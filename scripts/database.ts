import { findEmbeddedPostgres, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import type { Config } from '../server/config/config.ts'
import type { Logger } from '../server/log/log.ts'

/** Runs `work` on the configured database. The embedded one is started for it and stopped afterwards. */
export async function withDatabase<T>(config: Config, log: Logger, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return await work(config.databaseUrl)
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
  const running = config.databaseUrl ?? (await findEmbeddedPostgres(config.dataDir))
  return running ? await work(running) : await withDatabase(config, log, work)
}
