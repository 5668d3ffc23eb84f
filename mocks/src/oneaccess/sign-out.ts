import { redirect } from '../answer.ts'
import type { Step } from '../face.ts'

const SIGN_IN_PAGE = '/Account/Login'

/** Signs out, which a mock without sessions has done already: on to the address in this parameter, or to sign in. */
export function signOut(parameter: 'service' | 'redirect_url'): Step {
  return {
    answer({ query }) {
      const target = query.get(parameter) ?? ''
      // Written anew, because an address may hold what a header must not.
      return redirect(URL.canParse(target) ? new URL(target).href : SIGN_IN_PAGE, 302)
    },
  }
}
