import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../scripts/docs/model.ts'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { otherSamplesOf, samplesOf } from '../../scripts/docs/samples.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A request as it arrived; of a form in parts, the boundary is the sender's own. */
interface Arrived {
  request: string
  headers: Record<string, string | undefined>
  body: string
}

const read = ['authorization', 'x-signature', 'x-state-token', 'content-type']

let arrived: Arrived[] = []
const server = createServer(async (request, response) => {
  arrived.push(await arrivedAs(request))
  response.end('{}')
})

async function arrivedAs(request: IncomingMessage): Promise<Arrived> {
  const { method, url, headers } = request
  const body = await text(request)
  const [, boundary] = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '') ?? []
  const shown = (given: string) =>
    boundary === undefined ? given : given.replaceAll(boundary, 'boundary').replaceAll('"', '')
  const own = Object.keys(headers).filter((name) => read.includes(name) || name.startsWith('x-'))
  return {
    request: `${method} ${url}`,
    headers: Object.fromEntries(
      own.sort().map((name) => [name, shown(String(headers[name])).replace(/; ?charset=utf-8$/i, '')]),
    ),
    body: normal(headers['content-type'] ?? '', shown(body)),
  }
}

/** One text for bodies that mean the same. */
function normal(type: string, body: string): string {
  if (type.includes('json')) return JSON.stringify(JSON.parse(body))
  if (type.includes('urlencoded')) return JSON.stringify([...new URLSearchParams(body)].sort())
  // Some name the media type of a part and some write the words in other cases.
  return body
    .replaceAll(/^content-type: .*\r?\n/gim, '')
    .replaceAll(/^-+boundary/gm, 'boundary')
    .replaceAll(/content-disposition/gi, 'content-disposition')
}

const environment = {
  ...process.env,
  ...{
    ACCESS_TOKEN: 'an-access-token',
    SIGNATURE: 'a-signature',
    STATE_TOKEN: 'a-state-token',
    CLIENT_ID: 'an-id',
    CLIENT_SECRET: 'a-secret',
  },
}

let folder = ''
let operations: Operation[] = []
let expected: Arrived[] = []
let remove = async () => {}

/** The samples of one language, calling the server that writes down what arrives. */
const samplesIn = (language: 'fetch' | 'java' | 'python' | 'go') =>
  operations.map((operation) => ({ id: operation.id, code: here(otherSamplesOf(operation)[language] ?? '') }))

const here = (code: string) =>
  code.replaceAll('http://localhost:3000', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)

beforeAll(async () => {
  const directory = await temporaryDirectory()
  folder = directory.path
  remove = directory.remove
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await writeFile(join(folder, 'picture.png'), 'a picture')
  const contracts = await Promise.all(apis.map((api) => readContract(root, api)))
  operations = contracts
    .flatMap(({ groups }) => groups.flatMap((group) => group.operations))
    .filter((operation) => operation.event === undefined && otherSamplesOf(operation).go !== undefined)
  // What the command of curl sends is what the others have to send.
  const commands = operations.map(
    (operation) => `${here(samplesOf(operation, () => '')[0]?.curl ?? '')} -s -o /dev/null`,
  )
  expected = await heard(() => run('bash', ['-c', commands.join('\n')], { cwd: folder, env: environment }))
  expect(expected).toHaveLength(operations.length)
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await remove()
})

async function heard(work: () => Promise<unknown>): Promise<Arrived[]> {
  arrived = []
  await work()
  return arrived
}

describe('every sample of the reference sends what its command of curl sends', () => {
  test('in JavaScript, by fetch', async () => {
    const code = samplesIn('fetch').map(({ code }) => code.replace(/^import .*\n/gm, ''))
    const program = `import { openAsBlob } from 'node:fs'\n${code.map((sample) => `{\n${sample}\n}\n`).join('')}`
    await writeFile(join(folder, 'samples.mjs'), program)
    const sent = await heard(() => run(process.execPath, ['samples.mjs'], { cwd: folder, env: environment }))
    expect(sent).toEqual(expected)
  })

  test('in Python', async () => {
    const code = samplesIn('python')
    await writeFile(join(folder, 'samples.json'), JSON.stringify(code))
    const program = `import json\nfor sample in json.load(open("samples.json")):\n    exec(compile(sample["code"], sample["id"], "exec"), {})\n`
    await writeFile(join(folder, 'samples.py'), program)
    const sent = await heard(() => run('python3', ['samples.py'], { cwd: folder, env: environment }))
    expect(sent).toEqual(expected)
  })

  test('in Go, all built as one program', async () => {
    const place = join(folder, 'go')
    await mkdir(place)
    const code = samplesIn('go')
    for (const { id, code: sample } of code)
      await writeFile(join(place, `${id.toLowerCase()}_sample.go`), sample.replace('func main()', `func ${id}()`))
    await writeFile(join(place, 'go.mod'), 'module samples\n\ngo 1.19\n')
    await writeFile(
      join(place, 'main.go'),
      `package main\n\nfunc main() {\n${code.map(({ id }) => `\t${id}()\n`).join('')}}\n`,
    )
    const env = { ...environment, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOCACHE: join(folder, 'cache') }
    await run('go', ['build', '-o', '../samples', '.'], { cwd: place, env })
    const sent = await heard(() => run('./samples', [], { cwd: folder, env }))
    expect(sent).toEqual(expected)
  })

  test('in Java, all compiled by one call', async () => {
    const place = join(folder, 'java')
    await mkdir(place)
    const code = samplesIn('java')
    for (const { id, code: sample } of code)
      await writeFile(join(place, `${id}.java`), sample.replace('class Call', `class ${id}`))
    const calls = code.map(({ id }) => `    ${id}.main(args);\n`).join('')
    await writeFile(
      join(place, 'Samples.java'),
      `class Samples {\n  public static void main(String[] args) throws Exception {\n${calls}  }\n}\n`,
    )
    const files = [...code.map(({ id }) => `${id}.java`), 'Samples.java']
    await run('javac', ['-encoding', 'UTF-8', '-d', 'out', ...files], { cwd: place })
    const sent = await heard(() => run('java', ['-cp', 'java/out', 'Samples'], { cwd: folder, env: environment }))
    expect(sent).toEqual(expected)
  })
})
