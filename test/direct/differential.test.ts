import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WireAnswer } from '../../scripts/fuzz/wire.ts'
import { anyCase, type Case, type OperationName, operationNames, singleCases } from './support/cases.ts'
import { answerReader } from './support/readable.ts'
import { runCase } from './support/run-case.ts'
import { makeWorld, type World } from './support/world.ts'

/**
 * How many cases are tried, and what they are made from. More of them, or the same again:
 * `DIFFERENTIAL_CASES=50000 DIFFERENTIAL_SEED=1 npx vitest run test/direct`
 */
const cases = Number(process.env.DIFFERENTIAL_CASES ?? 1_000)
const seed = Number(process.env.DIFFERENTIAL_SEED ?? Math.floor(Math.random() * 2 ** 31))

let world: World
let read: ReturnType<typeof answerReader>
let addresses = 0

beforeAll(async () => {
  world = await makeWorld()
  read = answerReader(world.publicKeys)
})
afterAll(() => world.close())

/** Another address for each case, so that wrong secrets of different cases are not counted together. */
function nextAddress(): string {
  addresses += 1
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
}

test.each(operationNames)(
  'one thing that is out of the ordinary changes nothing between them: %s',
  async (operation) => {
    for (const tried of singleCases(operation)) {
      const { differences } = await runCase(world, read, tried, nextAddress())
      expect({ tried, differences }).toEqual({ tried, differences: [] })
    }
  },
  120_000,
)

test(`whatever is asked, both answer alike and leave the same behind (${cases} cases, seed ${seed})`, async () => {
  const tally = new Map(operationNames.map((name) => [name, { succeeded: 0, refused: 0 }]))
  const start = performance.now()
  let pairs = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async (tried) => {
      const { differences, answer, requests } = await runCase(world, read, tried, nextAddress())
      pairs += requests
      const tallied = tally.get(tried.operation)
      if (tallied) tallied[hasSucceeded(tried.operation, answer) ? 'succeeded' : 'refused'] += 1
      expect(differences).toEqual([])
    }),
    { numRuns: cases, seed },
  )
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`seed ${seed}: ${pairs} pairs of requests in ${seconds} s`, Object.fromEntries(tally))
  // Of refusals alone, or of successes alone, nothing much would follow.
  for (const { succeeded, refused } of tally.values()) expect(Math.min(succeeded, refused)).toBeGreaterThan(cases / 50)
}, 3_600_000)

function hasSucceeded(operation: OperationName, { status, headers, body }: WireAnswer): boolean {
  if (operation !== 'authorize') return status === 200 && body !== '{"active":false}'
  return headers.some(([name, value]) => name === 'location' && /[?&#]code=/.test(value))
}

const ordinary = { application: 'plain', variant: 0, states: [], followUps: [] } as const

test.each(['client credentials', 'refresh', 'introspect'] as const)(
  'both count wrong secrets, and refuse the right one after too many: %s',
  async (operation) => {
    const address = nextAddress()
    const attempt = (secret: 'basic' | 'basic, wrong secret', from = address) => {
      const tried: Case = { ...ordinary, operation, mutations: [{ what: 'authenticate', how: secret }] }
      return runCase(world, read, tried, from)
    }
    const outcomes = []
    for (let times = 0; times < 21; times += 1) outcomes.push(await attempt('basic, wrong secret'))
    outcomes.push(await attempt('basic'), await attempt('basic', nextAddress()))
    expect(outcomes.flatMap(({ differences }) => differences)).toEqual([])
    expect(outcomes.map(({ answer }) => answer.status).slice(-4)).toEqual([401, 429, 429, 200])
  },
)
