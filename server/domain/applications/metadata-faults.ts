const longestUri = 2048

/** What is wrong with a member of a registration, as an end of the sentence that its name begins; undefined when nothing is. */
export const oneOf = (words: readonly string[]) => (value: string) =>
  words.includes(value) ? undefined : `must be one of ${words.join(', ')}`
export const someOf = (words: readonly string[]) => (values: readonly string[]) => {
  const wrong = values.filter((value) => !words.includes(value))
  return wrong.length > 0 ? `does not know ${wrong.join(', ')}; there is ${words.join(', ')}` : undefined
}
export const each = (fault: (value: string) => string | undefined) => (values: readonly string[]) =>
  values.map((value) => fault(value) && `${value} ${fault(value)}`).find((text) => text)
export const between = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `must be a whole number from ${least} to ${most}`
export const length = (most: number) => (value: string) =>
  value.length >= 1 && value.length <= most ? undefined : `must have 1 to ${most} characters`

export const mailFault = (value: string) =>
  value.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(value) ? undefined : 'is no mail address'

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** RFC 9700 section 2.1, RFC 8252 section 7: https, http on the person's own machine, or a scheme of an app's own. */
export function addressFault(value: string): string | undefined {
  if (!URL.canParse(value) || value.length > longestUri) return `is no address of at most ${longestUri} characters`
  // Parsers leave them out, or read a slash in their place, and each in its own way.
  if (/[\s\\\p{Cc}]/u.test(value)) return 'must have no blanks, control characters or backslashes'
  const url = new URL(value)
  if (value.includes('#')) return 'must have no fragment'
  if (value.includes('*')) return 'must have no wildcard'
  if (url.username || url.password) return 'must have no user name'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:') return isLoopback(url.hostname) ? undefined : 'must use https'
  return /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]+:$/.test(url.protocol) ? undefined : 'must use https'
}

export function webAddressFault(value: string): string | undefined {
  return addressFault(value) ?? (/^https?:/.test(value) ? undefined : 'must use https')
}

export function originFault(value: string): string | undefined {
  const fault = webAddressFault(value)
  return fault ?? (new URL(value).origin === value ? undefined : 'must be an origin: no path and no slash at the end')
}

/** RFC 7517: public keys only, as a private one would be in the hands of two. */
export function keySetFault(value: object): string | undefined {
  const keys: unknown = 'keys' in value ? value.keys : undefined
  if (!Array.isArray(keys) || keys.length === 0) return 'must be a JSON Web Key Set with keys'
  if (keys.some((key) => typeof key !== 'object' || key === null || !('kty' in key))) return 'must hold JSON Web Keys'
  return keys.some((key: object) => 'd' in key || 'k' in key) ? 'must hold public keys only' : undefined
}

/** As many as the contract gives an object of attributes. */
const mostAttributes = 100

export function attributesFault(values: readonly string[]): string | undefined {
  if (values.length > mostAttributes) return `must name ${mostAttributes} at most`
  return each((value) =>
    /^[\p{L}\p{N}_.-]{1,64}$/u.test(value) ? undefined : 'must be 1 to 64 letters, digits, _ . -',
  )(values)
}
