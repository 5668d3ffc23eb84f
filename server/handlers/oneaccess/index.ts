import type { HandlersOf } from '../types.ts'
import * as accessCredential from './access-credential.ts'
import * as applicationAccounts from './application-accounts.ts'
import * as applicationOrganizations from './application-organizations.ts'
import * as applicationRoleMembers from './application-role-members.ts'
import * as applicationRoles from './application-roles.ts'
import * as captcha from './captcha.ts'
import * as cas from './cas.ts'
import * as casValidation from './cas-validation.ts'
import * as idToken from './id-token.ts'
import * as login from './login.ts'
import * as loginSocial from './login-social.ts'
import * as logout from './logout.ts'
import * as oauth2 from './oauth2.ts'
import * as organizations from './organizations.ts'
import * as passwords from './passwords.ts'
import * as profile from './profile.ts'
import * as registration from './registration.ts'
import * as saml from './saml.ts'
import * as secondFactor from './second-factor.ts'
import * as sms from './sms.ts'
import * as social from './social.ts'
import * as socialBinding from './social-binding.ts'
import * as sso from './sso.ts'
import * as system from './system.ts'
import * as userAccounts from './user-accounts.ts'
import * as userPasswords from './user-passwords.ts'
import * as users from './users.ts'

/** Every operation of the OneAccess API that is not the engine's; one missing or one too many does not compile. */
export const oneAccessHandlers = {
  ...accessCredential,
  ...applicationAccounts,
  ...applicationOrganizations,
  ...applicationRoleMembers,
  ...applicationRoles,
  ...captcha,
  ...cas,
  ...casValidation,
  ...idToken,
  ...login,
  ...loginSocial,
  ...logout,
  ...oauth2,
  ...organizations,
  ...passwords,
  ...profile,
  ...registration,
  ...saml,
  ...secondFactor,
  ...sms,
  ...social,
  ...socialBinding,
  ...sso,
  ...system,
  ...userAccounts,
  ...userPasswords,
  ...users,
} satisfies HandlersOf<'oneaccess'>
