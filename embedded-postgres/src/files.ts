import { readFile, stat } from 'node:fs/promises'
import { EmbeddedPostgresError } from './error.ts'

// "Not there" and "not readable" must never be confused: a new database is made only where there is none.

/** The text of a file, or undefined when there is none. Throws EmbeddedPostgresError when it may not be read. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return await ifThere(path, () => readFile(path, 'utf8'))
}

/** Whether a path exists. Throws EmbeddedPostgresError when that cannot be told. */
export async function exists(path: string): Promise<boolean> {
  return (await ifThere(path, () => stat(path))) !== undefined
}

async function ifThere<T>(path: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code !== 'EACCES' && code !== 'EPERM') throw cause
    throw new EmbeddedPostgresError(
      `${path} may not be read by this user: run OpenAccount as the user who made DATA_DIR, or choose another DATA_DIR`,
      { cause },
    )
  }
}
