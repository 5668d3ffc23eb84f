import { decodeJwt } from 'jose'
import type { World } from './world.ts'

/** The client that a request names, and whether it brought credentials. */
export interface Client {
  id: string
  authenticated: boolean
  secret?: string
}

function fromBasic(header: string): Client | undefined {
  // Some programs put the scheme before a value that has it already.
  const encoded = /^(?:Basic +)+(\S+)$/i.exec(header)?.[1]
  const [id, ...rest] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':')
  if (!id) return undefined
  const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))
  try {
    // Both halves are form-urlencoded first, and an empty secret is none (RFC 6749 section 2.3.1).
    const secret = decoded(rest.join(':'))
    return { id: decoded(id), authenticated: secret !== '', secret }
  } catch {
    return undefined
  }
}

function fromAssertion(assertion: string): Client | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return sub ? { id: sub, authenticated: true } : undefined
  } catch {
    return undefined
  }
}

/** Reads the client from HTTP Basic, an assertion or the form (RFC 6749 section 2.3, RFC 7523 section 2.2). */
function named(form: URLSearchParams, authorization: string | undefined): Client | undefined {
  if (authorization !== undefined) return fromBasic(authorization)
  const assertion = form.get('client_assertion')
  if (assertion !== null) return fromAssertion(assertion)
  const [id, secret] = [form.get('client_id'), form.get('client_secret') ?? undefined]
  return id ? { id, authenticated: Boolean(secret), secret } : undefined
}

/**
 * The client of a request; undefined when none is named or its credentials are malformed. Every client exists and every
 * secret is right, unless the mock is strict.
 */
export function clientOf(
  form: URLSearchParams,
  authorization: string | undefined,
  { strict, clients }: Pick<World, 'strict' | 'clients'>,
): Client | undefined {
  const client = named(form, authorization)
  if (!client || !strict) return client
  const known = clients.find(({ clientId }) => clientId === client.id)
  return known && (client.secret ?? known.clientSecret) === known.clientSecret ? client : undefined
}

/** Whether an authorization may go to this address. */
export function mayReturn({ strict, clients }: World, clientId: string, redirectUri: string): boolean {
  return !strict || clients.some((one) => one.clientId === clientId && one.redirectUris?.includes(redirectUri))
}
