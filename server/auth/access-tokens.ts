import { randomUUID } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { sha256 } from '../crypto/hash.ts'
import { readSignedToken, VerificationKeys } from '../crypto/signed-token.ts'
import { saveRevokedAccessToken } from '../db/queries/access-tokens.ts'
import {
  type ClientTokenClaims,
  findTokenCaller,
  findTokenPerson,
  tokenStands,
  type UserTokenClaims,
} from '../db/queries/callers.ts'
import type { Person, User } from '../db/queries/users.ts'
import type { Db } from '../db/schema.ts'
import { isGuid } from '../domain/guid.ts'
import type { TrustedKeys } from '../domain/keys/key-ring.ts'
import { type AccessTokenClaims, isAccessToken } from './access-token-claims.ts'

/** How long tokens live, in seconds. */
interface Lifetimes {
  readonly userAccessToken: number
  readonly clientAccessToken?: number
}

interface Settings {
  db: Db
  /** Which tokens: those of this issuer for this audience. */
  face: { readonly issuer: string; readonly audience: string; readonly lifetimes: Lifetimes }
  /** Reads the public keys anew: another node may sign with one that this node has not heard of yet. */
  readKeys: () => Promise<TrustedKeys>
}

/** Unknown key ids cost a look at the keys at most this often, in milliseconds, whoever makes them up. */
const readKeysInterval = 1_000

/**
 * Seconds by which the clocks of nodes may differ, and by which one of them may hear late that another key signs. What was
 * signed later than that was signed by whoever has stolen the key (NIST SP 800-57 Part 1 section 5.5).
 */
const clockTolerance = 3

/** Whom an access token stands for that is valid now. */
export interface VerifiedAccessToken {
  /** Absent for a client's own token. */
  readonly user: User | undefined
  readonly clientId: string
  /** What tells whether it still stands. */
  readonly token: ClientTokenClaims | UserTokenClaims
  /** When it ends, in milliseconds since 1970. */
  readonly tokenExpiresAt: number
  readonly scopes: ReadonlySet<string>
  /** The names of the role groups in which the user is. */
  readonly roles: ReadonlySet<string>
}

/** A token whose signature was right: what it says, which key signed it, and what is looked for in the database. */
interface Verified {
  readonly claims: AccessTokenClaims
  readonly keyId: string
  readonly lookup: ClientTokenClaims | UserTokenClaims
}

/** How many of them are remembered; each takes some two kilobytes. */
const mostVerified = 2_000

const referencePrefix = 'verified:'

/**
 * The access tokens of one issuer, as signed JWTs (RFC 9068): verified by signature, then against what was revoked
 * since. All issuers sign with the same keys; a token is accepted by its issuer, for its audience alone, and an id token
 * is refused by its type.
 */
export class AccessTokens {
  readonly #settings: Settings
  #keys = new VerificationKeys([])
  #signUntil: TrustedKeys['signUntil'] = new Map()
  #reading: Promise<void> | undefined
  #readAt = 0
  /** Tokens whose signature was right with these keys: a signature stays right, and checking it takes as long as the rest. */
  readonly #verified = new Map<string, Verified>()
  /** Verified tokens on their way into the engine, which does not read signed tokens itself. */
  readonly #references = new Map<string, AccessTokenClaims>()

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Replaces the public keys that signatures are checked with. */
  trust({ keys, signUntil }: TrustedKeys): void {
    this.#keys = new VerificationKeys(keys.keys)
    this.#signUntil = signUntil
    this.#verified.clear()
  }

