import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporaryDirectory } from '../setup/temporary.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** The project of somebody who knows nothing but the package. */
export interface Stranger {
  /** Where the project is, with the package in its `node_modules`. */
  readonly project: string
  /** The package as it would be published. */
  readonly tarball: string
  remove(): Promise<void>
}

/** Packs the SDK and installs it into an empty project, without a network. */
export async function strangerWithSdk(): Promise<Stranger> {
  const directory = await temporaryDirectory()
  const project = join(directory.path, 'project')
  await mkdir(join(project, 'src'), { recursive: true })
  const pack = async (source: string, ...options: string[]) => {
    const { stdout } = await run(
      'npm',
      ['pack', source, '--json', '--silent', '--pack-destination', directory.path, ...options],
      { cwd: root },
    )
    // A build script that runs before packing may write to the output too.
    const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as { filename: string }[]
    return join(directory.path, basename(packed?.filename ?? ''))
  }
  const tarball = await pack(join(root, 'client'))
  // What the registry would give, from the copies that are installed here.
  const dependencies = ['openapi-fetch', 'openapi-typescript-helpers']
  const tarballs = await Promise.all(
    dependencies.map((name) => pack(join(root, 'node_modules', name), '--ignore-scripts')),
  )
  const manifest = {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: { '@openaccount/client': `file:${tarball}` },
    overrides: Object.fromEntries(dependencies.map((name, index) => [name, `file:${tarballs[index]}`])),
  }
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest))
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(directory.path, 'cache')], {
    cwd: project,
  })
  return { project, tarball, remove: directory.remove }
}

/**
 * What a stranger writes first, for both APIs, in JavaScript: a function of the server's address that gives the name of
 * the user, what the server says of a refresh token that nobody issued, the first user of the tenant, and whether a text was encrypted.
 */
export const strangersProgram = `
import { createAccountClient, createOneAccessClient, encryptPassword, OAuthError, password } from '@openaccount/client'

export async function program(baseUrl) {
  const auth = password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid profile',
  })
  const account = createAccountClient({ baseUrl, auth })
  const { name, preferred_username } = await account.user.getInfo()
  const grant = { grant_type: 'refresh_token', refresh_token: 'never-issued' }
  const failure = await account.requestToken(grant, { clientId: 'TestClient' }).catch((error) => error)
  const key = await account.system.getLoginPublicKey()
  const encrypted = await encryptPassword(key, 'Abc.123456', { padding: 'RSA-OAEP-256' })
  const management = { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', clientSecret: 'oneaccess.Demo.2026' }
  const oneaccess = createOneAccessClient({ baseUrl, management })
  const { items } = await oneaccess.users.list({ org_id: '' })
  return {
    user: typeof (name ?? preferred_username),
    failure: failure instanceof OAuthError ? failure.error : String(failure),
    tenant: typeof items[0]?.user_name,
    encrypted: encrypted.length > 100,
  }
}
`

/** What it gives, wherever it runs. */
export const strangersResult = { user: 'string', failure: 'invalid_grant', tenant: 'string', encrypted: true }
