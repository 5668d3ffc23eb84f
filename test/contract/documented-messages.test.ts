import { expect, test } from 'vitest'
import account from '../../generated/account.json' with { type: 'json' }
import { returnCodes } from '../../generated/return-codes.ts'

interface Failure {
  readonly error: keyof typeof returnCodes
  readonly message: string
}

function isFailure(value: object): value is Failure {
  return 'error' in value && typeof value.error === 'string' && value.error in returnCodes && 'message' in value
}

/** Every failure that an example shows, with where it stands. */
function* failuresIn(value: unknown, at: string): Generator<[at: string, failure: Failure]> {
  if (typeof value !== 'object' || value === null) return
  if (isFailure(value)) yield [at, value]
  for (const [key, part] of Object.entries(value)) yield* failuresIn(part, `${at}/${key}`)
}

const texts = new Set<string>(
  Object.values(returnCodes).flatMap((code) => [code.message.en, ...('item' in code ? [code.item.en] : [])]),
)

test('the failures of the examples say what the server says: the text of a code, and the place in brackets', () => {
  const shown = [...failuresIn([account.paths, account.components], '')]
  expect(shown.length).toBeGreaterThan(80)
  expect(shown.filter(([, { message }]) => !texts.has(message.replace(/ \(.*\)$/, '')))).toEqual([])
})
