import { errorCodes } from '../../generated/error-codes.ts'
import { returnCodes } from '../../generated/return-codes.ts'
import type { Operation } from './operation.ts'

const table: Readonly<Record<string, object>> = { ...returnCodes, ...errorCodes }

/** Says of a code that the operation does not document it; nothing where it may show it, as any may a general one. */
export function undocumentedCode(operation: Operation, code: string | undefined): string | undefined {
  const documented: readonly string[] = [...operation.returnCodes, ...operation.errorCodes]
  if (code === undefined || documented.includes(code) || 'general' in (table[code] ?? {})) return undefined
  return `${operation.id} answers ${code}, which it does not document`
}

/** The same of the codes that single items of a bulk answer show (`{ data: [{ error: { error } }] }`). */
export function undocumentedItemCode(operation: Operation, body: unknown): string | undefined {
  if (operation.errorFormat !== 'envelope') return undefined
  const { data } = (body ?? {}) as { data?: unknown }
  if (!Array.isArray(data)) return undefined
  const codes = new Set((data as readonly Item[]).map((item) => item?.error?.error))
  return [...codes].map((code) => undocumentedCode(operation, code)).find((fault) => fault !== undefined)
}

/** One result, as far as it may hold a failure. */
type Item = { readonly error?: { readonly error?: string } | null } | null
