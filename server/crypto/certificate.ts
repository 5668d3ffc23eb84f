import { X509Certificate } from 'node:crypto'

/** An X.509 certificate, as PEM or the Base64 between its lines, as SAML metadata has it; undefined when it is none. */
export function readCertificate(text: string): X509Certificate | undefined {
  const digits = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----|\s/g, '')
  try {
    return new X509Certificate(Buffer.from(digits, 'base64'))
  } catch {
    return undefined
  }
}
