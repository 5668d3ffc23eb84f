import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { createLogger } from '../server/log/log.ts'
import { type Load, measure } from './load.ts'
import { machineClass, pinToLoad } from './machine.ts'
import { fillOurs, startOurs } from './ours.ts'
import type { Peer } from './peer.ts'
import { introspection } from './rows/tokens.ts'
import { validatedReads } from './rows/validated-read.ts'

/**
 * What traces cost: `node bench/traces.ts [ROUNDS] [SECONDS]` prints the processor time of a request without them, with all of them,
 * and with one in a hundred, in turns.
 */
const [rounds, seconds] = [Number(process.argv[2] ?? '5'), Number(process.argv[3] ?? '5')]

pinToLoad()
let bytes = 0
const collector = createServer((request, response) => {
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'))
}).listen(0, 'localhost')
await once(collector, 'listening')
const endpoint = `http://localhost:${(collector.address() as AddressInfo).port}`

const kinds: Readonly<Record<string, Record<string, string>>> = {
  off: {},
  all: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
  'one in a hundred': {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.01',
  },
}
const [validatedRead] = validatedReads
const rows = [introspection, ...(validatedRead ? [validatedRead] : [])]

const directory = await mkdtemp(join(tmpdir(), 'openaccount-bench-'))
await chmod(directory, 0o711)
const postgres = await startEmbeddedPostgres({ dataDir: directory, log: createLogger({ level: 'warn' }) })
const servers = new Map<string, Peer>()
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
try {
  await fillOurs(postgres.url)
  for (const [name, env] of Object.entries(kinds)) {
    servers.set(name, await startOurs({ databaseUrl: postgres.url, directory, env }))
  }
  console.log(`${machineClass()}; ${rounds} × ${seconds} s, medians; load of the machine ${loadavg()[0]?.toFixed(1)}`)
  for (const row of rows) {
    const cpu = new Map<string, number[]>([...servers.keys()].map((name) => [name, []]))
    const loads = new Map<string, Load>()
    for (const [name, peer] of servers) {
      loads.set(name, await row.load(peer, peer))
      await measure(peer, loads.get(name) as Load, 3)
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, peer] of servers) {
        cpu.get(name)?.push((await measure(peer, loads.get(name) as Load, seconds)).cpu ?? Number.NaN)
      }
    }
    const off = median(cpu.get('off') ?? [])
    for (const [name, values] of cpu) {
      const own = median(values)
      console.log(`${row.name}, ${name}: ${own.toFixed(3)} ms of CPU (${(own / off).toFixed(2)} of off)`)
    }
  }
  console.log(`${Math.round(bytes / 1e6)} MB reached the collector`)
} finally {
  for (const peer of servers.values()) await peer.stop().catch(() => {})
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
  collector.closeAllConnections()
  collector.close()
}
