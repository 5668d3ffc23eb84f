import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError, FALLBACK_ADVICE } from './error.ts'

const run = promisify(execFile)
const NAME = 'postgres'

/** The system user that the database processes run as; undefined stands for the user of this process. */
export type SystemUser = { readonly uid: number; readonly gid: number } | undefined

/**
 * The user to run the database as. PostgreSQL refuses to run as root, so under root this is the owner of the database files
 * in `cluster`; for new files it is the user `postgres`, which is made if it does not exist. Undefined for everyone but root.
 * Throws EmbeddedPostgresError when the user can neither be found nor made.
 */
export async function databaseUser(cluster: string): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const known = await lookUp()
  if (known) return known
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME])
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, and the system user "${NAME}" could not be made: run OpenAccount as another user, ${FALLBACK_ADVICE}`,
      { cause },
    )
  }
  const made = await lookUp()
  if (!made) throw new EmbeddedPostgresError(`the system user "${NAME}" was made but cannot be found`)
  return made
}

async function lookUp(): Promise<SystemUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/**
 * The first directory above `path` that the user may not enter, judged by its mode bits: explains a "permission denied".
 * Undefined when there is none.
 */
export async function blockedDirectory(path: string, user: SystemUser): Promise<string | undefined> {
  if (!user) return undefined
  const ancestors: string[] = []
  for (let at = dirname(path); !ancestors.includes(at); at = dirname(at)) ancestors.unshift(at)
  for (const directory of ancestors) {
    const { mode, uid, gid } = await stat(directory)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return directory
  }
  return undefined
}
