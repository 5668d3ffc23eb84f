import { randomUUID } from 'node:crypto'
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import type { AdapterPayload } from 'oidc-provider'
import { sha256 } from '../crypto/hash.ts'
import { saveRevokedAccessToken } from '../db/queries/access-tokens.ts'
import { findTokenCaller, type TokenCaller } from '../db/queries/callers.ts'
import type { Db } from '../db/schema.ts'
import { isGuid } from '../domain/guid.ts'
import type { TrustedKeys } from '../domain/keys/key-ring.ts'

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

/** What a verified access token says (RFC 9068 section 2.2). */
interface AccessTokenClaims extends JWTPayload {
  sub: string
  client_id: string
  jti: string
  iat: number
  exp: number
  scope?: string
  grant_id?: string
}

/** What an access token says that is valid now. */
export interface VerifiedAccessToken {
  /** The user's GUID; absent for a client's own token. */
  readonly userId: string | undefined
  readonly clientId: string
  readonly scopes: ReadonlySet<string>
  /** The names of the role groups in which the user is. */
  readonly roles: ReadonlySet<string>
}

const referencePrefix = 'verified:'

/**
 * The access tokens of one issuer, as signed JWTs (RFC 9068): verified by signature, then against what was revoked
 * since. All issuers sign with the same keys; a token is accepted by its issuer, for its audience alone, and an id token
 * is refused by its type.
 */
export class AccessTokens {
  readonly #settings: Settings
  #keys: ReturnType<typeof createLocalJWKSet> = createLocalJWKSet({ keys: [] })
  #signUntil: TrustedKeys['signUntil'] = new Map()
  #reading: Promise<void> | undefined
  #readAt = 0
  /** Verified tokens on their way into the engine, which does not read signed tokens itself. */
  readonly #references = new Map<string, AccessTokenClaims>()

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Replaces the public keys that signatures are checked with. */
  trust({ keys, signUntil }: TrustedKeys): void {
    this.#keys = createLocalJWKSet(keys)
    this.#signUntil = signUntil
  }

  /**
   * Reads a bearer token. One statement.
   * @returns who calls, or undefined when the token is not one of ours, has expired or was revoked
   */
  async verify(token: string): Promise<VerifiedAccessToken | undefined> {
    const claims = await this.#read(token)
    const caller = claims && (await this.#callerOf(claims))
    if (!claims || !caller) return undefined
    return {
      // A client's own token names the client as its subject (RFC 9068 section 2.2): that is no user.
      userId: claims.grant_id ? claims.sub : undefined,
      clientId: claims.client_id,
      scopes: new Set(claims.scope?.split(' ')),
      roles: new Set(caller.roles),
    }
  }

  /**
   * Verifies a token that was handed in for introspection or revocation and gives the engine a reference to it.
   * A token that does not verify gets a reference too: one that leads nowhere. `release` ends it.
   */
  async reference(token: string): Promise<string> {
    const reference = referencePrefix + randomUUID()
    const claims = await this.#read(token)
    if (claims && (await this.#callerOf(claims))) this.#references.set(reference, claims)
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
    return saveRevokedAccessToken(this.#settings.db, sha256(tokenId), new Date(Date.now() + longest * 1000))
  }

  async #read(token: string): Promise<AccessTokenClaims | undefined> {
    try {
      return await this.#check(token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) return undefined
    }
    await this.#learnKeys()
    return this.#check(token).catch(() => undefined)
  }

  /** @returns undefined for what is signed by one of our keys and yet none of our tokens */
  async #check(token: string): Promise<AccessTokenClaims | undefined> {
    const { payload, protectedHeader } = await jwtVerify<AccessTokenClaims>(token, this.#keys, {
      issuer: this.#settings.face.issuer,
      audience: this.#settings.face.audience,
      algorithms: ['RS256', 'ES256'],
      typ: 'at+jwt',
      requiredClaims: ['sub', 'client_id', 'jti', 'iat', 'exp'],
    })
    return this.#couldBeOurs(payload, protectedHeader.kid) ? payload : undefined
  }

  /** Whether this server could have made it: with a key that signed at that time, for as long as its tokens live. */
  #couldBeOurs({ iat, exp, grant_id: grantId }: AccessTokenClaims, keyId: string | undefined): boolean {
    const { userAccessToken, clientAccessToken = 0 } = this.#settings.face.lifetimes
    const until = keyId === undefined ? undefined : this.#signUntil.get(keyId)
    const latest = Math.min(Date.now(), until?.getTime() ?? Number.POSITIVE_INFINITY) / 1000 + clockTolerance
    return keyId !== undefined && iat <= latest && exp - iat <= (grantId ? userAccessToken : clientAccessToken)
  }

  async #learnKeys(): Promise<void> {
    if (Date.now() - this.#readAt >= readKeysInterval) {
      this.#readAt = Date.now()
      this.#reading = this.#settings.readKeys().then((keys) => this.trust(keys))
    }
    await this.#reading
  }

  /** Who a signed token stands for now; undefined when it has ended since. One statement. */
  async #callerOf(claims: AccessTokenClaims): Promise<TokenCaller | undefined> {
    // PostgreSQL takes no NUL in a text, and nothing but a GUID for one.
    if (`${claims.client_id}${claims.scope ?? ''}`.includes('\0') || (claims.grant_id && !isGuid(claims.sub)))
      return undefined
    return findTokenCaller(this.#settings.db, {
      tokenHash: sha256(claims.jti),
      grantHash: claims.grant_id ? sha256(claims.grant_id) : undefined,
      userId: claims.grant_id ? claims.sub : undefined,
      clientId: claims.client_id,
      scopes: claims.scope?.split(' ') ?? [],
    })
  }
}
