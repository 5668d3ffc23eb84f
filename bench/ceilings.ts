import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../test/support/process.ts'
import { onServerCore, root, startServer } from './machine.ts'
import { ourPaths, secretKey } from './ours.ts'
import type { Peer, PeerSettings } from './peer.ts'

/** The bare server; ours has to be up, since it trusts its keys. */
export async function startBare({ databaseUrl, directory }: PeerSettings, ours: Peer): Promise<Peer> {
  const server = await startServer('bare', ['bench/ceilings/bare.ts'], {
    directory,
    port: await freePort(),
    ready: '/ready',
    env: { DATABASE_URL: databaseUrl, OUR_KEYS: `${ours.origin}/.well-known/openid-configuration/jwks` },
  })
  return { ...server, paths: ourPaths }
}

/** Our operations without a token check. */
export async function startUnchecked({ databaseUrl, directory }: PeerSettings): Promise<Peer> {
  const server = await startServer('unchecked', ['bench/ceilings/unchecked.ts'], {
    directory,
    port: await freePort(),
    ready: '/ready',
    env: { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey },
  })
  return { ...server, paths: ourPaths }
}

/** What one core does a second of signatures, password hashes and captchas. */
export async function measureCore(seconds: number): Promise<Record<string, number>> {
  const [command = '', ...args] = onServerCore(join(root, 'bench/ceilings/signatures.ts'), String(seconds))
  const { stdout } = await promisify(execFile)(command, args)
  return JSON.parse(stdout) as Record<string, number>
}
