import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../../server/config/config.ts'
import { loadSecretKey } from '../../server/crypto/installation-key.ts'
import { listSecretKeys } from '../../server/db/installation-secret.ts'
import { listAuditExports } from '../../server/db/queries/audit-export.ts'
import { readFigures } from '../../server/db/queries/figures.ts'
import type { Db } from '../../server/db/schema.ts'
import { type Finding, ok, warning, wrong } from './check.ts'
import { checkRoom, mayWrite } from './room.ts'

/** After how long an event that waits is late, in milliseconds. */
const late = 5 * 60_000
const answerLimit = 3_000

/** What runs beside requests: whether it goes on, and what was left half done. */
export async function checkOperation(db: Db, config: Config): Promise<Finding[]> {
  return [
    ...(await checkAuditExports(db, config)),
    ...(await checkSecretKeys(db, await loadSecretKey(config))),
    ...(await checkWork(db)),
    ok('retention', `audit ${config.auditEventDays} days, sign-ins ${config.loginRecordDays} days`),
  ]
}

async function checkAuditExports(db: Db, { auditExport }: Config): Promise<Finding[]> {
  const known = await listAuditExports(db)
  const findings = known.map(({ target, waiting, waitingSince, reason }): Finding => {
    if (target !== auditExport?.name) {
      const advice = `set AUDIT_EXPORT to it on every node, or npm run audit -- --forget ${target}`
      return warning('audit log', `${waiting} events wait for ${target}, which AUDIT_EXPORT does not name`, advice)
    }
    if (waitingSince && Date.now() - waitingSince.getTime() > late) {
      const says = `${waiting} events wait for ${target} since ${waitingSince.toISOString()}`
      return wrong(
        'audit log',
        reason === null ? says : `${says}: ${reason}`,
        'mend that; nothing of it is lost meanwhile',
      )
    }
    return ok('audit log', `handed on to ${target}`)
  })
  if (!auditExport) return [...findings, ok('audit log', 'AUDIT_EXPORT hands it on nowhere')]
  if (known.some(({ target }) => target === auditExport.name)) return findings
  return [...findings, warning('audit log', `nothing is noted for ${auditExport.name} yet`, 'the next start does it')]
}

/** Whether the file that the audit log is handed on to can be written, and has room. */
export async function checkAuditFile({ auditExport }: Config): Promise<Finding[]> {
  if (auditExport?.kind !== 'file') return []
  const { path } = auditExport
  const place = (await stat(path).catch(() => undefined)) ? path : dirname(path)
  if (!(await mayWrite(place))) {
    return [
      wrong('audit log', `${place} cannot be written`, 'make it, and allow it to this user; events wait meanwhile'),
    ]
  }
  return [await checkRoom('audit log', place, 'events wait in the database until there is some')]
}

async function checkSecretKeys(db: Db, secretKey: Buffer): Promise<Finding[]> {
  const keys = await listSecretKeys(db, secretKey)
  if (keys.length < 2) return []
  const advice = 'npm run secret -- retire, once every node has the new one'
  return [warning('keys', `${keys.length} values of SECRET_KEY open this installation`, advice)]
}

async function checkWork(db: Db): Promise<Finding[]> {
  // The queue makes its tables at the first start.
  const figures = await readFigures(db).catch(() => undefined)
  if (!figures) return []
  const failed = figures.queues.filter((queue) => queue.failed > 0).map(({ name, failed: count }) => `${name} ${count}`)
  const findings = [
    failed.length === 0
      ? ok('jobs', 'none was given up')
      : warning('jobs', `given up: ${failed.join(', ')}`, 'the log has why; pgboss.job keeps them for a day'),
  ]
  if (figures.eventsDead > 0) {
    const advice = 'npm run applications -- deliveries <client id>, then resend or drop'
    findings.push(warning('events', `${figures.eventsDead} events were not taken by their applications`, advice))
  }
  return findings
}

/** Whether something answers where traces go. */
export async function checkTraces({ otlpEndpoint }: Config): Promise<Finding[]> {
  if (otlpEndpoint === undefined) return []
  const answers = await fetch(`${otlpEndpoint.replace(/\/$/, '')}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"resourceSpans":[]}',
    signal: AbortSignal.timeout(answerLimit),
  }).then(
    ({ status }) => status,
    () => undefined,
  )
  if (answers === undefined) {
    return [warning('traces', `nothing answers at ${otlpEndpoint}`, 'start the collector; requests do not need it')]
  }
  return [ok('traces', `${otlpEndpoint} answers with ${answers}`)]
}
