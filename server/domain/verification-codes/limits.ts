import type { GuessLimit } from '../sign-in/guesses.ts'
import type { Limit } from '../sign-in/throttle.ts'

/** How many codes are sent, by what they are counted under, and how many wrong ones are tried. */
export interface SendLimits {
  /** One number or address: the pause between two codes. */
  pause: Limit
  recipient: GuessLimit
  /** The signed-in person who asks, wherever from and to. */
  user: GuessLimit
  network: GuessLimit
  /** One IPv6 site, which has 65536 networks. */
  site: GuessLimit
  application: Limit
  /** Different numbers that one device, network or site asks for: what somebody does who goes through a list of them. */
  numbersOfDevice: Limit
  numbersOfNetwork: Limit
  numbersOfSite: Limit
  /** Everybody: what a distributed attack costs at most. */
  all: Limit
  /** Wrong codes from one network, and from one IPv6 site, whosever they are. */
  wrong: GuessLimit
  wrongOfSite: GuessLimit
}

const hour = 60 * 60
const day = 24 * hour

/** For how long a number that was asked for is not another one. */
export const numberSeconds = day

/**
 * The dialling codes of the countries that text messages go to, each with how many codes a day; without a number, as many as in all.
 * `otherCountries` stands for each that is not listed.
 */
export type SmsCountries = ReadonlyMap<string, number | undefined>
export const otherCountries = '*'

/**
 * The hosted pages ask for a captcha before half of a limit is used up.
 * @param perDay how many codes are sent a day in all
 */
export const sendLimits = (perDay: number): SendLimits => ({
  pause: { attempts: 1, seconds: 60 },
  recipient: { attempts: 10, seconds: day, suspicious: 4 },
  user: { attempts: 20, seconds: day, suspicious: 8 },
  network: { attempts: 30, seconds: hour, suspicious: 10 },
  site: { attempts: 100, seconds: hour, suspicious: 30 },
  application: { attempts: 1000, seconds: hour },
  numbersOfDevice: { attempts: 10, seconds: day },
  numbersOfNetwork: { attempts: 100, seconds: day },
  numbersOfSite: { attempts: 300, seconds: day },
  all: { attempts: perDay, seconds: day },
  wrong: { attempts: 60, seconds: hour, suspicious: 15 },
  wrongOfSite: { attempts: 300, seconds: hour, suspicious: 75 },
})

/** How many wrong codes end one (OWASP ASVS 6.6.3). */
export const mostAttempts = 5
