import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import { Guesses, type Place } from '../sign-in/guesses.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'
import type { Suspect } from '../sign-in/suspicion.ts'
import type { Limit } from '../sign-in/throttle.ts'
import { parsePhone } from '../text/phones.ts'
import { numberSeconds, otherCountries, type SendLimits, type SmsCountries } from './limits.ts'
import { type Contact, contactKey } from './recipients.ts'

/** Who asks for a code, with the device where an app names one. */
export interface CodeActor extends Suspect {
  readonly fingerprint?: string | undefined
}

type CountryName = `country ${string}`
type Holder = 'device' | 'network' | 'site'

/** A code that may be sent. Whoever has one says what came of it. */
export interface SendPlace {
  /** Whether so many were sent that more is to be asked for first. */
  readonly suspicious: boolean
  settle(outcome: { sent: boolean }): Promise<void>
}

const once: Limit = { attempts: 1, seconds: numberSeconds }

/** Counts the codes that are sent, by all that they are counted under, before anything goes out. */
export class SendCounters {
  readonly #sends: Guesses<keyof SendLimits | CountryName>
  /** Which numbers a device or a network has asked for today: another code to one of them is not another number. */
  readonly #numbers: Guesses<Holder>
  readonly #countries: SmsCountries

  constructor(db: Db, limits: SendLimits, countries: SmsCountries) {
    const ofCountries = [...countries].map(([code, attempts]) => [
      `country ${code}`,
      { attempts: attempts ?? limits.all.attempts, seconds: limits.all.seconds },
    ])
    this.#sends = new Guesses(db, 'code-sent', { ...limits, ...Object.fromEntries(ofCountries) })
    const all: readonly Holder[] = ['device', 'network', 'site']
    this.#numbers = new Guesses(db, 'code-number', { device: once, network: once, site: once }, all)
    this.#countries = countries
  }

  /**
   * Takes a place under every limit. Two statements for a text message, one for a mail, and as many when it is settled.
   * @param user the signed-in person who asks
   * @throws Failure phone_invalid for a country that is not served, verification_code_too_frequent, too_many_requests
   */
  async enter(by: CodeActor, contact: Contact, user: string | undefined): Promise<SendPlace> {
    const recipient = contactKey(contact)
    const { fingerprint: device, ...networks } = holders(by)
    const phone = contact.channel === 'sms' ? parsePhone(contact.text, contact.itc) : undefined
    const country = phone && this.#countryOf(phone.itc)
    const asked = { ...networks, ...(device && { device }) }
    const numbers = phone ? await this.#numbers.enter(withNumber(asked, recipient)) : undefined
    if (numbers && !numbers.admitted) throw limited(numbers.retryAfterSeconds)
    const fresh = (holder: Holder) => (numbers?.usedUp.has(holder) === false ? asked[holder] : undefined)
    const counted = {
      ...{ pause: recipient, recipient, user, ...networks, application: by.clientId, all: '' },
      ...{ numbersOfDevice: fresh('device'), numbersOfNetwork: fresh('network'), numbersOfSite: fresh('site') },
      ...country,
    }
    const place = await this.#sends.enter(counted, by.human !== undefined).catch(async (error: unknown) => {
      await numbers?.settle({ failed: false })
      throw error
    })
    if (place.admitted) {
      const { suspicious } = place
      return { suspicious, settle: ({ sent }) => settle([place, numbers], sent) }
    }
    await numbers?.settle({ failed: false })
    const ofRecipient = place.usedUp.every((name) => name === 'pause' || name === 'recipient')
    throw limited(place.retryAfterSeconds, ofRecipient ? 'verification_code_too_frequent' : 'too_many_requests')
  }

  /** What the messages to a country are counted under. */
  #countryOf(dialling: string): { readonly [name: CountryName]: string } {
    const listed = [dialling, otherCountries].find((code) => this.#countries.has(code)) ?? refuse('phone_invalid')
    return { [`country ${listed}`]: dialling }
  }
}

/** The networks of who asks: an address of IPv6 has two. */
export function networksOf({ address }: Actor): { network?: string; site?: string } {
  const site = address ? siteOf(address) : undefined
  return { ...(address && { network: networkOf(address) }), ...(site && { site }) }
}

function holders(by: CodeActor) {
  const { clientId = '', fingerprint } = by
  return { ...networksOf(by), fingerprint: fingerprint && JSON.stringify([clientId, fingerprint]) }
}

function withNumber(asked: Partial<Record<Holder, string>>, recipient: string): Partial<Record<Holder, string>> {
  return Object.fromEntries(Object.entries(asked).map(([holder, key]) => [holder, JSON.stringify([key, recipient])]))
}

async function settle(places: readonly (Place<string> | undefined)[], sent: boolean): Promise<void> {
  for (const place of places) await place?.settle({ failed: sent })
}

function limited(
  retryAfter: number,
  kind: 'verification_code_too_frequent' | 'too_many_requests' = 'too_many_requests',
) {
  return new Failure(kind, [], { retryAfter })
}
