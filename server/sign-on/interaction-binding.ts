import type { SetCookie } from './cookies.ts'
import { signOnLifetimes } from './lifetimes.ts'

/** The cookies of a request, by name. */
export type Cookies = Readonly<Record<string, string | undefined>>

/** Where the pages that ask something live. */
export const hostedPagesPath = '/Account'

const prefix = 'oa_interaction_'
const nameOf = (uid: string) => prefix + uid

/** How many questions of one browser may be open, for tabs that a person has left or is yet to come back to. */
const openQuestions = 12

/**
 * Ties an interaction to the browser that began it. The cookie proves later that the answer comes from the browser that
 * asked: without it, who is lured to a sign-in page begun elsewhere would sign in the one who began it.
 */
export function bindingCookie(uid: string, secure: boolean): SetCookie {
  return {
    name: nameOf(uid),
    value: '1',
    options: {
      // Where questions begin too: that is where they are counted.
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'lax',
      expires: new Date(Date.now() + signOnLifetimes.interaction * 1000),
    },
  }
}

/** Whether the interaction began in the browser with these cookies. */
export function interactionBegan(uid: string, cookies: Cookies): boolean {
  return cookies[nameOf(uid)] !== undefined
}

/**
 * The questions that a browser forgets when another one begins, by uid: the oldest beyond the limit. Browsers send the oldest
 * cookies first (RFC 6265 section 5.4), and one with too many would be refused everything (RFC 6585 section 5).
 * @param header the request's Cookie header
 */
export function spentBindings(header: string): string[] {
  const uids = [...header.matchAll(/(?:^|;\s*)oa_interaction_([\w-]{16,64})=/g)].map(([, uid = '']) => uid)
  return uids.slice(0, Math.max(0, uids.length - openQuestions + 1))
}
