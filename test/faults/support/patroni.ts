import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { parse, stringify } from 'yaml'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { freePort } from '../../support/process.ts'

const run = promisify(execFile)
const deployed = (name: string) => fileURLToPath(new URL(`../../../deploy/patroni/${name}`, import.meta.url))

/** A machine with PostgreSQL and Patroni, as far as processes can be one. */
export interface DatabaseNode {
  readonly name: string
  readonly port: number
  /** What Patroni says of itself, `primary` or `replica` once it runs; undefined while it says nothing. */
  role(): Promise<string | undefined>
  /** The machine is lost: all its processes are ended at once. */
  lose(): Promise<void>
  /** Its PostgreSQL alone dies. */
  killPostgres(): Promise<void>
  start(): Promise<void>
}

/** Two of them with the files that are deployed, an etcd, and HAProxy before them. */
export interface FailoverCluster {
  readonly nodes: readonly DatabaseNode[]
  /** By way of HAProxy. */
  readonly url: string
  readonly replicaUrl: string
  /** The node that takes writes, once there is one and the other follows it synchronously. */
  whole(): Promise<{ primary: DatabaseNode; replica: DatabaseNode }>
  /** Asks Patroni to make the replica the primary. */
  switchOver(): Promise<void>
  /** Stops or lets go on what the nodes agree by. */
  signalEtcd(signal: 'SIGSTOP' | 'SIGCONT'): void
  close(): Promise<void>
}

