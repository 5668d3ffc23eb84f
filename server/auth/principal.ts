/** Who calls, as a verified access token says (RFC 9068 section 2.2). */
export interface Principal {
  /** The user's GUID; absent for a client's own token. */
  readonly sub?: string | undefined
  readonly clientId: string
  readonly scopes: ReadonlySet<string>
  /** The token's id (`jti`). */
  readonly tokenId: string
  readonly expiresAt: Date
}

/** Whatever can tell whether an access token is valid now. */
export interface AccessTokenVerifier {
  /** @returns who calls, or undefined when the token is unknown, expired or revoked */
  verify(token: string): Promise<Principal | undefined>
}
