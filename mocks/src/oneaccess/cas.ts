import { redirect } from '../answer.ts'
import type { Call, Step } from '../face.ts'
import { Refused } from '../failure.ts'
import { ShortLived } from '../short-lived.ts'
import type { Check } from './checks.ts'

/** The walk through CAS: a ticket for any service, and its one validation there. */
export interface Cas {
  login: Step
  validate: Check
}

/** CAS tickets; they are kept until they are validated, for five minutes at most. */
export function createCas(clock: () => number): Cas {
  const tickets = new ShortLived<{ service: string }>({ most: 1000, lifetimeMilliseconds: 300_000, clock })
  return {
    login: {
      answer({ query }) {
        const service = query.get('service') ?? ''
        if (!URL.canParse(service)) throw new Refused({ status: 400, message: 'service is not an address' })
        const target = new URL(service)
        target.searchParams.set('ticket', tickets.issue({ service }, 'ST-'))
        return redirect(target.href, 302)
      },
    },
    validate({ query }: Call) {
      const ticket = query.get('ticket') ?? ''
      const record = tickets.take(ticket)
      if (!record) {
        throw new Refused({ status: 400, casError: 'INVALID_TICKET', message: `Ticket ${ticket} not recognized` })
      }
      if (record.service === query.get('service')) return
      const message = 'The ticket was issued for another service'
      throw new Refused({ status: 400, casError: 'INVALID_SERVICE', message })
    },
  }
}
