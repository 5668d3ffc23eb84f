import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { temporaryDirectory } from '../../setup/temporary.ts'
import type { SiteSettings } from './registration.ts'
import { type Site, serve } from './sites.ts'

const program = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'
const loaded = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'headers', 'proxy', 'proxy_http']

/** The modules that let people sign in, with their configuration and what installs them. */
const signIns = {
  openidc: { file: 'mod-auth-openidc.conf', packages: 'libapache2-mod-auth-openidc' },
  cas: { file: 'mod-auth-cas.conf', packages: 'libapache2-mod-auth-cas' },
  mellon: { file: 'mod-auth-mellon.conf', packages: 'libapache2-mod-auth-mellon' },
} as const

/**
 * Starts Apache with one of the configurations, in front of an application that shows what Apache tells it.
 * @param application a free address for the application
 * @param by the module that lets people sign in
 * @throws Error when Apache or its module is not there, with what to do about it
 */
export async function startApache(
  settings: Pick<SiteSettings, 'SITE'> & Readonly<Record<string, string>>,
  application: string,
  by: keyof typeof signIns = 'openidc',
): Promise<Site> {
  const { file, packages } = signIns[by]
  const configuration = fileURLToPath(new URL(`../clients/${file}`, import.meta.url))
  for (const path of [program, `${modules}/mod_auth_${by}.so`]) {
    if (existsSync(path)) continue
    throw new Error(`There is no ${path}. Install it (on Debian: apt-get install apache2 ${packages}).`)
  }
  const directory = await temporaryDirectory()
  // The module keeps its sessions there, as the user that Apache runs as.
  const sessions = `${directory.path}/sessions/`
  await mkdir(sessions)
  await chmod(directory.path, 0o755)
  await chmod(sessions, 0o777)
  const behind = await serve(application, ({ headers }, response) => {
    const {
      'x-remote-user': user,
      oidc_claim_name: name = '',
      oidc_claim_email: email,
      oidc_access_token: token,
      cas_mail: mail,
    } = headers
    // Apache sends UTF-8; Node reads headers as Latin-1.
    const told = { user, name: Buffer.from(String(name), 'latin1').toString(), email: email ?? mail, token }
    response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(told))
  })
  const { port } = new URL(settings.SITE)
  await writeFile(
    `${directory.path}/apache.conf`,
    `ServerName localhost
Listen localhost:${port}
PidFile ${directory.path}/apache.pid
DefaultRuntimeDir ${directory.path}
Mutex file:${directory.path} default
ErrorLog "|/bin/cat"
User www-data
Group www-data
${[...loaded, `auth_${by}`].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
Include ${configuration}
`,
  )
  const apache = spawn(program, ['-d', directory.path, '-f', `${directory.path}/apache.conf`, '-DFOREGROUND'], {
    env: { ...settings, APPLICATION: application, SESSIONS: sessions },
  })
  let log = ''
  const ended = once(apache, 'close')
  const ready = new Promise<void>((resolve) => {
    for (const stream of [apache.stdout, apache.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log += chunk.toString()
        if (log.includes('resuming normal operations')) resolve()
      })
    }
  })
  const failed = ended.then(() => Promise.reject(new Error(`Apache ended:\n${log}`)))
  failed.catch(() => {})
  await Promise.race([ready, failed])
  return {
    stop: async () => {
      apache.kill('SIGTERM')
      await ended
      await behind.stop()
      await directory.remove()
    },
  }
}
