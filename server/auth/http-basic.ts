import { withoutRepeatedScheme } from '../contract/policy/credentials.ts'

/** Who a client says it is in HTTP Basic. */
export interface BasicCredentials {
  readonly id: string
  /** Empty where it brings none. */
  readonly secret: string
  /** The header with the scheme once, as RFC 7617 has it. */
  readonly header: string
}

/** Reads an Authorization header of HTTP Basic; undefined when it cannot be read. */
export function readBasic(authorization: string): BasicCredentials | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(withoutRepeatedScheme(authorization))?.[1]
  return encoded === undefined ? undefined : readBasicPair(encoded)
}

/** Reads id and secret, both of them form-urlencoded (RFC 6749 section 2.3.1); undefined when they cannot be read. */
export function readBasicPair(base64: string): BasicCredentials | undefined {
  const bytes = Buffer.from(base64, 'base64')
  const [, first = '', second = ''] = /^([^:]+):(.*)$/s.exec(bytes.toString('utf8')) ?? []
  const [id, secret] = [first, second].map(readFormText)
  if (!id || secret === undefined) return undefined
  return { id, secret, header: `Basic ${bytes.toString('base64')}` }
}

/** A form-urlencoded text of visible ASCII (RFC 6749 appendix A.1); undefined for any other. */
function readFormText(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return /^[\x20-\x7e]*$/.test(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
