import type { Html, HtmlValue } from '../views/html.ts'

/** Scopes that the consent page can name in plain words; any other scope is shown by its own name. */
export const KNOWN_SCOPES = [
  'openid',
  'profile',
  'email',
  'phone',
  'offline_access',
  'ZMS.Basic',
  'ZMS.UserBasic.Write',
  'ZMS.UserDetails.Read',
  'ZMS.UserDetails.Write',
  'ZMS.Users.Read',
  'ZMS.Users.Create',
  'ZMS.Users.Write',
  'ZMS.Users.Statistics',
  'ZMS.MNS.Send',
  'ZMS.OEMUsers.Read',
  'ZMS.OEMUsers.Create',
  'ZMS.OEMUsers.Delete',
] as const

/** A scope with a text of its own. */
export type KnownScope = (typeof KNOWN_SCOPES)[number]

/** HTTP failures with a text of their own; `other` speaks for the rest. */
export type KnownFailure = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 431 | 500 | 503 | 'other'

/** A headline and a sentence about it. */
export interface HeadedText {
  readonly title: string
  readonly detail: string
}

/** Why a sign-in was refused. `invalid` covers an unknown user and a wrong password alike. */
export type SignInError = 'invalid' | 'limited' | 'disabled' | 'expired' | 'must-change'

/** Why a device code was not accepted. */
export type DeviceError = 'required' | 'unknown' | 'expired' | 'used' | 'aborted' | 'failed'

/** Every text of the hosted pages. A function takes what stands inside its sentence, as markup where a name is emphasised. */
export interface Messages {
  readonly layout: {
    /** Accessible name of the language switch. */
    readonly languages: string
    /** Name of this language in itself. */
    readonly ownName: string
    readonly home: string
    readonly footer: string
  }
  readonly signIn: {
    readonly title: string
    readonly lead: string
    readonly leadTo: (client: Html) => Html
    readonly username: string
    readonly password: string
    readonly showPassword: string
    readonly hidePassword: string
    readonly remember: string
    readonly submit: string
    /** @param retryAfterSeconds seconds until a limited visitor may try again, when known */
    readonly errors: Readonly<Record<SignInError, (retryAfterSeconds: number | undefined) => string>>
  }
  readonly consent: {
    readonly title: (client: string) => string
    readonly heading: (client: Html) => Html
    readonly account: (account: HtmlValue) => Html
    readonly scopesHeading: string
    readonly noScopes: string
    readonly returnsTo: (host: HtmlValue) => Html
    readonly allow: string
    readonly deny: string
  }
  readonly scopes: Readonly<Record<KnownScope, string>>
  readonly device: {
    readonly inputTitle: string
    readonly inputLead: string
    readonly code: string
    readonly codeHint: string
    readonly submit: string
    readonly errors: Readonly<Record<DeviceError, string>>
    readonly confirmTitle: string
    readonly confirmLead: (client: Html) => Html
    readonly confirmWarning: string
    readonly address: string
    readonly browser: string
    readonly confirm: string
    readonly abort: string
    readonly doneTitle: string
    readonly doneLead: string
    readonly doneLeadFor: (client: Html) => Html
  }
  readonly signOut: {
    readonly title: string
    readonly lead: string
    readonly leadFor: (client: Html) => Html
    readonly confirm: string
    readonly stay: string
    readonly progressTitle: string
    readonly progressLead: string
    readonly doneTitle: string
    readonly doneLead: string
    readonly doneLeadFor: (client: Html) => Html
    readonly signInAgain: string
  }
  readonly userCenter: {
    readonly title: string
    readonly lead: string
    readonly displayName: string
    readonly userName: string
    readonly phone: string
    readonly email: string
    readonly notSet: string
    readonly signOut: string
  }
  readonly error: {
    readonly requestId: string
    readonly code: string
    readonly home: string
    readonly failures: Readonly<Record<KnownFailure, HeadedText>>
  }
  readonly landing: {
    readonly title: string
    readonly lead: string
    readonly signIn: string
    readonly linksHeading: string
    readonly docs: HeadedText
    readonly discovery: HeadedText
    readonly health: HeadedText
    readonly demoHeading: string
    readonly demoLead: string
    readonly demoUserName: string
    readonly demoPassword: string
    readonly demoRole: string
    readonly demoRoles: { readonly user: string; readonly administrator: string }
  }
  readonly frames: {
    readonly checkSession: string
    readonly sessionListener: string
    readonly notForPeople: string
  }
}
