import { parseArgs } from 'node:util'
import type { OperationId } from '../generated/operations.ts'
import { runCommand, UsageError } from './command.ts'
import { learnDemo } from './fuzz/demo.ts'
import { everyOperation } from './fuzz/operations.ts'
import { type FuzzReport, fuzz } from './fuzz/run.ts'
import { startFuzzedServer } from './fuzz/server.ts'

const help = `Usage: npm run fuzz -- [options]

Starts a server of its own with the demo data and calls it with requests made from the contract: valid, at the limits, of the
wrong type, huge, with Unicode and NUL, with parameters twice, with credentials of all kinds and without. Every answer has to be
documented, in status, media type and body; a 5xx, or none within 30 s, is a failure too. Ends with 1 after a failure.

  --calls N            how many calls (5000)
  --seed N             makes the same requests again; a new one each time by default
  --only OPERATION_ID  this operation alone; may be given again. By default: every operation
  --json               print JSON
  --help               show this text
`

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      calls: { type: 'string', default: '5000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      only: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  const [calls, seed] = [Number(values.calls), Number(values.seed)]
  if (positionals.length > 0 || !(calls >= 1) || !Number.isInteger(seed)) throw new UsageError(help.trimEnd())
  const operations = values.only?.map(known) ?? everyOperation
  const server = await startFuzzedServer()
  try {
    const report = await fuzz({ ...server, operations, calls, seed, learn: () => learnDemo(server.origin) })
    if (report.failures.length > 0) {
      process.exitCode = 1
      console.error(server.tail())
    }
    return values.json ? asJson(report) : asText(report)
  } finally {
    await server.stop()
  }
}

function known(id: string): OperationId {
  const found = everyOperation.find((known) => known === id)
  if (!found) throw new UsageError(`the server has no operation "${id}"`)
  return found
}

function asJson({ statuses, ...report }: FuzzReport): string {
  const counted = Object.fromEntries([...statuses].map(([id, counts]) => [id, Object.fromEntries(counts)]))
  return JSON.stringify({ ...report, statuses: counted }, null, 2)
}

function asText({ seed, calls, statuses, slowest, failures }: FuzzReport): string {
  const counts = (counted: ReadonlyMap<number, number>) =>
    [...counted].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`)
  return [
    ...[...statuses].map(([id, counted]) => `${id}: ${counts(counted).join(', ')}`),
    `slowest: ${slowest.map(({ operation, status, ms }) => `${operation} ${status} ${Math.round(ms)} ms`).join(', ')}`,
    ...failures.flatMap(({ operation, problem, request }) => ['', `${operation} ${problem}`, JSON.stringify(request)]),
    `seed ${seed}, ${calls} calls, ${failures.length} failures`,
  ].join('\n')
}

await runCommand(main)
