import type { SetCookie } from './cookies.ts'
import { signOnLifetimes } from './lifetimes.ts'

/** The cookies of a request, by name. */
export type Cookies = Readonly<Record<string, string | undefined>>

/** Where the pages that ask something live; the binding cookie is sent nowhere else. */
export const hostedPagesPath = '/Account'

const nameOf = (uid: string) => `oa_interaction_${uid}`

/**
 * Ties an interaction to the browser that began it. The cookie proves later that the answer comes from the browser that
 * asked: without it, who is lured to a sign-in page begun elsewhere would sign in the one who began it.
 */
export function bindingCookie(uid: string, secure: boolean): SetCookie {
  return {
    name: nameOf(uid),
    value: '1',
    options: {
      path: hostedPagesPath,
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
