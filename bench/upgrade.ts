import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { runCommand, UsageError } from '../scripts/command.ts'
import { createLogger } from '../server/log/log.ts'
import { temporaryDirectory } from '../test/setup/temporary.ts'
import { type RunningProxy, startProxy } from '../test/support/haproxy.ts'
import { runJourneys } from '../test/support/journeys.ts'
import { freePort, type Running, run } from '../test/support/process.ts'
import { machineClass, root } from './machine.ts'
import { secretKey } from './ours.ts'
import { startCallers } from './soak/callers.ts'
import { checkOut } from './upgrade/checkout.ts'
import { Keeper } from './upgrade/keeper.ts'

const help = `Usage: npm run upgrade -- --from <version> [--seconds N] [--callers N]

Upgrades an installation from another version to this one and back again, while callers go on: the old version is checked out
and installed beside this one, and makes and fills the database; then both serve behind HAProxy, each request by the next
node; then this one alone; then both again; then the old one alone. Callers visit in each part, and
who was signed in at the beginning still is; with both, every journey of the old contract is walked. Ends with 1 when a request has failed.

  --from <version>   what git knows it by: a tag, a branch, a commit
  --seconds N        how long callers visit in each part (20)
  --callers N        how many at once (3)
  --help             show this text

Needs HAProxy (on Debian: apt-get install haproxy) and a registry to install from.
`

interface Settings {
  readonly from: string
  readonly seconds: number
  readonly callers: number
}

async function main(): Promise<string | undefined> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      from: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      callers: { type: 'string', default: '3' },
    },
  })
  if (values.help) return help.trimEnd()
  const [seconds, callers] = [Number(values.seconds), Number(values.callers)]
  if (!values.from || !(seconds >= 1) || !(callers >= 1)) throw new UsageError(help.trimEnd())
  const directory = await temporaryDirectory()
  try {
    await upgrade(directory.path, { from: values.from, seconds, callers })
  } finally {
    await directory.remove()
  }
  return undefined
}

async function upgrade(directory: string, { from, seconds, callers }: Settings): Promise<void> {
  console.log(machineClass())
  console.log(`installing ${from} …`)
  const undo: (() => Promise<unknown>)[] = []
  try {
    const old = await checkOut(from, directory)
    undo.unshift(old.remove)
    const postgres = await startEmbeddedPostgres({ dataDir: directory, log: createLogger({ level: 'warn' }) })
    undo.unshift(postgres.stop)
    const [port = 0, ...ports] = [await freePort(), await freePort(), await freePort()]
    const origin = `http://localhost:${port}`
    const checkouts = { old: old.path, new: root } as const
    const nodes = new Map<Version, Running>()
    let proxy: RunningProxy | undefined
    undo.unshift(() => Promise.all([...nodes.keys()].map(stop)))

    async function start(version: Version): Promise<void> {
      const index = version === 'old' ? 0 : 1
      const env = {
        DATABASE_URL: postgres.url,
        DATA_DIR: directory,
        SECRET_KEY: secretKey,
        SEED: 'demo',
        PORT: String(ports[index]),
        PUBLIC_URL: origin,
        TRUST_PROXY: 'loopback',
        DRAIN_SECONDS: '5',
        LOG_LEVEL: 'warn',
      }
      const node = run('server/main.ts', env, [], { checkout: checkouts[version] })
      nodes.set(version, node)
      await node.says('OpenAccount ready')
      await proxy?.serve(index, true)
    }
    async function stop(version: Version): Promise<void> {
      const node = nodes.get(version)
      nodes.delete(version)
      // By hand, whatever the old version says of itself on a busy machine.
      await proxy?.serve(version === 'old' ? 0 : 1, false)
      node?.child.kill('SIGTERM')
      const code = await node?.ended()
      if (code !== 0) throw new Error(`the ${version} node has ended with ${code}:\n${node?.output()}`)
    }

    await start('old')
    const running = await startProxy(directory, port, ports, { check: '/healthz' })
    proxy = running
    undo.unshift(async () => {
      proxy = undefined
      await running.stop()
    })
    const keeper = await Keeper.signIn(origin)
    const journeys = (await readdir(join(old.path, 'openapi/workflows'))).filter((file) => onServer.test(file))
    const known = await migrationsOf(postgres.url)
    console.log(`${old.commit}: ${known.length} migrations, the last ${known.at(-1)}`)

    const parts: readonly (readonly [string, () => Promise<void>])[] = [
      ['the old version', async () => {}],
      ['both', () => start('new')],
      ['the new version', () => stop('old')],
      ['both, on the way back', () => start('old')],
      ['the old version again', () => stop('new')],
    ]
    let failed = false
    for (const [name, change] of parts) {
      const before = await running.figures()
      const load = startCallers(origin, callers, 100)
      // Some leave something behind, and can be walked once.
      const walked = name === 'both' ? journeys : []
      try {
        // What changes does so under load.
        await change()
        await delay(seconds * 1_000)
        await keeper.goOn()
        for (const file of walked) await runJourneys(file, origin, undefined, old.path)
      } finally {
        await load.end()
      }
      const after = await running.figures()
      const { failures } = load.outcome()
      const part = (of: (figures: typeof after) => number) => of(after) - of(before)
      const requests = part(({ answers }) => Object.values(answers).reduce((sum, count) => sum + count, 0))
      const broken = part(({ answers, errors }) => answers['5xx'] + errors)
      const split = [0, 1].map((node) => part(({ nodes }) => nodes[node] ?? 0))
      console.log(
        `${name.padEnd(22)}  ${requests} requests (old ${split[0]}, new ${split[1]}), ${broken} failed; ${failures.length} visits not as they should be; ${walked.length} journeys`,
      )
      for (const { kind, error } of failures.slice(0, 5)) console.error(`  ${kind}:`, error)
      failed ||= broken > 0 || failures.length > 0
      if (name === 'both') {
        const now = await migrationsOf(postgres.url)
        console.log(
          `  migrated under load: ${now.filter((migration) => !known.includes(migration)).join(', ') || 'nothing'}`,
        )
      }
    }
    console.log(failed ? 'FAILED' : 'ok: up and back again, and nobody has noticed')
    if (failed) process.exitCode = 1
  } finally {
    for (const step of undo) await step()
  }
}

type Version = 'old' | 'new'

/** The sign-in of OneAccess is none that a server can be asked for: see test/docs/guides/workflows-run.test.ts. */
const onServer = /^(?!oneaccess-sign-in).*\.arazzo\.yaml$/

async function migrationsOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

await runCommand(main)
