import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { type ProtocolServer, startProtocolServer } from './protocol-server.ts'
import { type ReadmeExample, readmeExamples } from './readme.ts'

const run = promisify(execFile)
const entry = new URL('../../client/src/index.ts', import.meta.url).href
const sender = new URL('event-sender.ts', import.meta.url).href

/** What each example prints, by the heading that it stands below. */
const printed: Readonly<Record<string, RegExp>> = {
  Calls: /^http:\/\/127\.0\.0\.1:\d+ [1-9]\n$/,
  'By method and path': /^application\/\S+json\S* [1-9]\n[1-9]\n$/,
  Middleware: /^\/Common\/Getpubkeys 200\n\d{3}\n$/,
  Pages: /^(\d{4}-\d\d-\d\dT\S+Z (true|false)\n)+$/,
  Messages: /^41 LicenseTimeChange ZWCAD_PRO\n$/,
  Files: /^https:\/\/\S+\n$/,
  'Bulk calls': /^created [\da-f-]{36}\ntest@example\.com CreateUserFailed Email Already Exist\n/,
  'Signing a user in': /^Hello, \S.*\nhttp:\/\/127\.0\.0\.1:\d+\/connect\/endsession\?id_token_hint=\S+\n$/,
  'A device without a browser': /^Open http:\/\/\S+ and type \S+\n\d+\n$/,
  Errors: /^sign in again\n$/,
  'Encrypting passwords': /^[\w+/]{342}==\n$/,
  'Managing users and applications': /^(\S+ \S+\n)+$/,
  'A signed-in user': /^zhangsan\n$/,
  'Single sign-on in the browser': /^\S+\n$/,
  'Failures of OneAccess': /^The application is missing: \S.*\n$/,
  'Event callbacks': /^created zhangsan 1\n200 400 200 404\n$/,
}

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let mock: RunningMock
/** For the example that leaves the mock's users otherwise than it found them. */
let changed: RunningMock
/** Publishes a key as servers have it; that of the contract's example is too small for the safe padding. */
let keys: ProtocolServer
let examples: ReadmeExample[]

beforeAll(async () => {
  examples = await readmeExamples()
  directory = await temporaryDirectory()
  mock = await startMock()
  changed = await startMock()
  keys = await startProtocolServer()
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = JSON.stringify(publicKey.export({ type: 'spki', format: 'pem' }))
  keys.on('GET /Common/Getpubkeys', () => ({ headers: { 'content-type': 'application/json' }, body: pem }))
})
afterAll(async () => {
  await mock.stop()
  await changed.stop()
  await keys.close()
  await directory.remove()
})

test('every example is run', () => {
  expect(examples.map(({ heading }) => heading).sort()).toEqual(Object.keys(printed).sort())
})

test.concurrent.each(Object.entries(printed))(
  '%s',
  async (heading, output) => {
    const code = examples.find((example) => example.heading === heading)?.code ?? ''
    const baseUrl = servers()[heading] ?? mock.origin
    const name = heading.replaceAll(' ', '-')
    const file = join(directory.path, `${name}.ts`)
    await writeFile(
      file,
      code.replaceAll('@openaccount/client', entry).replaceAll(/http:\/\/localhost:(3000|4010)/g, baseUrl),
    )
    const main = join(directory.path, `${name}.main.ts`)
    await writeFile(main, walks[heading]?.(name) ?? `import './${name}.ts'\n`)
    const { stdout } = await run(process.execPath, [main])
    expect(stdout).toMatch(output)
  },
  60_000,
)

/** Who answers the examples that the common mock does not. */
const servers = (): Readonly<Record<string, string>> => ({
  'Encrypting passwords': keys.baseUrl,
  'Managing users and applications': changed.origin,
})

/** What happens around the examples that are not a program by themselves, by their headings. */
const walks: Readonly<Record<string, (name: string) => string>> = {
  // The browser: its storage, its address, and a user who agrees.
  'Signing a user in': (name) => `
const stored = new Map()
globalThis.sessionStorage = { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) }
globalThis.location = { href: '', assign: (url) => { location.href = url } }
const { begin, finish } = await import('./${name}.ts')
await begin()
location.href = (await fetch(location.href, { redirect: 'manual' })).headers.get('location')
console.log(await finish())
`,
  'Single sign-on in the browser': (name) => `
const { address, finish } = await import('./${name}.ts')
const { headers } = await fetch(address, { redirect: 'manual' })
await finish(new URL(headers.get('location')).searchParams.get('code'))
`,
  // OneAccess sends its events.
  'Event callbacks': (name) => `
import { decryptData, eventRequest } from '${sender}'
const { default: { fetch: receive } } = await import('./${name}.ts')
const callback = { token: 'sync.Demo.2026', encryptionKey: 'abcdefgh12345678', signatureKey: 'ABCDEFGH87654321' }
const send = async (type, message) => (await receive(eventRequest(callback, type, JSON.stringify(message)))).json()
const created = await send('CREATE_USER', { username: 'zhangsan', organizationId: '1' })
const again = await send('CREATE_USER', { username: 'zhangsan', organizationId: '1' })
const id = JSON.parse(decryptData(created.data, callback.encryptionKey))
console.log(created.code, again.code, (await send('DELETE_USER', id)).code, (await send('DELETE_USER', id)).code)
`,
}
