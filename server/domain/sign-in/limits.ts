import type { Limit } from './throttle.ts'

/** The limits of password sign-in. */
export interface SignInLimits {
  /** One account from one address: what a person who mistypes meets. */
  accountAndAddress: Limit
  /** One address, whatever the account: what spraying of passwords meets. */
  address: Limit
  /** One account from all addresses it has never signed in from: what a distributed attack meets. */
  account: Limit
}

export const defaultSignInLimits: SignInLimits = {
  accountAndAddress: { attempts: 10, seconds: 15 * 60 },
  address: { attempts: 300, seconds: 60 * 60 },
  account: { attempts: 50, seconds: 60 * 60 },
}

/** How many device codes may be typed in from one address: a guess has to meet a code that lives ten minutes. */
export const deviceCodeLimits = { address: { attempts: 60, seconds: 10 * 60 } } as const satisfies Record<string, Limit>
