import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'

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
}

/** Makes a key pair (RS256) and the functions that use it. */
export async function createTokens(): Promise<Tokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const kid = randomUUID()
  return {
    publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] },
    sign(kind, claims, lifetime) {
      const typ = headerTypes[kind]
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...(typ && { typ }), kid }).setIssuedAt()
      // An id token is not asked for again, so it has no id.
      if (kind !== 'identity') token.setJti(randomUUID())
      return token.setExpirationTime(`${lifetime}s`).sign(privateKey)
    },
    read: async (kind, token) => {
      try {
        const options = { algorithms: ['RS256'], typ: headerTypes[kind] }
        const { payload } = await jwtVerify<Claims>(token, publicKey, options)
        return String(payload.aud).endsWith(audienceEnds[kind] ?? '') ? payload : undefined
      } catch {
        return undefined
      }
    },
  }
}
