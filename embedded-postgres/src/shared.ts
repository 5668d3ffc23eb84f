import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError, FALLBACK_ADVICE } from './error.ts'
import { exists } from './files.ts'
import type { Log } from './log.ts'
import { blockedDirectory, type SystemUser } from './system-user.ts'

const run = promisify(execFile)

/**
 * Under root the database runs as another user, who may not enter a project below `/root`, nor a data directory there. What this
 * user needs stands here then: the programs as a copy, and database files, to which the data directory has a link.
 */
export const SHARED_DIRECTORY = '/var/lib/openaccount'

interface Context {
  readonly user: SystemUser
  readonly sharedDir: string
  readonly log: Log
}

/** Makes the shared directory and gives its path. Throws EmbeddedPostgresError when it cannot be used. */
export async function openSharedDirectory({ sharedDir, user }: Context): Promise<string> {
  try {
    await mkdir(sharedDir, { recursive: true })
    // Whatever the umask: to be passed through, not to be read.
    await chmod(sharedDir, 0o711)
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `the project or DATA_DIR stands in a directory that the system user "postgres" may not enter, and ${sharedDir} cannot be made for it: run OpenAccount as another user, ${FALLBACK_ADVICE}`,
      { cause },
    )
  }
  const blocked = await blockedDirectory(join(sharedDir, 'any'), user)
  if (blocked === undefined) return sharedDir
  throw new EmbeddedPostgresError(
    `the system user "postgres", which the database runs as under root, may not enter ${blocked}: allow it (chmod o+x), run OpenAccount as another user, ${FALLBACK_ADVICE}`,
  )
}

/** Programs that the database's user can run: those of the npm package, or where they are out of reach a copy, made once. */
export async function reachableBinaries(binaries: Binaries, context: Context): Promise<Binaries> {
  if ((await blockedDirectory(binaries.postgres, context.user)) === undefined) return binaries
  // bin/, lib/ and share/ find each other by their places.
  const native = dirname(dirname(binaries.postgres))
  const copy = join(await openSharedDirectory(context), `programs-${await versionOf(native)}`)
  if (!(await exists(copy))) {
    const draft = `${copy}.${randomBytes(6).toString('hex')}`
    try {
      await cp(native, draft, { recursive: true, verbatimSymlinks: true })
      await run('chmod', ['-R', 'a+rX', draft])
      await rename(draft, copy).catch(async (error: unknown) => {
        // Another process has made it at the same moment.
        if (!(await exists(copy))) throw error
      })
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    context.log.info({ copy }, 'the PostgreSQL programs were copied to where the database user can run them')
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
}

/** Which programs these are: name and version of their npm package. */
async function versionOf(native: string): Promise<string> {
  const { name, version }: { name: string; version: string } = JSON.parse(
    await readFile(join(dirname(native), 'package.json'), 'utf8'),
  )
  return `${name}-${version}`.replace(/[^\w.-]+/g, '_')
}
