/**
 * The Content-Security-Policy of a page with a form. Browsers apply `form-action` to the redirects that follow a
 * submission too, so the address the authorization ends at has to be named beside our own.
 * @param redirectUri the registered redirect address of the application that asks
 */
export function formPolicy(redirectUri: string | undefined): string {
  const parsed = redirectUri ? URL.parse(redirectUri) : null
  // Addresses of native applications have no origin: their scheme is named instead.
  const target = parsed && (parsed.origin === 'null' ? parsed.protocol : parsed.origin)
  return `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${target ? ` ${target}` : ''}`
}
