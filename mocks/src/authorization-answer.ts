import { type Answer, escapeHtml, redirect } from './answer.ts'

interface Destination {
  redirectUri: string
  /** `response_mode`: `query`, `fragment` or `form_post`; the query when it is null. */
  mode: string | null
  /** The HTTP status of a redirect. */
  status: 302 | 303
}

/** Sends the answer of an authorization request where and how the client wants it (RFC 6749 section 4.1.2). */
export function authorizationAnswer(
  { redirectUri, mode, status }: Destination,
  values: Record<string, string>,
): Answer {
  if (mode === 'form_post') {
    const fields = Object.entries(values).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
    )
    const body = `<!doctype html><html lang="en"><title>Signing in</title><body onload="document.forms[0].submit()"><form method="post" action="${escapeHtml(redirectUri)}">${fields.join('')}<button>Continue</button></form></html>`
    return { status: 200, mediaType: 'text/html', body }
  }
  const target = new URL(redirectUri)
  if (mode === 'fragment') target.hash = new URLSearchParams(values).toString()
  else for (const [name, value] of Object.entries(values)) target.searchParams.set(name, value)
  return redirect(target.href, status)
}
