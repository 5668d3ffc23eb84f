import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { isAlive } from '../../embedded-postgres/src/postmaster.ts'
import { createLogger } from '../../server/log/log.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

/** The program of a process that owns a data directory. */
export const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url))
export const underRoot = process.getuid?.() === 0

/** Leaves something, to be found again. */
export const keep = 'create table kept as select 42 as answer'
export const kept = 'select answer from kept'

const quiet = createLogger({ level: 'silent' })

/** Gives each test of a file a data directory, empty at first, and stops what the test has started there. */
export function eachWithDataDirectory() {
  let made: Awaited<ReturnType<typeof temporaryDirectory>>
  const running = new Set<EmbeddedPostgres>()
  const owners = new Set<ChildProcess>()
  const lines: string[] = []
  const log = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } })

  const at = {
    /** What the data directory stands in. */
    directory: '',
    dataDir: '',
    lines,
    log,

    /** Makes it as a first start has left it. */
    copyOfMade(): void {
      execFileSync('cp', ['-a', join(made.path, 'data'), at.dataDir])
    },

    async start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
      const server = await startEmbeddedPostgres({ dataDir: at.dataDir, log, fast: true, ...options })
      running.add(server)
      return server
    },

    /** Starts a separate process that owns, or tries to own, the data directory. */
    async startOwner(
      uid?: number,
    ): Promise<{ owner: ChildProcess; said: { url: string; pid: number; error?: string } }> {
      const owner = spawn(process.execPath, [OWNER, at.dataDir, ...(uid === undefined ? [] : [String(uid)])], {
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: '/',
      })
      owners.add(owner)
      owner.stderr?.on('data', (data: Buffer) => void lines.push(data.toString('utf8')))
      const [line] = (await once(createInterface({ input: owner.stdout ?? process.stdin }), 'line')) as [string]
      return { owner, said: JSON.parse(line) }
    },
  }

  beforeAll(async () => {
    made = await temporaryDirectory()
    await (await startEmbeddedPostgres({ dataDir: join(made.path, 'data'), log: quiet, fast: true })).stop()
  })
  afterAll(() => made.remove())

  beforeEach(async () => {
    const { path, remove } = await temporaryDirectory()
    at.directory = path
    at.dataDir = join(path, 'data')
    lines.length = 0
    return remove
  })
  afterEach(async () => {
    for (const server of running) await server.stop()
    running.clear()
    for (const owner of owners) {
      if (owner.exitCode !== null || owner.signalCode !== null) continue
      owner.kill('SIGTERM')
      await once(owner, 'exit')
    }
    owners.clear()
  })
  return at
}

export async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export async function killServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000 })
}
