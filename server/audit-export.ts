import type { Config } from './config/config.ts'
import { auditDestination } from './connectors/audit/destination.ts'
import type { Db } from './db/schema.ts'
import { AuditExport } from './domain/audit-export/audit-export.ts'
import type { Logger } from './log/log.ts'

/** Begins to hand the audit log on, where that is configured. */
export async function startAuditExport(
  { auditExport: target }: Config,
  db: Db,
  log: Logger,
): Promise<AuditExport | undefined> {
  if (target === undefined) return undefined
  const running = new AuditExport({ db, destination: auditDestination(target), log })
  await running.start()
  return running
}
