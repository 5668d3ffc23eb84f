import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { codeOf } from './guides.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

let server: TestServer
let directory: Awaited<ReturnType<typeof temporaryDirectory>>

beforeAll(async () => {
  server = await startTestServer()
  directory = await temporaryDirectory()
  const program = codeOf('account', 'bulk-import', 'ts')
    .replaceAll('@openaccount/client', join(root, 'client/src/index.ts'))
    .replaceAll('http://localhost:3000', server.issuer)
  await writeFile(join(directory.path, 'import.ts'), program)
})
afterAll(async () => {
  await server.close()
  await directory.remove()
})

const run = () => execute(process.execPath, ['import.ts'], { cwd: directory.path })
const place = (name: string) => join(directory.path, name)
const done = async () =>
  (await readFile(place('done.ndjson'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { guid?: string; error?: string })

const COUNT = Number(process.env.IMPORTED ?? 250)
const example = JSON.parse(codeOf('account', 'bulk-import', 'json')) as { userName: string; email: string }

test('the program of the guide creates every user once, goes on where it was stopped, and writes down who failed', {
  timeout: 900_000,
}, async () => {
  const people = Array.from({ length: COUNT }, (_, index) => ({
    ...example,
    userName: `imported${index}`,
    email: `imported${index}@example.com`,
  }))
  // Taken by somebody of the demo.
  people[120] = { ...example, userName: 'testUserName', email: 'other@example.com' }
  await writeFile(place('people.ndjson'), people.map((person) => `${JSON.stringify(person)}\n`).join(''))
  const begin = performance.now()
  await run()
  console.log(`import: ${COUNT} users in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  const first = await done()
  expect(first).toHaveLength(COUNT)
  expect(first.filter(({ error }) => error)).toEqual([first[120]])
  expect(first[120]).toHaveProperty('error', 'CreateUserFailed')
  expect(new Set(first.map(({ guid }) => guid)).size).toBe(COUNT)

  // As if it had been stopped before the last call was written down: nobody is created twice.
  const kept = COUNT - 50
  await writeFile(
    place('done.ndjson'),
    first
      .slice(0, kept)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
  await run()
  const second = await done()
  expect(second).toHaveLength(COUNT)
  expect(second.slice(kept).map(({ guid }) => guid)).toEqual(first.slice(kept).map(({ guid }) => guid))
  expect(second.slice(kept).every(({ error }) => error !== undefined)).toBe(true)
})
