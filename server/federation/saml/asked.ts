import type { Application } from '../../db/queries/applications.ts'
import type { AuthnRequest } from './authn-request.ts'
import { authnContexts, type NameIdFormat, nameIdFormats, type Status } from './names.ts'

/** What is left of a request for a sign-on once it is read: all that its answer needs. */
export interface Asked {
  readonly application: Application
  /** Where the answer goes. */
  readonly consumer: string
  /** The request's id; undefined where the sign-on begins at the platform. */
  readonly inResponseTo?: string | undefined
  readonly relayState?: string | undefined
  readonly forceAuthn?: boolean | undefined
  readonly isPassive?: boolean | undefined
  readonly format: NameIdFormat
  /** Ways to sign in that will do. */
  readonly contexts: readonly string[]
  /** Why it is answered without a sign-on. */
  readonly refusal?: Status | undefined
}

/** How a person is named to an application that does not ask for anything else. */
export function formatOf({ samlNameIdFormat }: Pick<Application, 'samlNameIdFormat'>): NameIdFormat {
  return nameIdFormats.find((format) => format.endsWith(`:${samlNameIdFormat}`)) ?? nameIdFormats[0]
}

/** The same of what a request asks for; undefined when that is not offered (saml-core section 3.4.1.1). */
export function askedFormat({ nameIdFormat }: AuthnRequest, application: Application): NameIdFormat | undefined {
  // "unspecified" leaves it to us.
  if (nameIdFormat === undefined || nameIdFormat.endsWith(':unspecified')) return formatOf(application)
  return nameIdFormats.find((format) => format === nameIdFormat)
}

/** The contexts of ours that a request takes (saml-core section 3.3.2.2.1); all when it does not say. */
export function askedContexts({ contexts, comparison }: AuthnRequest): readonly string[] {
  if (contexts.length === 0) return authnContexts
  const known: readonly string[] = authnContexts
  const ranks = contexts.map((context) => known.indexOf(context)).filter((rank) => rank >= 0)
  // Nothing is compared with what is not known here.
  if (ranks.length === 0) return []
  const lowest = Math.min(...ranks)
  const highest = Math.max(...ranks)
  return authnContexts.filter((_context, rank) => {
    if (comparison === 'minimum') return rank >= lowest
    if (comparison === 'maximum') return rank <= highest
    return comparison === 'better' ? rank > highest : ranks.includes(rank)
  })
}