/** Starts them. The times of Patroni are those of its file. */
export async function startFailoverCluster(): Promise<FailoverCluster> {
  const directory = await temporaryDirectory()
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => Number((await run('id', [what, 'postgres'])).stdout)),
  )
  const user = { uid: uid ?? 0, gid: gid ?? 0 }
  const processes: ChildProcess[] = []
  const begin = async (name: string, program: string, args: string[], as: object) => {
    const output = await open(join(directory.path, `${name}.log`), 'a')
    const child = spawn(program, args, {
      ...as,
      cwd: '/',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', ETCD_UNSUPPORTED_ARCH: process.arch },
      stdio: ['ignore', output.fd, output.fd],
    })
    await once(child, 'spawn')
    await output.close()
    processes.push(child)
    return child
  }

  const [client = 0, peer = 0, primaryPort = 0, replicaPort = 0] = await Promise.all(
    Array.from({ length: 4 }, freePort),
  )
  const etcd = `http://127.0.0.1:${client}`
  const etcdData = join(directory.path, 'etcd')
  const addresses = ['--listen-client-urls', etcd, '--advertise-client-urls', etcd]
  const agreement = await begin(
    'etcd',
    'etcd',
    [...addresses, '--data-dir', etcdData, '--listen-peer-urls', `http://127.0.0.1:${peer}`],
    {},
  )

  const nodes = await Promise.all(
    ['pg1', 'pg2'].map(async (name) => {
      const [port = 0, rest = 0] = await Promise.all([freePort(), freePort()])
      const home = join(directory.path, name)
      await mkdir(home)
      const settings = parse(await readFile(deployed('patroni.yaml'), 'utf8'))
      settings.name = name
      settings.etcd3.hosts = [`127.0.0.1:${client}`]
      settings.restapi = { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` }
      settings.bootstrap.pg_hba = settings.bootstrap.pg_hba.map((line: string) =>
        line.replace('10.0.0.0/24', '127.0.0.1/32'),
      )
      Object.assign(settings.postgresql, {
        listen: `127.0.0.1:${port}`,
        connect_address: `127.0.0.1:${port}`,
        data_dir: join(home, 'data'),
        pgpass: join(home, 'pgpass'),
        parameters: { ...settings.postgresql.parameters, unix_socket_directories: home },
      })
      const file = join(home, 'patroni.yaml')
      await writeFile(file, stringify(settings))
      for (const path of [home, file]) await chown(path, user.uid, user.gid)
      await chmod(home, 0o700)
      return new Machine(name, port, rest, home, () => begin(name, '/usr/bin/patroni', [file], user))
    }),
  )
  for (const node of nodes) await node.start()

  const proxy = (await readFile(deployed('haproxy.cfg'), 'utf8'))
    .replace(/^ {4}(user|group) .*\n/gm, '')
    .replace(':5000', `:${primaryPort}`)
    .replace(':5001', `:${replicaPort}`)
    .replace(/ check port 8008/g, ' check')
    .replace(/10\.0\.0\.2([12]):5432/g, (_, number) => {
      const { port, rest } = nodes[Number(number) - 1] ?? { port: 0, rest: 0 }
      return `127.0.0.1:${port} port ${rest}`
    })
  await writeFile(join(directory.path, 'haproxy.cfg'), proxy)
  await begin('haproxy', '/usr/sbin/haproxy', ['-f', join(directory.path, 'haproxy.cfg')], {})

  const whole: FailoverCluster['whole'] = async () => {
    for (let look = 0; look < 1_200; look += 1) {
      const primary = await one(nodes, 'primary')
      const replica = await one(nodes, 'sync_standby')
      if (primary && replica) return { primary, replica }
      await delay(100)
    }
    throw new Error(`the databases are not whole: ${await readFile(join(directory.path, 'pg1.log'), 'utf8')}`)
  }
  const { primary } = await whole()
  const password = await appDatabase(primary.port)
  const url = (port: number) => `postgres://openaccount:${password}@127.0.0.1:${port}/openaccount`
  return {
    nodes,
    url: url(primaryPort),
    replicaUrl: url(replicaPort),
    whole,
    switchOver: async () => {
      const { primary, replica } = await whole()
      const answer = await fetch(`http://127.0.0.1:${(primary as Machine).rest}/switchover`, {
        method: 'POST',
        body: JSON.stringify({ leader: primary.name, candidate: replica.name }),
      })
      if (answer.status !== 200) throw new Error(`Patroni does not switch over: ${await answer.text()}`)
    },
    signalEtcd: (signal) => void agreement.kill(signal),
    close: async () => {
      for (const node of nodes) await node.lose()
      for (const child of processes) child.kill('SIGKILL')
      await directory.remove()
    },
  }
}

async function one(nodes: readonly Machine[], role: string): Promise<Machine | undefined> {
  const roles = await Promise.all(nodes.map((node) => node.role()))
  return nodes[roles.indexOf(role)]
}

/** Makes the database of OpenAccount and its role. @returns the role's password */
async function appDatabase(port: number): Promise<string> {
  const admin = new pg.Client({ connectionString: `postgres://postgres:change-me-1@127.0.0.1:${port}/postgres` })
  await admin.connect()
  const password = 'openaccount-of-the-test'
  await admin.query(`create role openaccount login password '${password}'`)
  await admin.query('create database openaccount owner openaccount')
  await admin.end()
  return password
}

class Machine implements DatabaseNode {
  readonly name: string
  readonly port: number
  readonly rest: number
  readonly #home: string
  readonly #begin: () => Promise<ChildProcess>
  #patroni: ChildProcess | undefined

  constructor(name: string, port: number, rest: number, home: string, begin: () => Promise<ChildProcess>) {
    this.name = name
    this.port = port
    this.rest = rest
    this.#home = home
    this.#begin = begin
  }

  async start(): Promise<void> {
    this.#patroni = await this.#begin()
  }

  async role(): Promise<string | undefined> {
    const answer = await fetch(`http://127.0.0.1:${this.rest}/patroni`).catch(() => undefined)
    if (!answer) return undefined
    const said = (await answer.json()) as { state: string; role: string; sync_standby?: boolean }
    if (said.state !== 'running') return undefined
    // Patroni 3 says `master` still.
    if (said.role === 'master') return 'primary'
    return said.sync_standby ? 'sync_standby' : said.role
  }

  async killPostgres(): Promise<void> {
    const pid = await readFile(join(this.#home, 'data/postmaster.pid'), 'utf8').catch(() => '')
    const postmaster = Number(pid.split('\n')[0])
    if (postmaster > 0) await run('pkill', ['-KILL', '-P', String(postmaster)]).catch(() => {})
    if (postmaster > 0) await run('kill', ['-KILL', String(postmaster)]).catch(() => {})
  }

  async lose(): Promise<void> {
    const patroni = this.#patroni
    if (patroni && patroni.exitCode === null && patroni.signalCode === null) {
      const ended = once(patroni, 'exit')
      patroni.kill('SIGKILL')
      await ended
    }
    await this.killPostgres()
  }
}
