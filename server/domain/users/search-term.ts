import type { SearchTerm } from '../../db/queries/managed-users.ts'
import { Failure } from '../failure.ts'
import { isGuid } from '../guid.ts'
import { canonicalMail } from '../text/mail.ts'

/**
 * What to look for in `users.search_text`, which has a canonical form a line (migration 0016). No character of a keyword has
 * another meaning; a number is also found as it is dialled, without what people put between its digits.
 * @throws Failure field_invalid for a keyword of nothing that can be seen
 */
export function searchTerm(keyword: string): SearchTerm {
  const text = canonicalMail(keyword)
  if (text === '') {
    throw new Failure('field_invalid', [], { description: '/query/keyword must have a character that can be seen' })
  }
  const pieces = piecesOf(text)
  if (pieces.length > 0) return { script: 'other', text, pieces }
  const dialled = /^\+?[\d\s()-]+$/.test(text) ? text.replace(/[\s()-]/g, '').replace(/^00/, '+') : ''
  return {
    script: 'ascii',
    id: isGuid(text) ? text : undefined,
    patterns: [...new Set([text, dialled || text])].map(patternOf),
  }
}

/** One or two letters stand in nearly every text: of them it is what a line begins with, and that has trigrams. */
function patternOf(text: string): string {
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  return /^[a-z0-9]{1,2}$/.test(text) ? `%\n${escaped}%` : `%${escaped}%`
}

/** As the index has them: pairs of characters beyond ASCII, or one that stands alone. */
function piecesOf(text: string): string[] {
  const runs = text.match(/[^\0-\x7f]+/gu) ?? []
  const pieces = runs.flatMap((run) => {
    const characters = [...run]
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
    return pairs.length === 0 ? characters : pairs
  })
  return [...new Set(pieces)]
}
