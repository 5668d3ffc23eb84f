import { readCertificate } from '../../crypto/certificate.ts'
import { each, length, oneOf, webAddressFault } from './metadata-faults.ts'

const formats = ['persistent', 'emailAddress', 'unspecified', 'transient'] as const
const logoutBindings = ['redirect', 'post'] as const

function certificateFault(value: string): string | undefined {
  const key = value.length > 16_384 ? undefined : readCertificate(value)?.publicKey
  if (key?.asymmetricKeyType !== 'rsa') return 'is no X.509 certificate of an RSA key'
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048 ? 'has a key of less than 2048 bits' : undefined
}

const certificates = (values: readonly string[]) => {
  if (values.length > 8) return 'must name 8 at most'
  const fault = values.map(certificateFault).find((text) => text)
  return fault && `holds one that ${fault}`
}
const addresses = (values: readonly string[]) => {
  if (values.length > 64) return 'must name 64 at most'
  return each(webAddressFault)(values)
}

/** The columns that hold what SAML needs to know of an application. */
export const samlColumns = [
  'samlEntityId',
  'samlAcsUrls',
  'samlLogoutUrl',
  'samlLogoutBinding',
  'samlBackchannelLogoutUrl',
  'samlCertificates',
  'samlEncryptionCertificate',
  'samlAuthnRequestsSigned',
  'samlNameIdFormat',
] as const

/** What SAML needs to know of an application; the names are those of its metadata, as far as it has any. */
export const samlMembers = [
  {
    column: 'samlEntityId',
    name: 'saml_entity_id',
    kind: 'text',
    meaning: 'what SAML calls it',
    fault: length(1024),
    optional: true,
  },
  {
    column: 'samlAcsUrls',
    name: 'saml_acs_urls',
    kind: 'list',
    meaning: 'where people are taken to with an assertion; the first unless a request says otherwise',
    fault: addresses,
  },
  {
    column: 'samlLogoutUrl',
    name: 'saml_logout_url',
    kind: 'text',
    meaning: 'where people come by when they sign out, and come back to after a sign-out that it has asked for',
    fault: webAddressFault,
    optional: true,
  },
  {
    column: 'samlLogoutBinding',
    name: 'saml_logout_binding',
    kind: 'text',
    meaning: 'redirect or post: how browsers take messages to saml_logout_url',
    fault: oneOf(logoutBindings),
  },
  {
    column: 'samlBackchannelLogoutUrl',
    name: 'saml_backchannel_logout_url',
    kind: 'text',
    meaning: 'where it is told that a session has ended (SOAP)',
    fault: webAddressFault,
    optional: true,
  },
  {
    column: 'samlCertificates',
    name: 'saml_certificates',
    kind: 'list',
    meaning: 'X.509 certificates that verify its messages, PEM or Base64; any of them will do',
    fault: certificates,
  },
  {
    column: 'samlEncryptionCertificate',
    name: 'saml_encryption_certificate',
    kind: 'text',
    meaning: 'X.509 certificate that its assertions are encrypted for',
    fault: certificateFault,
    optional: true,
  },
  {
    column: 'samlAuthnRequestsSigned',
    name: 'saml_authn_requests_signed',
    kind: 'flag',
    meaning: 'whether only signed requests for a sign-on are taken',
  },
  {
    column: 'samlNameIdFormat',
    name: 'saml_name_id_format',
    kind: 'text',
    meaning: 'persistent, emailAddress, unspecified or transient, where a request does not say so',
    fault: oneOf(formats),
  },
] as const

/** What a registration has of it where it says nothing. */
export const samlDefaults = {
  samlEntityId: null,
  samlAcsUrls: [] as string[],
  samlLogoutUrl: null,
  samlLogoutBinding: 'redirect',
  samlBackchannelLogoutUrl: null,
  samlCertificates: [] as string[],
  samlEncryptionCertificate: null,
  samlAuthnRequestsSigned: false,
  samlNameIdFormat: 'persistent',
} as const
