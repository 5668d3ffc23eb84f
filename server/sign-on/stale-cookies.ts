import { sha256 } from '../crypto/hash.ts'
import { findSessionIds } from '../db/queries/sessions.ts'
import type { Db } from '../db/schema.ts'
import { sessionCookie } from './browser-sessions.ts'

/** No browser of ours has more than a few; the rest is not looked up. */
const mostValues = 8

/**
 * The Cookie header with one session cookie. Browsers send several of one name when they were set for different paths or
 * domains, by an earlier installation for one, and nobody can tell from the header which is whose (RFC 6265 section 4.2.2).
 * So the one that is a session counts, and of several one that somebody is signed in with. One statement; none for a header
 * with one session cookie or without.
 */
export async function withOneSession(db: Db, header: string): Promise<string> {
  const pairs = header.split(/;\s*/)
  const values = pairs.flatMap((pair) => sessionIdOf(pair) ?? [])
  if (values.length < 2) return header
  const tried = [...new Set(values)].slice(0, mostValues)
  const hashes = tried.map(sha256)
  const [live] = await findSessionIds(db, hashes)
  const kept = live && tried[hashes.findIndex((hash) => hash.equals(live))]
  const others = pairs.filter((pair) => sessionIdOf(pair) === undefined)
  return [...others, ...(kept === undefined ? [] : [`${sessionCookie}=${kept}`])].join('; ')
}

function sessionIdOf(pair: string): string | undefined {
  const [name, value] = pair.split(/=(.*)/s)
  return name === sessionCookie ? value : undefined
}
