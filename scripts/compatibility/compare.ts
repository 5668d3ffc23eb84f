import { type ContractDocument, operationsOf } from '../generate/document.ts'

/** What the contract tool reports about two documents, as far as it is read here. */
export interface DiffReport {
  changes: {
    path: string
    verdicts?: { impact: string; message: string }[]
  }[]
}

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}

/** Whether a version comes after another one, and whether it may break callers (Semantic Versioning 2.0.0). */
export function compareVersions(version: string, before: string): { later: boolean; major: boolean } {
  const [a, b] = [numbersOf(version), numbersOf(before)]
  const first = a.findIndex((number, index) => number !== b[index])
  return { later: first >= 0 && (a[first] ?? 0) > (b[first] ?? 0), major: a[0] > b[0] }
}

/** The newest released document of an API among the names of files `<api>-<version>.json`. */
export function newest(files: readonly string[], api: string): { file: string; version: string } | undefined {
  return files
    .map((file) => ({ file, version: new RegExp(`^${api}-(\\d+\\.\\d+\\.\\d+)\\.json$`).exec(file)?.[1] ?? '' }))
    .filter(({ version }) => version !== '')
    .reduce<{ file: string; version: string } | undefined>(
      (best, next) => (!best || compareVersions(next.version, best.version).later ? next : best),
      undefined,
    )
}

/** Callers compare error codes too: none may go or get another HTTP status. */
export function brokenErrorCodes(base: ContractDocument, revision: ContractDocument): string[] {
  const now = new Map((revision['x-error-codes'] ?? []).map(({ code, http }) => [code, http]))
  return (base['x-error-codes'] ?? []).flatMap(({ code, http }) => {
    const status = now.get(code)
    if (status === undefined) return [`The error code \`${code}\` was removed.`]
    return status === http ? [] : [`The error code \`${code}\` has HTTP status ${status} instead of ${http}.`]
  })
}

/** Callers compare return codes: none may go or get another number or HTTP status. The tool does not look at them. */
export function brokenReturnCodes(base: ContractDocument, revision: ContractDocument): string[] {
  const now = new Map((revision['x-return-codes'] ?? []).map((code) => [code.error, code]))
  return (base['x-return-codes'] ?? []).flatMap(({ error, status, http }) => {
    const code = now.get(error)
    if (!code) return [`The return code \`${error}\` was removed.`]
    if (code.status !== status)
      return [`The return code \`${error}\` has the number ${code.status} instead of ${status}.`]
    if (code.http !== http) return [`The return code \`${error}\` has HTTP status ${code.http} instead of ${http}.`]
    return []
  })
}

/**
 * Any of an operation's roles is enough for its callers: an operation that asked for none may not ask for one, and of
 * those it asked for none may go. The tool does not look at them.
 */
export function brokenRoles(base: ContractDocument, revision: ContractDocument): string[] {
  const now = new Map(
    [...operationsOf(revision)].map(({ path, method, operation }) => [`${method} ${path}`, operation]),
  )
  return [...operationsOf(base)].flatMap(({ path, method, operation }) => {
    const later = now.get(`${method} ${path}`)?.['x-roles'] ?? []
    const before = operation['x-roles'] ?? []
    const id = operation.operationId
    if (before.length === 0) return later.length === 0 ? [] : [`\`${id}\` asks for a role: ${later.join(', ')}.`]
    if (later.length === 0) return []
    return before
      .filter((role) => !later.includes(role))
      .map((role) => `The role \`${role}\` is no longer enough for \`${id}\`.`)
  })
}
