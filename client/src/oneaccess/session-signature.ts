import { type FailureDetails, SignInRequiredError } from '../errors.ts'
import { importPublicKey } from '../public-key.ts'
import type { Credential } from '../transport/authorize.ts'
import { encryptProof } from './sign-session-token.ts'

/** What a server's signatures need to be known of it. */
interface ServerFacts {
  readonly key: CryptoKey
  /** Milliseconds by which the server's clock is ahead of ours; negative when it is behind. */
  readonly clockAhead: number
}

/** What is told to the server of the caller, as headers. */
export type CallerHeaders = Readonly<Record<string, string>>

/** Where the facts come from. */
export interface SignatureSource {
  /** The headers of the SDK set that a request carries: they say for which application it signs. */
  headersOf(request: Request): CallerHeaders
  /** Reads the server's time in Unix milliseconds, as text. */
  serverTime(headers: CallerHeaders): Promise<string>
  /** Reads the application's public key, as PEM. */
  publicKey(headers: CallerHeaders): Promise<string>
}

/** Gives the session token of the user on whose behalf a call is made. */
export type SessionTokenSource = () => string | undefined | Promise<string | undefined>

/** The code of a signature that is wrong or too old. */
const refusal = 'PARAM.0030'

/**
 * Signs session tokens for one server. Its clock and the application's key are read before the first signature and
 * again when a signature is refused, once for all calls that wait.
 * @returns makes the credential of an operation from the session token of its caller
 */
export function sessionSignature(
  source: SignatureSource,
): (place: FailureDetails, sessionToken: SessionTokenSource) => Credential<unknown> {
  /** By application, as each has a key of its own. */
  const known = new Map<string, Promise<ServerFacts>>()

  const learn = async (headers: CallerHeaders): Promise<ServerFacts> => {
    const clock = source.serverTime(headers).then((time) => Number(time) - Date.now())
    const [key, clockAhead] = await Promise.all([source.publicKey(headers).then(importPublicKey), clock])
    return { key, clockAhead }
  }

  const factsFor = (request: Request, outdated: Promise<ServerFacts> | undefined): Promise<ServerFacts> => {
    const headers = source.headersOf(request)
    const application = `${headers['X-client-id']} ${headers['X-tenant-id']}`
    const present = known.get(application)
    if (present && present !== outdated) return present
    const facts = learn(headers)
    known.set(application, facts)
    facts.catch(() => {
      if (known.get(application) === facts) known.delete(application)
    })
    return facts
  }

  return (place, sessionToken) => {
    interface Proof {
      readonly sessionToken: string
      readonly facts: Promise<ServerFacts>
    }
    const credential: Credential<Proof> = {
      header: 'X-signature',
      async obtain(request, refused) {
        const token = await sessionToken()
        if (!token) throw new SignInRequiredError(place)
        const facts = factsFor(request, refused?.facts)
        await facts
        return { sessionToken: token, facts }
      },
      async write({ sessionToken: token, facts }) {
        const { key, clockAhead } = await facts
        return encryptProof(key, { sessionToken: token, timestamp: Math.round(Date.now() + clockAhead) })
      },
      async isRefused(response) {
        if (response.status !== 400) return false
        const answer: unknown = await response
          .clone()
          .json()
          .catch(() => undefined)
        return typeof answer === 'object' && answer !== null && 'error_code' in answer && answer.error_code === refusal
      },
    }
    return credential
  }
}
