import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'

const main = new URL('../../mocks/src/main.ts', import.meta.url).pathname
const started: ChildProcess[] = []

function mock(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

async function finish(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (data: Buffer) => {
    out += data.toString()
  })
  child.stderr?.on('data', (data: Buffer) => {
    err += data.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

test('--help explains the options', async () => {
  const { code, out } = await finish(mock('--help'))
  expect(code).toBe(0)
  for (const option of ['--port', '--host', '--dynamic', '--seed', '--help', 'Prefer: code=', '/connect/token'])
    expect(out).toContain(option)
})

test.each([['--prot'], ['--port=many'], ['--port=70000'], ['stray']])(
  '%s is refused with status 2',
  async (argument) => {
    const { code, err } = await finish(mock(argument))
    expect(code).toBe(2)
    expect(err).toContain('--help')
    expect(err).not.toMatch(/^\s+at /m)
  },
)

test('a port in use is one clear line', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as { port: number }
  const { code, err } = await finish(mock('--host', '127.0.0.1', '--port', String(port)))
  holder.close()
  expect(code).toBe(1)
  expect(err).toBe(`Port ${port} is already in use; choose another with --port.\n`)
})

test('it lists what it serves, answers, and stops on SIGTERM', async () => {
  const begin = performance.now()
  const child = mock('--host', '127.0.0.1', '--port', '0')
  const lines: string[] = []
  let origin = ''
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    origin = /^OpenAccount mock ready at (\S+)/.exec(line)?.[1] ?? ''
    if (origin) break
  }
  const startMilliseconds = Math.round(performance.now() - begin)
  expect(lines.join('\n')).toMatch(/Account API .*operations/)
  expect(lines.join('\n')).toMatch(/OneAccess API .*operations/)
  expect(lines.join('\n')).toContain(`${origin}/api/v1/oauth2/.well-known/openid-configuration`)
  expect(lines.join('\n')).toContain('/connect/token')
  for (let request = 0; request < 100; request++) {
    expect((await fetch(`${origin}/.well-known/openid-configuration`)).status).toBe(200)
  }
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const memory = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  console.log(`mock: ready after ${startMilliseconds} ms, ${Math.round(Number(memory) / 1024)} MB after 100 requests`)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(0)
})
