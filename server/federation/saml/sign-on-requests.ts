import { readCertificate } from '../../crypto/certificate.ts'
import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { type Application, findSamlApplication } from '../../db/queries/applications.ts'
import type { Db } from '../../db/schema.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import { refuse } from '../../domain/failure.ts'
import { type Asked, askedContexts, askedFormat, formatOf } from './asked.ts'
import { type AuthnRequest, readAuthnRequest } from './authn-request.ts'
import { type EncodedMessage, fromForm, fromQuery } from './encoded-message.ts'
import { authnContexts } from './names.ts'
import { parseMessage } from './parse.ts'
import { issuerOf } from './request.ts'
import { verifiedRoot } from './signature.ts'
import { UnreadableMessage } from './unreadable.ts'

/** How long somebody has on the sign-in page, in milliseconds. */
const waitsFor = 30 * 60_000

/** A request as it is sealed. */
type Kept = Omit<Asked, 'application' | 'relayState'> & {
  readonly clientId: string
  /** RelayState in Base64. */
  readonly state: string | undefined
  /** Milliseconds since 1970. */
  readonly expires: number
}

interface Query {
  readonly sp?: string | undefined
  readonly SAMLRequest?: string | undefined
  readonly request?: string | undefined
}

/** Reads what a sign-on is asked for with, and keeps it, sealed, in the address that the sign-in page leads back to. */
export class SignOnRequests {
  readonly #db: Db
  readonly #applications: ApplicationDirectory
  readonly #key: Buffer
  /** Where requests are sent. */
  readonly #address: string

  constructor(settings: { db: Db; applications: ApplicationDirectory; key: Buffer; address: string }) {
    this.#db = settings.db
    this.#applications = settings.applications
    this.#key = settings.key
    this.#address = settings.address
  }

  /**
   * What a query asks for. One statement; none of one that is on its way back from the sign-in page, while its application is
   * cached.
   * @param url with the query as it came, which a signature covers
   * @throws Failure saml_message_invalid, saml_application_unknown, saml_address_not_registered, interaction_over
   */
  async fromQuery({ sp, SAMLRequest, request }: Query, url: string): Promise<Asked> {
    if ([sp, SAMLRequest, request].filter((value) => value !== undefined).length !== 1) {
      throw new UnreadableMessage('one of sp and SAMLRequest has to be there')
    }
    if (sp !== undefined) return this.#fromHere(sp)
    return request === undefined ? this.#read(fromQuery(url)) : this.#unsealed(request)
  }

  /** The same of a form. One statement. */
  async fromForm(form: { SAMLRequest: string; RelayState?: string | undefined }): Promise<Asked> {
    return this.#read(fromForm(form.SAMLRequest, form.RelayState))
  }

  /** The path and query at which this request goes on. */
  pathOf({ application: { clientId }, relayState, ...asked }: Asked): string {
    // Whatever is in it, it must not grow by being written.
    const state = relayState === undefined ? undefined : Buffer.from(relayState).toString('base64')
    const kept: Kept = { ...asked, clientId, state, expires: Date.now() + waitsFor }
    const sealed = encrypt(this.#key, Buffer.from(JSON.stringify(kept))).toString('base64url')
    return `${new URL(this.#address).pathname}?request=${sealed}`
  }

  async #unsealed(sealed: string): Promise<Asked> {
    const { clientId, state, expires, ...asked } = this.#open(sealed)
    const application = await this.#applications.find(clientId)
    if (!application?.enabled || expires < Date.now()) refuse('interaction_over')
    const relayState = state === undefined ? undefined : Buffer.from(state, 'base64').toString()
    return { ...asked, application, relayState }
  }

  #open(sealed: string): Kept {
    try {
      return JSON.parse(decrypt(this.#key, Buffer.from(sealed, 'base64url')).toString())
    } catch {
      return refuse('interaction_over')
    }
  }

  async #fromHere(entityId: string): Promise<Asked> {
    const application = (await findSamlApplication(this.#db, entityId)) ?? refuse('saml_application_unknown')
    const [consumer = refuse('saml_address_not_registered')] = application.samlAcsUrls
    return { application, consumer, format: formatOf(application), contexts: authnContexts }
  }

  async #read(message: EncodedMessage): Promise<Asked> {
    const root = parseMessage(message.text)
    const application = await samlApplication(this.#db, issuerOf(root))
    const verified = signedRoot(message, application)
    if (!verified && application.samlAuthnRequestsSigned) throw new UnreadableMessage('the request is not signed')
    const request = readAuthnRequest(verified ?? root, this.#address)
    const format = askedFormat(request, application)
    const contexts = askedContexts(request)
    return {
      application,
      consumer: consumerOf(request, application),
      inResponseTo: request.id,
      relayState: message.relayState,
      forceAuthn: request.forceAuthn,
      isPassive: request.isPassive,
      format: format ?? formatOf(application),
      contexts,
      refusal: refusalOf(request, application, format !== undefined, contexts.length > 0),
    }
  }
}

/** The application that a message names itself to be from. One statement. @throws Failure saml_application_unknown */
export async function samlApplication(db: Db, entityId: string): Promise<Application> {
  return (await findSamlApplication(db, entityId)) ?? refuse('saml_application_unknown')
}

/**
 * The message as its application has signed it: the element that an XML signature covers, or the message itself where the query
 * is signed.
 * @returns undefined when it is not signed
 * @throws UnreadableMessage when a signature is wrong, or the message is another's
 */
export function signedRoot(message: EncodedMessage, application: Application): Element | undefined {
  const keys = application.samlCertificates.flatMap((text) => readCertificate(text)?.publicKey ?? [])
  const covered = verifiedRoot(message.text, keys)
  const root = covered ?? (message.isSignedBy(keys) ? parseMessage(message.text) : undefined)
  // The keys are those of the application that the whole message names.
  if (root && issuerOf(root) !== application.samlEntityId)
    throw new UnreadableMessage('the issuer is not the one who signed')
  return root
}

/** One of the registered addresses, and never another. @throws Failure saml_address_not_registered */
function consumerOf({ consumer }: AuthnRequest, { samlAcsUrls }: Application): string {
  const found = typeof consumer === 'string' ? samlAcsUrls.find((url) => url === consumer) : samlAcsUrls[consumer ?? 0]
  return found ?? refuse('saml_address_not_registered')
}

function refusalOf(request: AuthnRequest, application: Application, formatKnown: boolean, contextKnown: boolean) {
  if (request.unsupported) return request.unsupported
  const qualified = request.nameQualifier === undefined || request.nameQualifier === application.samlEntityId
  if (!formatKnown || !qualified) return 'invalidNameIdPolicy'
  return contextKnown ? undefined : 'noAuthnContext'
}
