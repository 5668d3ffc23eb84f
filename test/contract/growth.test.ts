import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { calls } from '../../bench/growth/calls/all.ts'
import { grows } from '../../bench/growth/report.ts'
import { unmeasured } from '../../bench/growth/unmeasured.ts'
import { operations } from '../../generated/operations.ts'

vi.setConfig({ testTimeout: 120_000 })

test('every operation is measured at two sizes, or it is said why it is not', () => {
  const measured = new Set<string>(calls.map(({ operation }) => operation))
  const explained = Object.values(unmeasured).flat()
  expect(explained.filter((operation) => measured.has(operation))).toEqual([])
  expect([...measured, ...explained].toSorted()).toEqual(Object.keys(operations).toSorted())
})

test.each([
  { small: { databaseMs: 1, buffers: 100 }, large: { databaseMs: 1.4, buffers: 140 }, told: false },
  { small: { databaseMs: 0.1, buffers: 10 }, large: { databaseMs: 0.3, buffers: 60 }, told: false },
  { small: { databaseMs: 1, buffers: 100 }, large: { databaseMs: 2, buffers: 100 }, told: true },
  { small: { databaseMs: 1, buffers: 100 }, large: { databaseMs: 1, buffers: 400 }, told: true },
])('$small beside $large: grows is $told', ({ small, large, told }) => {
  const costs = [small, large].map((cost) => ({ ms: 1, statements: 1, ...cost }))
  expect(grows({ operation: 'getUserBasic', of: '', costs })).toBe(told)
})

test.each([
  ['--growth', '--sizes', '10'],
  ['--migrations', '--users', '99'],
  ['--partitions', '--rows', 'many'],
])('npm run bench -- %s explains itself, and refuses what it cannot do', async (flag, ...wrong) => {
  const script = fileURLToPath(new URL('../../bench/run.ts', import.meta.url))
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [script, ...args], (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      )
    })
  expect(await run(flag, '--help')).toEqual({ code: 0, out: expect.stringContaining(`-- ${flag}`), err: '' })
  expect(await run(flag, ...wrong)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(wrong[0] ?? '') })
})
