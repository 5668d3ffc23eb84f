import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from '../../scripts/command.ts'
import { machineClass, pinToLoad, tailOf } from '../machine.ts'
import { startOurs } from '../ours.ts'
import type { Peer } from '../peer.ts'
import type { Call } from './call.ts'
import { calls } from './calls/all.ts'
import { type GrownDatabase, openDatabases } from './databases.ts'
import { type GrownServer, measureCall } from './measure.ts'
import { startBigPostgres } from './postgres.ts'
import { measurePurge } from './purge.ts'
import { callTable, type Line, purgeTable, sizeTable } from './report.ts'
import { openSite } from './site.ts'
import { tableSizes } from './storage.ts'

const help = `Usage: npm run bench -- --growth [--sizes N,N] [--expired N] [--only TEXT]... [--rounds N] [--data DIR]

Every operation that can be asked again and again, on one server with few users and one with many, in turns: the time of a
request, the statements, and the pages that PostgreSQL touches for it. The largest database has rows that have expired,
and its server purges them meanwhile. docs/measurements/growth.md has what came of it, and how to read it.

  --sizes N,N    users of each database (10000,1000000)
  --expired N    expired rows of the largest (5000000)
  --only TEXT    operations whose name holds TEXT; may be given again
  --rounds N     measured calls of each (15)
  --data DIR     where the databases are kept for the next run; made, loaded and removed unless told

Loading takes some fifteen minutes for a million users, and 12 GB.
`

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      growth: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      sizes: { type: 'string', default: '10000,1000000' },
      expired: { type: 'string', default: '5000000' },
      only: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '15' },
      data: { type: 'string' },
    },
  })
  if (values.help) return help.trimEnd()
  const sizes = values.sizes.split(',').map(Number)
  const [expired, rounds] = [Number(values.expired), Number(values.rounds)]
  const chosen = calls.filter(({ operation }) => values.only?.some((text) => operation.includes(text)) ?? true)
  const right = sizes.length >= 2 && sizes.every((size) => size >= 1_000) && expired >= 0 && rounds >= 1
  if (!right || chosen.length === 0) throw new UsageError(help.trimEnd())

  pinToLoad()
  const directory = values.data ? resolve(values.data) : await mkdtemp(join(tmpdir(), 'openaccount-growth-'))
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o711)
  try {
    return await measure(directory, sizes, expired, chosen, rounds)
  } finally {
    if (!values.data) await rm(directory, { recursive: true, force: true })
  }
}

async function measure(
  directory: string,
  sizes: readonly number[],
  expired: number,
  chosen: readonly Call[],
  rounds: number,
): Promise<string> {
  const postgres = await startBigPostgres(directory)
  const { admin, secret } = postgres
  const peers: Peer[] = []
  const [before] = loadavg()
  let databases: GrownDatabase[] = []
  try {
    databases = await openDatabases(postgres, sizes, expired)
    const largest = databases.reduce((most, database) => (database.users > most.users ? database : most))
    const storage = await tableSizes(largest.url)
    const purged = await measurePurge(largest, admin, 30)
    const servers: GrownServer[] = []
    for (const database of databases) {
      const peer = await startOurs({ databaseUrl: database.url, directory, name: database.name, secret })
      peers.push(peer)
      servers.push({ database, site: await openSite(peer.origin, database.url, database.users) })
    }
    const lines: Line[] = []
    for (const call of chosen) {
      const costs = await measureCall(call, servers, admin, rounds)
      lines.push({ operation: call.operation, of: call.of ?? '', costs })
      process.stderr.write(
        `${call.operation} ${call.of ?? ''}: ${costs.map(({ ms }) => ms.toFixed(1)).join(', ')} ms\n`,
      )
    }
    const about = `${new Date().toISOString().slice(0, 10)}, ${machineClass()}; load ${before?.toFixed(1)} to ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores; ${rounds} rounds`
    const parts = [about, callTable(sizes, lines), purgeTable(purged), sizeTable(storage)]
    return parts.join('\n\n')
  } catch (error) {
    for (const { name } of databases) console.error(await tailOf(name, directory).catch(() => name))
    throw error
  } finally {
    for (const peer of peers) await peer.stop()
    await postgres.stop()
  }
}

await runCommand(main)
