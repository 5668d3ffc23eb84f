import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { codeOf } from '../../docs/guides/guides.ts'
import type { TestServer } from '../../support/server.ts'

const execute = promisify(execFile)
const command = fileURLToPath(new URL('../../../scripts/applications.ts', import.meta.url))

/** What a site needs to know to let people sign in, as the environment variables of the guide. */
export interface SiteSettings extends Record<string, string> {
  ISSUER: string
  SITE: string
  CLIENT_ID: string
  CLIENT_SECRET: string
  SESSION_SECRET: string
}

/**
 * Registers a site with the JSON that stands in the guide, by the command that an operator uses.
 * @param library which of its registrations: the beginning of the name of the client
 * @param site where the site is, in place of the one in the guide
 */
export async function register(server: TestServer, library: string, site: string): Promise<SiteSettings> {
  const registration = codeOf('account', 'client-libraries', 'json', `"client_name": "${library} site"`)
  const adding = execute(process.execPath, [command, 'add', '-', '--json'], {
    // The command asks for the key of the installation; a registration uses none.
    env: { DATABASE_URL: server.database.url, SECRET_KEY: randomBytes(32).toString('base64') },
  })
  adding.child.stdin?.end(registration.replaceAll('http://localhost:5173', site))
  const { stdout } = await adding
  const { client_id, client_secret } = JSON.parse(stdout) as { client_id: string; client_secret?: string }
  return {
    ISSUER: server.issuer,
    SITE: site,
    CLIENT_ID: client_id,
    CLIENT_SECRET: client_secret ?? '',
    SESSION_SECRET: 'a secret of this site alone, of the tests',
  }
}
