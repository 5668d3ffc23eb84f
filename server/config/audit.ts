import { given, setting } from './setting.ts'

/** A file on this machine. */
export interface FileTarget {
  readonly kind: 'file'
  /** As it was written. */
  readonly name: string
  readonly path: string
}

/** A syslog server. */
export interface SyslogTarget {
  readonly kind: 'syslog'
  readonly name: string
  readonly secure: boolean
  readonly host: string
  readonly port: number
}

export type AuditTarget = FileTarget | SyslogTarget

/** Where the audit log is handed on to. */
export interface AuditConfig {
  /** Absent: nowhere. */
  readonly auditExport: AuditTarget | undefined
}

/** The variables of this part. */
export const auditSettings = {
  auditExport: setting(
    'AUDIT_EXPORT',
    'none',
    'Where the audit log is handed on to while the server runs: `file:/var/log/openaccount/audit.jsonl`, or a syslog server, `syslog+tls://logs.example.com:6514` (RFC 5425) or `syslog+tcp://127.0.0.1:601` (RFC 6587). `NODE_EXTRA_CA_CERTS` names the certificates of an authority of your own.',
    parseAuditTarget,
  ),
} as const

/** Reads the settings of the audit log. @throws ConfigError */
export function readAuditConfig(env: NodeJS.ProcessEnv): AuditConfig {
  return { auditExport: given(env, auditSettings.auditExport) }
}

function parseAuditTarget(name: string): AuditTarget {
  const [, path] = /^file:(\/[^\0]*[^/\0])$/.exec(name) ?? []
  if (name.length <= 300 && path) return { kind: 'file', name, path }
  const [, protocol, bracketed, plain, digits] =
    /^syslog\+(tls|tcp):\/\/(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9.-]+))(?::(\d{1,5}))?$/.exec(name) ?? []
  const host = bracketed ?? plain
  const secure = protocol === 'tls'
  const port = digits === undefined ? (secure ? 6514 : 601) : Number(digits)
  if (name.length <= 300 && host && port >= 1 && port <= 65535) return { kind: 'syslog', name, secure, host, port }
  throw new Error('must be file: with an absolute path, or syslog+tls:// or syslog+tcp:// with host and port')
}
