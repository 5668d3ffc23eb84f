// Every Content-Security-Policy of the server stands here.

/** What all pages share: our own styles, scripts and pictures, nothing from elsewhere, and no frame around them. */
const page = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/** Of every answer that has no policy of its own. */
export const pagePolicy = policy({ ...page, 'form-action': "'self'" })

/** Of the docs, which load their search index. */
export const docsPolicy = policy({ ...page, 'form-action': "'self'", 'connect-src': "'self'" })

/**
 * Of the OpenID engine's pages. The engine adds the hash of its one script, which sends a form on; where that form goes
 * is checked against the registered addresses, so `form-action` is left open.
 */
export const enginePagePolicy = policy(page)

/**
 * Of a page whose form can end at an application. Browsers apply `form-action` to the redirects that follow a submission
 * too, so the application's address has to be named beside our own.
 * @param redirectUri the registered redirect address of the application that asks
 */
export function formPolicy(redirectUri: string | undefined): string {
  const parsed = redirectUri ? URL.parse(redirectUri) : null
  // Addresses of native applications have no origin: their scheme is named instead.
  const target = parsed && (parsed.origin === 'null' ? parsed.protocol : parsed.origin)
  return policy({ ...page, 'form-action': target ? `'self' ${target}` : "'self'" })
}

/** Of a hidden frame that answers scripts of other sites: it loads nothing but its own script. `ancestors` may frame it. */
export function framePolicy(ancestors: string): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': ancestors,
  })
}
