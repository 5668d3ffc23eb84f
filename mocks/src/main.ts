import { readFile } from 'node:fs/promises'
import type { MockDocument } from './contract.ts'
import type { MockOptions } from './mock.ts'
import { type CommandOptions, readOptions, usage } from './options.ts'
import { runMock } from './running.ts'

function listing(documents: MockDocument[]): string {
  const lines: string[] = []
  for (const { title, version, operations } of documents) {
    lines.push(`${title} ${version}: ${operations.length} operations`)
    for (const { id, policy } of operations) {
      lines.push(`  ${policy.method.toUpperCase().padEnd(6)} ${policy.path.padEnd(46)} ${id}`)
    }
  }
  return lines.join('\n')
}

/** Why a mock did not start, in one line. */
function reasonOf(error: unknown, { host, port }: CommandOptions): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `Port ${port} is already in use; choose another with --port.`
  return `Cannot start on ${host}:${port}: ${message}`
}

/** The users, clients and lifetimes of a file. */
async function configured({ config }: CommandOptions): Promise<MockOptions> {
  return config === undefined ? {} : (JSON.parse(await readFile(config, 'utf8')) as MockOptions)
}

async function main(): Promise<number | undefined> {
  let options: CommandOptions
  try {
    options = readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nSee --help.`)
    return 2
  }
  if (options.help) {
    console.log(usage)
    return 0
  }
  const { config: _, help: __, 'no-memory': forgets, ...given } = options
  let mock: Awaited<ReturnType<typeof runMock>>
  try {
    mock = await runMock({ ...(await configured(options)), ...given, ...(forgets && { memory: false }) })
  } catch (error) {
    console.error(reasonOf(error, options))
    return 1
  }
  console.log(listing(mock.documents))
  console.log(`Choose an answer with the header  Prefer: code=404, example=<name>`)
  console.log(
    `OpenID configurations (${given.strict ? 'known clients and people only' : 'any client, any user, any password'}):`,
  )
  for (const issuer of [mock.url, `${mock.url}/api/v1/oauth2`])
    console.log(`  ${issuer}/.well-known/openid-configuration`)
  console.log(`OpenAccount mock ready at ${mock.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close())
  return undefined
}

process.exitCode = await main()
