import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { freePort } from '../../support/process.ts'

const execute = promisify(execFile)
const isRoot = process.getuid?.() === 0

/** Runs a program as whoever may own a PostgreSQL: root may not. */
export async function asPostgres(program: string, args: readonly string[]): Promise<string> {
  const [file, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args]
  const { stdout } = await execute(file as string, rest, { cwd: '/tmp', maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

/** Where Debian keeps the newest PostgreSQL that is installed. */
async function programs(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? await readdir(root) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (newest === undefined)
    throw new Error('There is no PostgreSQL. Install it (on Debian: apt-get install postgresql).')
  return join(root, newest, 'bin')
}

/** A folder of PostgreSQL's own, where its clusters and their backups are. */
export class PostgresFolder {
  readonly path: string
  readonly bin: string
  readonly #remove: () => Promise<void>
  readonly #running = new Set<string>()

  private constructor(path: string, bin: string, remove: () => Promise<void>) {
    this.path = path
    this.bin = bin
    this.#remove = remove
  }

  static async make(): Promise<PostgresFolder> {
    const bin = await programs()
    const { path, remove } = await temporaryDirectory()
    const folder = new PostgresFolder(join(path, 'postgres'), bin, remove)
    await folder.directory('')
    await folder.directory('socket')
    return folder
  }

  /** Makes a directory in it. */
  async directory(name: string): Promise<string> {
    const path = join(this.path, name)
    await mkdir(path, { mode: name === '' ? 0o711 : 0o700 })
    if (isRoot) {
      const [uid = 0, gid = 0] = (await asPostgres('sh', ['-c', 'id -u; id -g'])).split('\n').map(Number)
      await chown(path, uid, gid)
    }
    return path
  }

  /** Writes a file there that PostgreSQL may read. */
  async file(name: string, text: string): Promise<string> {
    const path = join(this.path, name)
    await writeFile(path, text, { mode: 0o644 })
    return path
  }

  /** A new cluster with these settings, running. @returns the address of its database `openaccount` */
  async cluster(name: string, settings: Readonly<Record<string, string>>): Promise<string> {
    const data = await this.directory(name)
    await asPostgres(join(this.bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'openaccount',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ])
    const url = await this.start(name, settings)
    await query(url.replace(/openaccount$/, 'postgres'), 'create database openaccount')
    return url
  }

  /** Starts a cluster whose files are there. @returns the address of its database `openaccount` */
  async start(name: string, settings: Readonly<Record<string, string>> = {}): Promise<string> {
    const port = await freePort()
    const all = {
      port: String(port),
      listen_addresses: 'localhost',
      unix_socket_directories: join(this.path, 'socket'),
      ...settings,
    }
    const lines = Object.entries(all).map(([key, value]) => `${key} = '${value.replaceAll("'", "''")}'\n`)
    const data = join(this.path, name)
    await asPostgres('sh', ['-c', 'printf %s "$2" >> "$1/postgresql.conf"', 'sh', data, lines.join('')])
    await asPostgres(join(this.bin, 'pg_ctl'), ['-D', data, '-l', `${data}.log`, '-w', '-t', '600', 'start'])
    this.#running.add(name)
    return `postgres://openaccount@localhost:${port}/openaccount`
  }

  /** Ends a cluster at once, as a machine that is lost. */
  async lose(name: string): Promise<void> {
    await asPostgres(join(this.bin, 'pg_ctl'), ['-D', join(this.path, name), '-m', 'immediate', '-w', 'stop'])
    this.#running.delete(name)
  }

  async remove(): Promise<void> {
    for (const name of this.#running) await this.lose(name)
    await this.#remove()
  }
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
