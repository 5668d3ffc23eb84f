/** Namespaces and identifiers of SAML 2.0 (saml-core-2.0-os sections 1.2 and 8, saml-bindings-2.0-os section 3). */
export const namespaces = {
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
} as const

export const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const

/** How a person can be named (saml-core section 8.3); the first is what an application gets that asks for nothing. */
export const nameIdFormats = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
] as const
export type NameIdFormat = (typeof nameIdFormats)[number]

/** Outcomes (saml-core section 3.2.2.2): of the first level, and below it. */
const status = (name: string) => `urn:oasis:names:tc:SAML:2.0:status:${name}`
export const statuses = {
  success: [status('Success')],
  authnFailed: [status('Responder'), status('AuthnFailed')],
  noPassive: [status('Responder'), status('NoPassive')],
  noAuthnContext: [status('Responder'), status('NoAuthnContext')],
  invalidNameIdPolicy: [status('Requester'), status('InvalidNameIDPolicy')],
  unsupportedBinding: [status('Requester'), status('UnsupportedBinding')],
  requestUnsupported: [status('Requester'), status('RequestUnsupported')],
  unknownPrincipal: [status('Requester'), status('UnknownPrincipal')],
  partialLogout: [status('Success'), status('PartialLogout')],
} as const satisfies Readonly<Record<string, readonly [string, string?]>>
export type Status = keyof typeof statuses

/** How somebody proved who they are (saml-authn-context-2.0-os section 3.4), the weakest first. */
const context = (name: string) => `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`
export const authnContexts = [
  context('unspecified'),
  context('Password'),
  context('PasswordProtectedTransport'),
] as const
