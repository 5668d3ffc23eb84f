import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ShortLived } from '../../mocks/src/short-lived.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const limits = { most: 100, lifetimeMilliseconds: 60_000 }

test('a value counts once', () => {
  const kept = new ShortLived<number>(limits)
  const key = kept.issue(7, 'ST-')
  expect(key).toMatch(/^ST-[\w-]{32}$/)
  expect([kept.take(key), kept.take(key), kept.take('other')]).toEqual([7, undefined, undefined])
})

test('a value ends, and its name is free again', () => {
  const kept = new ShortLived<number>(limits)
  expect([kept.keep('a', 1), kept.keep('a', 2)]).toEqual([true, false])
  vi.advanceTimersByTime(60_001)
  expect(kept.keep('a', 3)).toBe(true)
  vi.advanceTimersByTime(60_001)
  expect(kept.take('a')).toBeUndefined()
})

test('there is room for so many values: the oldest gives way', () => {
  const kept = new ShortLived<number>(limits)
  for (let value = 0; value < 100_000; value++) kept.keep(String(value), value)
  expect(kept.size).toBe(100)
  expect([kept.take('99899'), kept.take('99900'), kept.take('99999')]).toEqual([undefined, 99900, 99999])
})

test('expired values are cleared away by new ones', () => {
  const kept = new ShortLived<number>(limits)
  for (let value = 0; value < 100; value++) kept.issue(value)
  vi.advanceTimersByTime(60_001)
  kept.issue(1)
  expect(kept.size).toBe(1)
})
