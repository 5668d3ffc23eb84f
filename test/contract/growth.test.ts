import { expect, test } from 'vitest'
import { calls } from '../../bench/growth/calls/all.ts'
import { unmeasured } from '../../bench/growth/unmeasured.ts'
import { operations } from '../../generated/operations.ts'

test('every operation is measured at two sizes, or it is said why it is not', () => {
  const measured = new Set<string>(calls.map(({ operation }) => operation))
  const explained = Object.values(unmeasured).flat()
  expect(explained.filter((operation) => measured.has(operation))).toEqual([])
  expect([...measured, ...explained].toSorted()).toEqual(Object.keys(operations).toSorted())
})
