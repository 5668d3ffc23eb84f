import { createHash } from 'node:crypto'
import type { Person } from '../../support/person.ts'

/** Where codes are sent to. */
export const redirect = 'http://localhost:5173/login/callback/'

/** The code that a person gets who is signed in, or signs in on the way; empty when they get none. */
export async function codeOf(person: Person, verifier: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: 'TestClient',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid profile offline_access',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const page = await person.visit(`/connect/authorize?${query}`)
  const end = page.url.href.startsWith(redirect) ? page : await person.signIn(page)
  return end.url.searchParams.get('code') ?? ''
}
