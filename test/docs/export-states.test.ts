import { expect, test } from 'vitest'
import { exportStates } from '../../server/domain/exports/states.ts'
import { pages } from './site.ts'

test.each(['en', 'zh'])(
  'the guide on exports (%s) shows each state with what may follow, as the server has it',
  (language) => {
    const page = pages.get(`${language}/guides/account/user-exports.html`) ?? ''
    const rows = [...page.matchAll(/<tr>\s*<td><code>(\w+)<\/code><\/td>\s*<td>(.*?)<\/td>/gs)].map(
      ([, state = '', next = '']) => [state, [...next.matchAll(/<code>(\w+)<\/code>/g)].map(([, name]) => name)],
    )
    expect(Object.fromEntries(rows.filter(([state]) => Object.hasOwn(exportStates, String(state))))).toEqual(
      exportStates,
    )
  },
)
