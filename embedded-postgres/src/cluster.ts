import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chown,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError, FALLBACK_ADVICE } from './error.ts'
import { exists, readIfThere } from './files.ts'
import type { Log } from './log.ts'
import { isAlive } from './postmaster.ts'
import { openSharedDirectory } from './shared.ts'
import { blockedDirectory, type SystemUser } from './system-user.ts'

const run = promisify(execFile)
/** The superuser of an embedded database. */
export const SUPERUSER = 'openaccount'

/** What the functions of this file need to know. */
export interface ClusterContext {
  /** Absolute path. */
  readonly dataDir: string
  readonly binaries: Binaries
  readonly user: SystemUser
  /** A directory that the user may enter, for what stands where they may not; see shared.ts. */
  readonly sharedDir: string
  readonly log: Log
}

/** The environment of the database programs, without variables that change their behaviour (PGDATA, PGPORT, LC_ALL …). */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH } = process.env
  return { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH, LC_ALL: 'C' }
}

/** The directory of the database files. */
export function clusterDirectory(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/** Makes the data directory. Throws EmbeddedPostgresError, naming DATA_DIR, when it cannot be made or written. */
export async function prepareDataDirectory(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.write-${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(probe, '')
    await unlink(probe)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : 'unknown error'
    throw new EmbeddedPostgresError(
      `DATA_DIR ${dataDir} cannot be written (${code}): choose a directory that this user may write, ${FALLBACK_ADVICE}`,
      { cause },
    )
  }
}

/**
 * The superuser's password, in `postgres.json` (mode 0600) of the data directory, made at the first start. When
 * several processes make it at the same moment, the first one wins and the others use its password.
 */
export async function superuserPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'postgres.json')
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const known = await readIfThere(path)
  if (known === undefined) {
    await writeFile(draft, `${JSON.stringify({ password: randomBytes(24).toString('hex') })}\n`, {
      mode: 0o600,
      flush: true,
    })
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await unlink(draft)
  }
  const content: unknown = JSON.parse(known ?? (await readFile(path, 'utf8')))
  if (typeof content === 'object' && content && 'password' in content && typeof content.password === 'string') {
    return content.password
  }
  throw new EmbeddedPostgresError(`${path} holds no password`)
}

/** The major version that made the database files, undefined when there are none. Throws EmbeddedPostgresError. */
export async function clusterVersion(dataDir: string): Promise<string | undefined> {
  return (await readIfThere(join(clusterDirectory(dataDir), 'PG_VERSION')))?.trim()
}

/**
 * Throws EmbeddedPostgresError when the programs do not run here, or when the database files were made by another major
 * version than theirs. Changes nothing.
 */
export async function checkVersion(
  { dataDir, binaries, user }: ClusterContext,
  theirs: string | undefined,
): Promise<void> {
  const ours = /(\d+)/.exec(await runProgram(binaries.postgres, ['--version'], user, binaries.postgres))?.[1]
  if (theirs && theirs !== ours) {
    throw new EmbeddedPostgresError(
      `the database in DATA_DIR ${dataDir} was made by PostgreSQL ${theirs}, but this OpenAccount brings PostgreSQL ${ours}; nothing was changed: move the data with pg_dump of version ${theirs}, choose another DATA_DIR, ${FALLBACK_ADVICE}`,
    )
  }
}

/**
 * Makes the database files unless they are there. They are made in a directory of their own that is then renamed, so that
 * an interrupted initdb never leaves half a database under the real name. Incomplete files that are there for another
 * reason are moved aside, not deleted.
 */
export async function ensureCluster(context: ClusterContext, password: string, fast: boolean): Promise<void> {
  const cluster = clusterDirectory(context.dataDir)
  if (await isComplete(cluster)) return
  if (await exists(cluster)) {
    const aside = `${cluster}-incomplete-${Date.now()}`
    await rename(cluster, aside)
    context.log.warn({ movedTo: aside }, 'the database files were incomplete and have been moved aside')
  }
  const closed = (await blockedDirectory(cluster, context.user)) !== undefined
  const made = await initialise(context, closed ? await openSharedDirectory(context) : context.dataDir, password, fast)
  try {
    if (closed) await symlink(made, cluster)
    else await rename(made, cluster)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    // Another process has made them at the same moment: those will do.
    if (await isComplete(cluster)) return
    const target = await readlink(cluster).catch(() => undefined)
    if (target === undefined) throw error
    throw new EmbeddedPostgresError(
      `the database files of DATA_DIR ${context.dataDir} were in ${target}, which is not there: bring it back, or remove ${cluster} to begin anew`,
    )
  }
}

/** Removes the unfinished directories of starts that were killed during initdb. */
export async function removeUnfinished({ dataDir, log }: ClusterContext): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^postgres-init-(\d+)-/.exec(name)?.[1]
    // Its process is still alive: it started at the same moment as this one, and cleans up after itself.
    if (!pid || isAlive(Number(pid))) continue
    // The initdb of a killed process goes on for a moment and may still write: hence the retries.
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 }).catch((err: unknown) => {
      log.warn({ err }, 'an unfinished database directory could not be removed')
    })
  }
}

async function initialise(
  { binaries, user }: ClusterContext,
  parent: string,
  password: string,
  fast: boolean,
): Promise<string> {
  const directory = join(parent, `postgres-init-${process.pid}-${randomBytes(6).toString('hex')}`)
  const passwordFile = `${directory}.password`
  try {
    await mkdir(directory, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (user) for (const path of [directory, passwordFile]) await chown(path, user.uid, user.gid)
    // The built-in C.UTF-8 locale (PostgreSQL 17 on) knows all of Unicode and depends on nothing of the system.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    const speed = fast ? ['--no-sync'] : []
    await runProgram(binaries.initdb, ['-D', directory, ...access, ...locale, ...speed], user, directory)
    return directory
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Runs a program to its end and gives its output. `reach` is a path that it needs: named in the error when its user cannot get there. */
async function runProgram(file: string, args: string[], user: SystemUser, reach: string): Promise<string> {
  try {
    const { stdout } = await run(file, args, { ...user, cwd: '/', env: programEnvironment() })
    return stdout
  } catch (cause) {
    const blocked = (await blockedDirectory(file, user)) ?? (await blockedDirectory(reach, user))
    if (blocked) {
      throw new EmbeddedPostgresError(
        `the system user "postgres", which the database runs as under root, may not enter ${blocked}: allow it (chmod o+x), run OpenAccount as another user, ${FALLBACK_ADVICE}`,
        { cause },
      )
    }
    throw new EmbeddedPostgresError(
      `${file} failed: ${reason(cause)}; its programs need a glibc system, ${FALLBACK_ADVICE}`,
      {
        cause,
      },
    )
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : ''
  return (stderr || error.message).split('\n').slice(-3).join(' ')
}

async function isComplete(cluster: string): Promise<boolean> {
  return (await exists(join(cluster, 'PG_VERSION'))) && (await exists(join(cluster, 'global', 'pg_control')))
}
