import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { ShortLived } from './short-lived.ts'

/**
 * The kinds of tokens the mock signs, and the `typ` of their headers, by which none is taken for another. Access and id
 * tokens have the server's headers (RFC 9068 section 2.1; an id token has no `typ`), the others are the mock's own.
 */
const headerTypes = {
  access: 'at+jwt',
  refresh: 'rt+jwt',
  identity: undefined,
  oneaccessAccess: 'at+jwt',
  oneaccessRefresh: 'oneaccess-rt+jwt',
  management: 'management+jwt',
  state: 'state+jwt',
} as const

export type TokenKind = keyof typeof headerTypes

/** Where the audiences of the two APIs end, which parts their access tokens. */
const audienceEnds: Partial<Record<TokenKind, string>> = { access: '/api', oneaccessAccess: '/api/v1/oauth2' }

/** What a token of the mock says. */
export interface Claims extends JWTPayload {
  client_id?: string
  scope?: string
  /** What a user has granted, the same in every token that comes of it. */
  grant_id?: string
  nonce?: string
  auth_time?: number
}

/** Signs and reads the mock's tokens with a key that is made at the start and lost at the end. */
export interface Tokens {
  publicKeys: { keys: JWK[] }
  /** @param lifetime in seconds */
  sign(kind: TokenKind, claims: Claims, lifetime: number): Promise<string>
  /** The claims of a token of this kind that was signed here and has not expired; undefined for every other text. */
  read(kind: Exclude<TokenKind, 'identity'>, token: string): Promise<Claims | undefined>
  /** Ends a token by its `jti`, or by its `grant_id` all that came of the same grant. */
  end(id: string): void
  /** Forgets what was ended. */
  reset(): void
}

/** There is room for so many ended tokens, for as long as the longest-lived of them could be shown. */
const ENDED = { most: 10_000, lifetimeMilliseconds: 30 * 24 * 60 * 60 * 1000 }

/** Makes a key pair (RS256) and the functions that use it. */
export async function createTokens(clock: () => number = () => Date.now()): Promise<Tokens> {
  const ended = new ShortLived<true>({ ...ENDED, clock })
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const kid = randomUUID()
  return {
    publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] },
    sign(kind, claims, lifetime) {
      const typ = headerTypes[kind]
      const seconds = Math.floor(clock() / 1000)
      const token = new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', ...(typ && { typ }), kid })
        .setIssuedAt(seconds)
      // An id token is not asked for again, so it has no id.
      if (kind !== 'identity') token.setJti(randomUUID())
      return token.setExpirationTime(seconds + lifetime).sign(privateKey)
    },
    read: async (kind, token) => {
      try {
        const options = { algorithms: ['RS256'], typ: headerTypes[kind], currentDate: new Date(clock()) }
        const { payload } = await jwtVerify<Claims>(token, publicKey, options)
        if (ended.get(payload.jti ?? '') || ended.get(payload.grant_id ?? '')) return undefined
        return String(payload.aud).endsWith(audienceEnds[kind] ?? '') ? payload : undefined
      } catch {
        return undefined
      }
    },
    end: (id) => void ended.keep(id, true),
    reset: () => ended.clear(),
  }
}
