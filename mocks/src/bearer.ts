/** The access token of an `Authorization: Bearer` header (RFC 6750 section 2.1); undefined without one. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^(?:Bearer +)+(\S+)$/i.exec(header ?? '')?.[1]
}

/** The header of a refusal that says how to authenticate (RFC 6750 section 3). */
export function bearerChallenge(
  realm: string,
  parameters: Record<string, string> = {},
): { 'www-authenticate': string } {
  const rest = Object.entries(parameters).map(([name, value]) => `, ${name}="${value}"`)
  return { 'www-authenticate': `Bearer realm="${realm}"${rest.join('')}` }
}
