import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'

// A machine with more cores than libuv's pool has threads: four.
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 16,
}))
const { hashPassword } = await import('../../server/domain/passwords/hashing.ts')

test('passwords never hold every thread of the pool: what else needs one does not wait behind them', async () => {
  await hashPassword('the hash of nobody, which the module makes first, is over')
  let hashed = 0
  const hashes = Array.from({ length: 12 }, async () => {
    await hashPassword('Abc.123456')
    hashed += 1
  })
  // Everything that may go to the pool is there before this.
  await new Promise(setImmediate)
  const before = await new Promise<number>((resolve) => randomBytes(16, () => resolve(hashed)))
  await Promise.all(hashes)
  // Were all twelve in the pool, nine would be over before its last thread came to this.
  expect(before).toBeLessThan(9)
})
