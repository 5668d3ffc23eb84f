import type { Application } from '../../db/queries/applications.ts'
import { addParty } from '../../db/queries/session-parties.ts'
import type { Db } from '../../db/schema.ts'
import { mappedAttributes } from '../../domain/users/person-attributes.ts'
import { signOnLifetimes } from '../../sign-on/lifetimes.ts'
import type { SignedIn } from '../../sign-on/visitors.ts'
import type { Asked } from './asked.ts'
import { assertion } from './assertion.ts'
import { encryptedAssertion } from './encrypted-assertion.ts'
import type { SamlKeys } from './keys.ts'
import { response } from './messages.ts'
import type { Addresses } from './metadata.ts'
import { authnContexts, type Status } from './names.ts'
import { signed } from './signature.ts'
import { subjectOf } from './subject.ts'
import { markup, type Xml } from './xml.ts'

/** What a browser takes to an application. */
export interface Answer {
  readonly address: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Answers requests for a sign-on. */
export class SignOns {
  readonly #db: Db
  readonly #keys: SamlKeys
  readonly #addresses: Addresses

  constructor(db: Db, keys: SamlKeys, addresses: Addresses) {
    this.#db = db
    this.#keys = keys
    this.#addresses = addresses
  }

  /**
   * The answer to a request. One statement where it is an assertion, else none.
   * @param visitor who is signed in
   * @param fresh whether they have signed in for this very request
   * @returns undefined when somebody has to sign in first
   */
  async answer(asked: Asked, visitor: SignedIn | undefined, fresh: boolean): Promise<Answer | undefined> {
    if (asked.refusal) return this.#answer(asked, asked.refusal)
    if (!visitor || (asked.forceAuthn && !fresh)) {
      return asked.isPassive ? this.#answer(asked, 'noPassive') : undefined
    }
    const { application } = asked
    const context = contextOf(visitor, asked.contexts)
    if (context === undefined) return this.#answer(asked, 'noAuthnContext')
    const subject = subjectOf(visitor.user, visitor.uid, application.clientId, asked.format)
    if (!subject) return this.#answer(asked, 'invalidNameIdPolicy')
    const { sessionIndex: handle, ...details } = subject
    const party = {
      sessionUid: visitor.uid,
      protocol: 'saml',
      clientId: application.clientId,
      handle,
      details,
    } as const
    // The session has ended this moment.
    if (!(await addParty(this.#db, party))) return asked.isPassive ? this.#answer(asked, 'noPassive') : undefined
    const statement = assertion({
      ...subject,
      issuer: this.#addresses.entityId,
      audience: application.samlEntityId ?? '',
      recipient: asked.consumer,
      inResponseTo: asked.inResponseTo,
      signedInAt: visitor.signedInAt,
      sessionEnds: new Date(visitor.signedInAt.getTime() + signOnLifetimes.longestSession * 1000),
      context,
      attributes: attributesOf(visitor, application),
    })
    const own = signed(String(statement), this.#keys.signing())
    const certificate = application.samlEncryptionCertificate
    return this.#answer(asked, 'success', certificate ? encryptedAssertion(own, certificate) : markup(own))
  }

  #answer({ consumer, inResponseTo, relayState }: Asked, outcome: Status, content?: Xml): Answer {
    const head = { issuer: this.#addresses.entityId, destination: consumer, inResponseTo }
    const message = signed(String(response(head, outcome, content)), this.#keys.signing())
    const state = relayState === undefined ? [] : [['RelayState', relayState] as const]
    return { address: consumer, fields: [['SAMLResponse', Buffer.from(message).toString('base64')], ...state] }
  }
}

/** The strongest context that this sign-in was, among those that will do. */
function contextOf({ amr }: SignedIn, wanted: readonly string[]): string | undefined {
  // A code that was sent is a password for one time.
  const reached = amr.includes('pwd') || amr.includes('otp') ? authnContexts : authnContexts.slice(0, 1)
  return reached.findLast((context) => wanted.includes(context))
}

/** Who it is, and beside it what the application's mapping names. */
function attributesOf({ user }: SignedIn, { attributeMapping }: Application): [name: string, value: string][] {
  const { id, userName, displayName } = user
  const all = { id, userName, ...(displayName !== null && { name: displayName }) }
  return Object.entries({ ...all, ...mappedAttributes(attributeMapping, user) })
}
