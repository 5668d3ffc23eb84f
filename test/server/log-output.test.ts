import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'

const root = join(import.meta.dirname, '../..')

/** Runs some lines of code that have a logger, `log`, on standard output. */
function program(code: string, stdout: number | 'pipe' = 'pipe') {
  const source = `import { createLogger, logRequest } from './server/log/log.ts'
    const log = createLogger({ level: 'info' })
    const request = { method: 'GET', url: '/connect/userinfo', status: 200, ms: 1, requestId: 'r' }
    ${code}`
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    cwd: root,
    stdio: ['pipe', stdout, 'pipe'],
  }) as ChildProcessWithoutNullStreams
}

const ends = {
  'its end': '',
  'process.exit': 'process.exit(1)',
  'an error that nobody catches': `throw new Error('crash')`,
  'a rejection that nobody catches': `Promise.reject(new Error('crash')); setInterval(() => {}, 1_000)`,
}
test.each(Object.entries(ends))('every line is there after %s', async (_name, end) => {
  const { stdout } = program(`for (let n = 0; n < 1_000; n += 1) logRequest(log, request)
    log.warn('the last')
    ${end}`)
  const lines = (await text(stdout)).trimEnd().split('\n')
  expect(lines).toHaveLength(1_001)
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 'warn', msg: 'the last' })
})

test('a line does not wait for others', async () => {
  const child = program(`logRequest(log, request); setInterval(() => {}, 1_000)`)
  const [part] = await once(child.stdout, 'data')
  expect(String(part)).toContain('/connect/userinfo')
  child.kill()
})

test('while nobody reads the log a bounded part of it waits, and what was dropped is told afterwards', async () => {
  const child = program(`process.stdin.once('data', () => {})
    for (let n = 0; n < 400_000; n += 1) logRequest(log, request)
    process.stderr.write(String(process.memoryUsage.rss()))
    process.stdin.once('end', () => log.info('after'))`)
  const [memory] = await once(child.stderr, 'data')
  expect(Number(String(memory))).toBeLessThan(250 * 2 ** 20)
  child.stdin.end('go on')
  const lines = (await text(child.stdout)).trimEnd().split('\n')
  expect(lines.length).toBeLessThan(150_000)
  const told = lines.filter((line) => line.includes('lines of the log were dropped')).map((line) => JSON.parse(line))
  const dropped = told.reduce((sum: number, line: { lines: number }) => sum + line.lines, 0)
  expect(lines.length - told.length + dropped).toBeGreaterThanOrEqual(400_000)
}, 120_000)

test('a process whose reader has gone ends all the same', async () => {
  const child = program(`process.stdin.once('end', () => {
      log.warn('nobody reads this')
      process.exit(3)
    }).resume()`)
  child.stdout.destroy()
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([3, null])
})

test('a full disk under the log neither ends the process nor holds up its exit', async () => {
  const full = await open('/dev/full', 'w')
  const child = program(
    `for (let n = 0; n < 1_000; n += 1) logRequest(log, request)
    setTimeout(() => {
      log.fatal('written at once')
      console.error('alive')
      process.exit(7)
    }, 1_500)`,
    full.fd,
  )
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  await full.close()
  expect([code, said]).toEqual([7, 'alive\n'])
})

test('a reader who stands still does not hold up the exit', async () => {
  const { path, remove } = await temporaryDirectory()
  const pipe = join(path, 'pipe')
  await promisify(execFile)('mkfifo', [pipe])
  const end = await open(pipe, 'r+')
  const child = program(
    `for (let n = 0; n < 10_000; n += 1) logRequest(log, request)
    setTimeout(() => process.exit(7), 1_500)`,
    end.fd,
  )
  const [code] = await once(child, 'exit')
  expect(code).toBe(7)
  await end.close()
  await remove()
})
