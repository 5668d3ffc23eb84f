import { readBearer } from './bearer.ts'

/** A security scheme, as far as the form of its credential depends on it. */
interface Scheme {
  readonly type: string
  readonly scheme?: string
  readonly name?: string
}

interface Headers {
  readonly [name: string]: string | readonly string[] | undefined
  readonly authorization?: string | undefined
}

/** Whether a request presents a credential of the scheme, well formed; whether it is a valid one is not looked at. */
export function isPresented(scheme: Scheme, headers: Headers): boolean {
  if (scheme.type === 'apiKey') return /^[\x21-\x7e]+$/.test(String(headers[(scheme.name ?? '').toLowerCase()] ?? ''))
  if (scheme.scheme === 'basic') return /^Basic +[A-Za-z0-9+/]+={0,2}$/i.test(headers.authorization ?? '')
  return readBearer(headers.authorization).kind === 'token'
}
