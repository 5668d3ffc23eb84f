import type { AuditTarget } from '../../config/audit.ts'
import type { AuditDestination } from '../../domain/audit-export/audit-export.ts'
import { fileDestination } from './file.ts'
import { syslogDestination } from './syslog.ts'

/** Makes the destination that is configured. */
export function auditDestination(target: AuditTarget): AuditDestination {
  return target.kind === 'file' ? fileDestination(target) : syslogDestination(target)
}
