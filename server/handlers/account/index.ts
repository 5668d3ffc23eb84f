import type { HandlersOf } from '../types.ts'
import * as accountCentre from './account-centre.ts'
import * as accountSecurity from './account-security.ts'
import * as applicationLogos from './application-logos.ts'
import * as clients from './clients.ts'
import { showConsentPage, submitConsent } from './consent.ts'
import * as externalSignIn from './external-sign-in.ts'
import * as loginKey from './login-key.ts'
import * as manageCorps from './manage-corps.ts'
import * as manageExports from './manage-exports.ts'
import * as manageUserEdits from './manage-user-edits.ts'
import * as manageUsers from './manage-users.ts'
import * as oem from './oem.ts'
import * as passwordReset from './password-reset.ts'
import * as profileImages from './profile-images.ts'
import * as registration from './registration.ts'
import * as roleMembers from './role-members.ts'
import * as roles from './roles.ts'
import * as selectAccount from './select-account.ts'
import * as session from './session.ts'
import * as signIn from './sign-in.ts'
import * as signInCode from './sign-in-code.ts'
import * as signInSteps from './sign-in-steps.ts'
import * as trusted from './trusted.ts'
import * as trustedExternalLogins from './trusted-external-logins.ts'
import * as trustedLookup from './trusted-lookup.ts'
import * as trustedUsers from './trusted-users.ts'
import * as user from './user.ts'
import * as userDetails from './user-details.ts'
import * as userExternalLogins from './user-external-logins.ts'
import * as userMessages from './user-messages.ts'
import * as userSecurity from './user-security.ts'
import * as userSettings from './user-settings.ts'
import * as userinfo from './userinfo.ts'
import * as wecom from './wecom.ts'

/** Every operation of the Account API that is not the engine's; one missing or one too many does not compile. */
export const accountHandlers = {
  ...accountCentre,
  ...accountSecurity,
  ...applicationLogos,
  ...clients,
  showConsentPage,
  submitConsent,
  ...externalSignIn,
  ...loginKey,
  ...manageCorps,
  ...manageExports,
  ...manageUserEdits,
  ...manageUsers,
  ...oem,
  ...roleMembers,
  ...profileImages,
  ...passwordReset,
  ...registration,
  ...roles,
  ...selectAccount,
  ...session,
  ...signIn,
  ...signInCode,
  ...signInSteps,
  ...trustedExternalLogins,
  ...trusted,
  ...trustedLookup,
  ...trustedUsers,
  ...user,
  ...userDetails,
  ...userSecurity,
  ...userExternalLogins,
  ...userSettings,
  ...userMessages,
  ...userinfo,
  ...wecom,
} satisfies HandlersOf<'account'>
