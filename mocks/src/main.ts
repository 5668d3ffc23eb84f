import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadDocuments, type MockDocument } from './contract.ts'
import { type MockOptions, readOptions, usage } from './options.ts'
import { createMock } from './server.ts'

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

/** Listens, or gives the one line that says why not. */
function listen(server: Server, { host, port }: MockOptions): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(`Port ${port} is already in use; choose another with --port.`)
      else resolve(`Cannot listen on ${host}:${port}: ${error.message}`)
    })
    server.listen(port, host, () => resolve(undefined))
  })
}

async function main(): Promise<number | undefined> {
  let options: MockOptions
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
  const documents = await loadDocuments()
  const server = await createMock({ documents, dynamic: options.dynamic, seed: options.seed })
  const trouble = await listen(server, options)
  if (trouble) {
    console.error(trouble)
    return 1
  }
  const { port } = server.address() as AddressInfo
  const origin = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`
  console.log(listing(documents))
  console.log(`Choose an answer with the header  Prefer: code=404, example=<name>`)
  console.log('OpenID configurations (any client, any user, any password):')
  for (const issuer of [origin, `${origin}/api/v1/oauth2`]) console.log(`  ${issuer}/.well-known/openid-configuration`)
  console.log(`OpenAccount mock ready at ${origin}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
    })
  }
  return undefined
}

process.exitCode = await main()
