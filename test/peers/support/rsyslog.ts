import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { freePort } from '../../support/process.ts'

const program = '/usr/sbin/rsyslogd'
const install = 'Install it (on Debian: apt-get install rsyslog rsyslog-gnutls).'
const deployed = fileURLToPath(new URL('../../../deploy/rsyslog/openaccount.conf', import.meta.url))
const run = promisify(execFile)

/** An rsyslog with the configuration of `deploy/rsyslog`. */
export interface Rsyslog {
  readonly port: number
  /** Its certificate, which vouches for itself. */
  readonly certificate: string
  /** What it has written, line by line. */
  lines(file: 'audit.jsonl' | 'unreadable.log'): Promise<string[]>
  start(): Promise<void>
  /** Ends it: by SIGTERM it writes what it has, by SIGKILL it does not. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  close(): Promise<void>
}

/** Starts it on a port and in a directory of its own. @param secure whether it speaks TLS @throws when there is none on this machine */
export async function startRsyslog(secure: boolean): Promise<Rsyslog> {
  if (!existsSync(program)) throw new Error(`There is no ${program}. ${install}`)
  const [{ path, remove }, port] = [await temporaryDirectory(), await freePort()]
  const [key, certificate, logs] = [join(path, 'key.pem'), join(path, 'cert.pem'), join(path, 'logs')]
  await mkdir(logs)
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  await run('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', certificate, ...subject])
  const text = (await readFile(deployed, 'utf8'))
    .replaceAll('/var/log/openaccount', logs)
    .replace('/etc/ssl/certs/ca-certificates.crt', certificate)
    .replace('/etc/rsyslog.d/openaccount.crt', certificate)
    .replace('/etc/rsyslog.d/openaccount.key', key)
    .replace('port="6514"', `port="${port}"`)
  const file = join(path, 'rsyslog.conf')
  await writeFile(file, secure ? text : text.replace(/ streamDriver\.[a-zA-Z]+="[^"]*"/g, ''))
  await run(program, ['-N1', '-f', file])

  let running: ChildProcess | undefined
  const start = async () => {
    running = spawn(program, ['-n', '-f', file, '-i', join(path, 'pid')], { stdio: ['ignore', 'ignore', 'inherit'] })
    const deadline = Date.now() + 20_000
    while (!(await answers(port))) if (Date.now() > deadline) throw new Error(`rsyslog does not start. ${install}`)
  }
  const stop: Rsyslog['stop'] = async (signal) => {
    if (!running || running.exitCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
    running = undefined
  }
  await start()
  return {
    port,
    certificate,
    lines: async (name) => (await readFile(join(logs, name), 'utf8').catch(() => '')).split('\n').filter(Boolean),
    start,
    stop,
    close: async () => {
      await stop('SIGKILL')
      await remove()
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => setTimeout(() => resolve(false), 50))
    socket.once('connect', () => socket.destroy())
  })
}
