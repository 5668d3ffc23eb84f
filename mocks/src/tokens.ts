import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/**
 * The kinds of tokens the mock signs, by the `typ` of their header, so that none is taken for another: access and refresh
 * tokens of the two APIs, id tokens, and the tokens of the management interfaces and of an unfinished sign-in.
 */
export type TokenType =
  | 'at+jwt'
  | 'rt+jwt'
  | 'JWT'
  | 'oneaccess-at+jwt'
  | 'oneaccess-rt+jwt'
  | 'management+jwt'
  | 'state+jwt'

/** What a token of the mock says. */
export interface Claims extends JWTPayload {
  client_id?: string
  scope?: string
}

/** Signs and reads the mock's tokens with a key that is made at the start and lost at the end. */
export interface Tokens {
  publicKeys: { keys: JWK[] }
  /** @param lifetime in seconds */
  sign(type: TokenType, claims: Claims, lifetime: number): Promise<string>
  /** The claims of a token of this type that was signed here and has not expired; undefined for every other text. */
  read(type: TokenType, token: string): Promise<Claims | undefined>
}

/** Makes a key pair (RS256) and the functions that use it. */
export async function createTokens(): Promise<Tokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const kid = randomUUID()
  return {
    publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] },
    sign(type, claims, lifetime) {
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: type }).setIssuedAt()
      // An id token is not asked for again, so it has no id.
      if (type !== 'JWT') token.setJti(randomUUID())
      return token.setExpirationTime(`${lifetime}s`).sign(privateKey)
    },
    read: async (type, token) => {
      try {
        return (await jwtVerify<Claims>(token, publicKey, { algorithms: ['RS256'], typ: type })).payload
      } catch {
        return undefined
      }
    },
  }
}
