import type { Limit } from '../sign-in/throttle.ts'

/** How many codes are sent, by what they are counted under. */
export interface SendLimits {
  /** One number or address: the pause between two codes. */
  pause: Limit
  recipient: Limit
  /** The signed-in person who asks, wherever from and to. */
  user: Limit
  network: Limit
  /** One IPv6 site, which has 65536 networks. */
  site: Limit
  application: Limit
  /** Everybody: what a distributed attack costs at most. */
  all: Limit
}

const hour = 60 * 60
const day = 24 * hour

/** @param perDay how many codes are sent a day in all */
export const sendLimits = (perDay: number): SendLimits => ({
  pause: { attempts: 1, seconds: 60 },
  recipient: { attempts: 10, seconds: day },
  user: { attempts: 20, seconds: day },
  network: { attempts: 30, seconds: hour },
  site: { attempts: 100, seconds: hour },
  application: { attempts: 1000, seconds: hour },
  all: { attempts: perDay, seconds: day },
})

/** How many wrong codes one network, and one IPv6 site, may try, whosever they are. */
export const checkLimits = {
  network: { attempts: 60, seconds: hour },
  site: { attempts: 300, seconds: hour },
} as const satisfies Record<string, Limit>

/** How many wrong codes end one (OWASP ASVS 6.6.3). */
export const mostAttempts = 5
