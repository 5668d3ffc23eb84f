import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../docs/compile.ts'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { decryptData, eventRequest } from './event-sender.ts'

const run = promisify(execFile)
const entry = new URL('../../client/src/index.ts', import.meta.url).href

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let mock: RunningMock

beforeAll(async () => {
  directory = await temporaryDirectory()
  mock = await startMock()
})
afterAll(async () => {
  await mock.stop()
  await directory.remove()
})

function source(name: string): Promise<string> {
  return readFile(new URL(`../../client/examples/${name}`, import.meta.url), 'utf8')
}

/** Puts an example, with the package from its source, where it can be run. */
async function place(name: string): Promise<string> {
  const code = await source(name)
  const file = join(directory.path, name)
  await writeFile(file, code.replace('@openaccount/client', entry).replace('http://localhost:3000', mock.origin))
  return file
}

test('all are run here, and compile', async () => {
  const names = await readdir(new URL('../../client/examples', import.meta.url))
  expect(names.sort()).toEqual(['event-receiver.ts', 'oneaccess.ts', 'userinfo.ts'])
  const sources = await Promise.all(names.map(async (name) => [name, await source(name)] as const))
  expect(compile(new Map(sources))).toEqual([])
}, 120_000)

test('userinfo.ts', async () => {
  const { stdout } = await run(process.execPath, [await place('userinfo.ts')])
  expect(stdout).toMatch(/^[\da-f-]{36} \S/)
}, 120_000)

test('oneaccess.ts', async () => {
  const { stdout } = await run(process.execPath, [await place('oneaccess.ts'), mock.origin])
  expect(stdout).toMatch(/^created \S+\nlogin SUCCESS\nprofile zhangsan \d{11}\n$/)
}, 120_000)

test('event-receiver.ts', async () => {
  const callback = { token: 't', encryptionKey: 'abcdefgh12345678', signatureKey: 'ABCDEFGH87654321' }
  const env = {
    PORT: '0',
    CALLBACK_TOKEN: callback.token,
    CALLBACK_ENCRYPTION_KEY: callback.encryptionKey,
    CALLBACK_SIGNATURE_KEY: callback.signatureKey,
  }
  const server: ChildProcess = spawn(process.execPath, [await place('event-receiver.ts')], { env })
  try {
    const [line] = (await once(createInterface({ input: server.stdout as NodeJS.ReadableStream }), 'line')) as [string]
    const address = /http:\S+/.exec(line)?.[0] ?? ''
    const send = async (eventType: string, message: string) => {
      const { method, headers, body } = eventRequest(callback, eventType, message)
      const response = await fetch(address, { method, headers, body: await new Response(body).text() })
      const { code, data } = (await response.json()) as { code: string; data?: string }
      return { status: response.status, code, data: data && decryptData(data, callback.encryptionKey) }
    }
    expect(await send('CHECK_URL', 'random')).toEqual({ status: 200, code: '200', data: 'random' })
    const created = await send('CREATE_USER', '{"username":"zhangsan"}')
    expect(created.code).toBe('200')
    expect(await send('CREATE_USER', '{"username":"zhangsan"}')).toMatchObject({ status: 400, code: '400' })
    expect(await send('DELETE_USER', created.data ?? '')).toMatchObject({ status: 200, code: '200' })
    expect(await send('DELETE_USER', created.data ?? '')).toMatchObject({ status: 404, code: '404' })
    expect((await fetch(address)).status).toBe(405)
    // Neither what no Request can be made of, nor a body that breaks off, ends the server.
    const trace = request(address, { method: 'TRACE' }).end()
    const [refused] = (await once(trace, 'response')) as [IncomingMessage]
    expect(refused.resume().statusCode).toBe(400)
    const headers = { Authorization: `Bearer ${callback.token}`, 'Content-Length': '100', Expect: '100-continue' }
    const broken = request(address, { method: 'POST', headers })
    broken.flushHeaders()
    await once(broken, 'continue')
    await once(broken.destroy(), 'error')
    expect(await send('CHECK_URL', 'random')).toMatchObject({ status: 200 })
  } finally {
    server.kill()
  }
}, 120_000)
