import { bindings, nameIdFormats, namespaces } from './names.ts'
import { xml } from './xml.ts'

/** Where the identity provider is. */
export interface Addresses {
  readonly entityId: string
  readonly signOn: string
  readonly logout: string
}

/** @param origin the platform's */
export function addressesAt(origin: string): Addresses {
  const base = `${origin}/api/v1/saml2/idp`
  return { entityId: `${base}/metadata`, signOn: `${base}/sso`, logout: `${base}/slo` }
}

/**
 * What a service provider imports (saml-metadata-2.0-os section 2.4.3).
 * @param certificates of the key that signs, and of the one that will
 */
export function metadataOf({ entityId, signOn, logout }: Addresses, certificates: readonly string[]): string {
  const keys = certificates.map(
    (certificate) => xml`
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="${namespaces.signature}">
        <ds:X509Data>
          <ds:X509Certificate>${certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>`,
  )
  const service = (name: 'SingleLogoutService' | 'SingleSignOnService', address: string) =>
    Object.values(bindings).map((binding) =>
      name === 'SingleLogoutService'
        ? xml`
    <md:SingleLogoutService Binding="${binding}" Location="${address}"/>`
        : xml`
    <md:SingleSignOnService Binding="${binding}" Location="${address}"/>`,
    )
  const formats = nameIdFormats.map(
    (format) => xml`
    <md:NameIDFormat>${format}</md:NameIDFormat>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
${xml`<md:EntityDescriptor xmlns:md="${namespaces.metadata}" entityID="${entityId}" cacheDuration="P1D">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${namespaces.protocol}">${keys}${service('SingleLogoutService', logout)}${formats}${service('SingleSignOnService', signOn)}
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`}
`
}
