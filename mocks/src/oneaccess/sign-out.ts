import { redirect } from '../answer.ts'
import type { Step } from '../face.ts'

const SIGN_IN_PAGE = '/Account/Login'

/** Signs out, which a mock without sessions has done already: on to the address in this parameter, or to sign in. */
export function signOut(parameter: 'service' | 'redirect_url'): Step {
  return {
    answer({ query }) {
      const target = query.get(parameter) ?? ''
      return redirect(URL.canParse(target) ? target : SIGN_IN_PAGE, 302)
    },
  }
}
