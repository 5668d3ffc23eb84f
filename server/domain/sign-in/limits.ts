import type { Limit } from './throttle.ts'

/** The limits of password sign-in: how many failures each takes. An account is a name as it is typed, whoever has it. */
export interface SignInLimits {
  /** One account from one network: what a person who mistypes meets. */
  accountAndAddress: Limit
  /** One account from one IPv6 site, which has 65536 networks. */
  accountAndSite: Limit
  /** One network, whatever the account: what spraying of passwords meets. */
  address: Limit
  /** One IPv6 site, whatever the account. */
  site: Limit
  /** One account from all networks its owner has never signed in from: what a distributed attack meets. */
  account: Limit
}

/**
 * One address, or one site, never fills the limit of an account: windows are counted from their first failure, so in the
 * hour of the account at most 49 failures come from one address (five windows, of which the first began before) and 39
 * from one site.
 */
export const defaultSignInLimits: SignInLimits = {
  accountAndAddress: { attempts: 10, seconds: 15 * 60 },
  accountAndSite: { attempts: 20, seconds: 60 * 60 },
  address: { attempts: 300, seconds: 60 * 60 },
  site: { attempts: 1000, seconds: 60 * 60 },
  account: { attempts: 50, seconds: 60 * 60 },
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
