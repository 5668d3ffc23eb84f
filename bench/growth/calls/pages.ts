import type { OperationId } from '../../../generated/operations.ts'
import { Cookies } from '../../walk.ts'
import { type Call, person } from '../call.ts'
import { loginForm, send } from '../site.ts'

const page = (operation: OperationId, path: string): Call => ({
  operation,
  step: ({ browser }) => ({ path, headers: browser.header() }),
})

/** The hosted pages, for somebody who is signed in, and signing in on them. */
export const pageCalls: readonly Call[] = [
  { operation: 'showLoginPage', step: () => ({ path: '/Account/Login' }) },
  {
    operation: 'submitLoginForm',
    step: async (site, n) => {
      const cookies = new Cookies()
      const shown = await send(site.origin, { path: '/Account/Login' })
      cookies.keep(shown)
      return loginForm(shown, cookies, person(site, n).userName)
    },
  },
  page('showCodeLoginPage', '/Account/LoginByCode'),
  page('showForgottenPasswordPage', '/Account/ForgotPassword'),
  page('showUserCenter', '/usercenter'),
  page('showProfilePage', '/usercenter/profile'),
  page('showSessionsPage', '/usercenter/sessions'),
  page('showSignInsPage', '/usercenter/signins'),
  page('showOwnDataPage', '/usercenter/data'),
  page('showCloseAccountPage', '/usercenter/close'),
  page('showSecurityPage', '/usercenter/security'),
  page('showChangePasswordPage', '/usercenter/security/password'),
  page('showContactPage', '/usercenter/security/email'),
  page('showDevicePage', '/connect/device'),
  page('getCheckSessionFrame', '/connect/checksession'),
]
