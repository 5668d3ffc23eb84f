import type { GuessLimit } from './guesses.ts'
import type { Limit } from './throttle.ts'

/** The limits of password sign-in: how many failures each takes. An account is a name as it is typed, whoever has it. */
export interface SignInLimits {
  /** One account from one network: what a person who mistypes meets. */
  accountAndAddress: GuessLimit
  /** One account from one IPv6 site, which has 65536 networks. */
  accountAndSite: GuessLimit
  /** One network, whatever the account: what spraying of passwords meets. */
  address: GuessLimit
  /** One IPv6 site, whatever the account. */
  site: GuessLimit
  /** One account from all networks its owner has never signed in from: what a distributed attack meets. */
  account: GuessLimit
}

/**
 * One address, or one site, never fills the limit of an account: windows are counted from their first failure, so in the
 * hour of the account at most 49 failures come from one address (five windows, of which the first began before) and 39
 * from one site.
 *
 * Before any limit the hosted pages ask for a captcha: of whoever has mistyped one name thrice, of a network where passwords are
 * tried out, and of everybody who gives a name that is under attack.
 */
export const defaultSignInLimits: SignInLimits = {
  accountAndAddress: { attempts: 10, seconds: 15 * 60, suspicious: 3 },
  accountAndSite: { attempts: 20, seconds: 60 * 60, suspicious: 6 },
  address: { attempts: 300, seconds: 60 * 60, suspicious: 30 },
  site: { attempts: 1000, seconds: 60 * 60, suspicious: 100 },
  account: { attempts: 50, seconds: 60 * 60, suspicious: 15 },
}

/**
 * How many codes that no device has may be typed in from one network, and from one IPv6 site (RFC 8628 section 5.1): a guess
 * has to meet a code that lives ten minutes.
 */
export const deviceCodeLimits = {
  network: { attempts: 60, seconds: 10 * 60 },
  site: { attempts: 300, seconds: 10 * 60 },
} as const satisfies Record<string, Limit>

/** How many wrong secrets of one client may come from one network, and from one IPv6 site. */
export const clientSecretLimits = {
  network: { attempts: 20, seconds: 15 * 60 },
  site: { attempts: 100, seconds: 15 * 60 },
} as const satisfies Record<string, Limit>