  /**
   * Reads a bearer token. One statement.
   * @returns who calls, or undefined when the token is not one of ours, has expired or was revoked
   */
  async verify(token: string): Promise<VerifiedAccessToken | undefined> {
    const { claims, lookup } = (await this.#read(token)) ?? {}
    const caller = lookup && (await findTokenCaller(this.#settings.db, lookup))
    if (!claims || !caller) return undefined
    return {
      user: caller.user,
      clientId: claims.client_id,
      token: lookup,
      tokenExpiresAt: claims.exp * 1_000,
      scopes: new Set(claims.scope?.split(' ')),
      roles: new Set(caller.roles),
    }
  }

  /** The person of a token that is valid now, and what it allows; undefined for a client's own. One statement. */
  async personOf(token: string): Promise<{ person: Person; scopes: ReadonlySet<string> } | undefined> {
    const { claims, lookup } = (await this.#read(token)) ?? {}
    if (!claims || !lookup || !('userId' in lookup)) return undefined
    const person = await findTokenPerson(this.#settings.db, lookup)
    return person && { person, scopes: new Set(claims.scope?.split(' ')) }
  }

  /** What a token says, if it is one of ours that is valid now. One statement. */
  async claimsOf(token: string): Promise<AccessTokenClaims | undefined> {
    const { claims, lookup } = (await this.#read(token)) ?? {}
    return lookup && (await tokenStands(this.#settings.db, lookup)) ? claims : undefined
  }

  /**
   * Verifies a token that was handed in for introspection or revocation and gives the engine a reference to it.
   * A token that does not verify gets a reference too: one that leads nowhere. `release` ends it.
   */
  async reference(token: string): Promise<string> {
    const reference = referencePrefix + randomUUID()
    const claims = await this.claimsOf(token)
    if (claims) this.#references.set(reference, claims)
    return reference
  }

  /** The engine's view of a referenced token, for the model it asks for. */
  referenced(reference: string, model: string): AdapterPayload | undefined {
    const claims = this.#references.get(reference)
    if (!claims || (claims.grant_id ? 'AccessToken' : 'ClientCredentials') !== model) return undefined
    return {
      kind: model,
      format: 'opaque',
      jti: claims.jti,
      iat: claims.iat,
      exp: claims.exp,
      clientId: claims.client_id,
      aud: claims.aud,
      scope: claims.scope,
      ...(claims.grant_id && { accountId: claims.sub, grantId: claims.grant_id }),
    } as AdapterPayload
  }

  /** Forgets a reference when its request is over. */
  release(reference: string): void {
    this.#references.delete(reference)
  }

  /** Revokes a token by its id (RFC 7009), for as long as any access token can live. One statement. */
  revoke(tokenId: string): Promise<void> {
    const { lifetimes } = this.#settings.face
    const longest = Math.max(lifetimes.userAccessToken, lifetimes.clientAccessToken ?? 0)
    return saveRevokedAccessToken(this.#settings.db, sha256(tokenId), longest)
  }

  /** What a token says, and how to look up whether it still stands; undefined when it is none of ours. */
  async #read(token: string): Promise<Verified | undefined> {
    const known = this.#verified.get(token)
    if (known) return this.#isOurs(known.claims, known.keyId) ? known : undefined
    const signed = readSignedToken(token)
    if (signed?.type !== 'at+jwt') return undefined
    const { keyId } = signed
    if (!this.#keys.has(keyId)) await this.#learnKeys()
    const claims = this.#keys.claimsOf(signed)
    if (!claims || !this.#isOurs(claims, keyId)) return undefined
    const lookup = lookupOf(claims)
    if (!lookup) return undefined
    const verified = { claims, keyId, lookup }
    const [oldest] = this.#verified.keys()
    if (this.#verified.size >= mostVerified && oldest !== undefined) this.#verified.delete(oldest)
    this.#verified.set(token, verified)
    return verified
  }

  /** Whether the claims hold now. */
  #isOurs(claims: object, keyId: string): claims is AccessTokenClaims {
    const given = claims as Readonly<Record<string, unknown>>
    return isAccessToken(given, this.#settings.face) && this.#couldBeOurs(given, keyId)
  }

  /** Whether this server could have made it: with a key that signed at that time, for as long as its tokens live. */
  #couldBeOurs({ iat, exp, grant_id: grantId }: AccessTokenClaims, keyId: string): boolean {
    const { userAccessToken, clientAccessToken = 0 } = this.#settings.face.lifetimes
    const until = this.#signUntil.get(keyId)
    const latest = Math.min(Date.now(), until?.getTime() ?? Number.POSITIVE_INFINITY) / 1000 + clockTolerance
    return iat <= latest && exp - iat <= (grantId ? userAccessToken : clientAccessToken)
  }

  async #learnKeys(): Promise<void> {
    if (Date.now() - this.#readAt >= readKeysInterval) {
      this.#readAt = Date.now()
      this.#reading = this.#settings.readKeys().then((keys) => this.trust(keys))
    }
    await this.#reading
  }
}

/** What is looked for in the database of a token; undefined when it names what cannot be there. */
function lookupOf(claims: AccessTokenClaims): Verified['lookup'] | undefined {
  const { jti, sub, client_id: clientId, scope, grant_id: grantId } = claims
  // PostgreSQL takes no NUL in a text, and nothing but a GUID for one.
  if (`${clientId}${scope ?? ''}`.includes('\0') || (grantId && !isGuid(sub))) return undefined
  const ofClient = { tokenHash: sha256(jti), clientId, scopes: scope?.split(' ') ?? [] }
  // A client's own token names the client as its subject (RFC 9068 section 2.2): that is no user.
  return grantId ? { ...ofClient, grantHash: sha256(grantId), userId: sub } : ofClient
}
