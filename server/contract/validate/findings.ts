/** What the validator says about one place of a request: where (a JSON pointer) and what is wrong there. */
export interface Finding {
  readonly path: string
  readonly message: string
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false
  return 'path' in value && typeof value.path === 'string' && 'message' in value && typeof value.message === 'string'
}

/** The findings that an error of the validator carries; none for any other error. */
export function findingsOf(error: unknown): Finding[] {
  const list: unknown = typeof error === 'object' && error !== null && 'errors' in error ? error.errors : undefined
  return Array.isArray(list) ? list.filter(isFinding) : []
}
