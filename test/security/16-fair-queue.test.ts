import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Gate, type GateOptions, Overloaded, type Turn } from '../../server/domain/passwords/gate.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const stranger = (lane: string): Turn => ({ lane, known: false })
const known = (lane: string): Turn => ({ lane, known: true })

/** A gate that is busy with one task, and what came of those behind it, in order. */
function busyGate(options: Partial<GateOptions> = {}) {
  const gate = new Gate({ width: 1, depth: 100, patience: 1_000, expected: 10, ...options })
  const order: string[] = []
  const first = Promise.withResolvers<void>()
  const all: Promise<unknown>[] = [gate.run(() => first.promise, stranger('first'))]
  const add = (name: string, turn: Turn) => {
    const task = gate.run(async () => void order.push(name), turn)
    all.push(
      task.catch((error: unknown) => {
        if (!(error instanceof Overloaded)) throw error
        order.push(`${name} refused`)
      }),
    )
  }
  const release = async () => {
    first.resolve()
    await Promise.all(all)
    return order
  }
  return { add, release }
}

test('16: passwords wait their turn, one of each network after the other, however many a flood brings', async () => {
  const { add, release } = busyGate()
  for (const name of ['flood 1', 'flood 2', 'flood 3', 'flood 4']) add(name, stranger('flood'))
  add('a 1', stranger('a'))
  add('b 1', stranger('b'))
  add('a 2', stranger('a'))
  expect(await release()).toEqual(['flood 1', 'a 1', 'b 1', 'flood 2', 'a 2', 'flood 3', 'flood 4'])
})

test('16: who is known goes first, and strangers keep every fourth turn', async () => {
  const { add, release } = busyGate()
  for (const name of ['s1', 's2']) add(name, stranger(name))
  for (const name of ['k1', 'k2', 'k3', 'k4', 'k5', 'k6']) add(name, known('home'))
  expect(await release()).toEqual(['k1', 'k2', 'k3', 's1', 'k4', 'k5', 'k6', 's2'])
})

test('16: who would wait too long is refused at once, by the time that a task takes and not by their number', async () => {
  const { add, release } = busyGate({ expected: 400 })
  for (const name of ['1', '2', '3', '4', '5']) add(name, stranger('flood'))
  add('other', stranger('other'))
  const order = await release()
  expect(order.slice(0, 2)).toEqual(['4 refused', '5 refused'])
  expect(order.slice(2)).toEqual(['1', 'other', '2', '3'])
})

test('16: who has waited too long by then is not looked at any more', async () => {
  const { add, release } = busyGate()
  add('old', stranger('a'))
  vi.advanceTimersByTime(2_000)
  add('new', stranger('a'))
  expect((await release()).toSorted()).toEqual(['new', 'old refused'])
})

test('16: a full queue gives up the newest of the longest line, not the newcomer', async () => {
  const { add, release } = busyGate({ depth: 3 })
  for (const name of ['flood 1', 'flood 2', 'flood 3', 'flood 4']) add(name, stranger('flood'))
  add('other', stranger('other'))
  const order = await release()
  expect(order.filter((name) => name.endsWith('refused')).toSorted()).toEqual(['flood 3 refused', 'flood 4 refused'])
  expect(order.filter((name) => !name.endsWith('refused'))).toEqual(['flood 1', 'other', 'flood 2'])
})
