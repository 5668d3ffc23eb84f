import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { temporaryDirectory } from '../../setup/temporary.ts'
import type { SiteSettings } from './registration.ts'
import { type Site, serve } from './sites.ts'

const program = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'
const loaded = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'headers', 'proxy', 'proxy_http', 'auth_openidc']
const configuration = fileURLToPath(new URL('../clients/mod-auth-openidc.conf', import.meta.url))

/**
 * Starts Apache with the configuration of the guide, in front of an application that shows what Apache tells it.
 * @param application a free address for the application
 * @throws Error when Apache or its module is not there, with what to do about it
 */
export async function startApache(settings: SiteSettings, application: string): Promise<Site> {
  for (const path of [program, `${modules}/mod_auth_openidc.so`]) {
    if (existsSync(path)) continue
    throw new Error(`There is no ${path}. Install it (on Debian: apt-get install apache2 libapache2-mod-auth-openidc).`)
  }
  const directory = await temporaryDirectory()
  const behind = await serve(application, ({ headers }, response) => {
    const {
      'x-remote-user': user,
      oidc_claim_name: name = '',
      oidc_claim_email: email,
      oidc_access_token: token,
    } = headers
    // Apache sends UTF-8; Node reads headers as Latin-1.
    const told = { user, name: Buffer.from(String(name), 'latin1').toString(), email, token }
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
${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
Include ${configuration}
`,
  )
  const apache = spawn(program, ['-d', directory.path, '-f', `${directory.path}/apache.conf`, '-DFOREGROUND'], {
    env: { ...settings, APPLICATION: application },
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
