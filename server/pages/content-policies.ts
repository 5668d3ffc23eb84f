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
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ')
}

/** Of every answer that has no policy of its own. */
export const pagePolicy = policy({ ...page, 'form-action': "'self'" })

/** Of the docs, which load their search index, and call the `origins` that the configuration lets them call. */
export function docsPolicy(origins: readonly string[]): string {
  return policy({ ...page, 'form-action': "'self'", 'connect-src': ["'self'", ...origins].join(' ') })
}

/** Of files that people have sent: whatever a browser takes one for, it loads and runs nothing. */
export const filePolicy = policy({ 'default-src': "'none'", sandbox: '', 'frame-ancestors': "'none'" })

/**
 * Of a page whose form can end at an application. Browsers apply `form-action` to every redirect that follows a
 * submission (CSP Level 3 section 6.4.2, and Chromium does): to the application's address, and to wherever the
 * application sends the person next, which nobody here can know; and addresses such as `http://[::1]` cannot be written
 * as a source at all (section 2.3.1). A list that let all of it through would keep nothing out, so there is none.
 *
 * `form-action` stops markup that an attacker gets into a page from sending a form elsewhere. Here nothing gets into a
 * page: every value is escaped by the type that pages are made of (`views/html.ts`), `base-uri` keeps the forms' addresses
 * where they are, no script runs but our own, and where an answer goes is checked against the registered addresses.
 */
export const openFormPolicy = policy(page)

/** Of the pages that the OpenID engine answers with: their forms end at applications. */
export const enginePagePolicy = openFormPolicy

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
