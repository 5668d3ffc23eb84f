import { createPrivateKey, createPublicKey } from 'node:crypto'
import { isIP } from 'node:net'

/** What Express accepts for `trust proxy`, without the unsafe `true`. */
export type TrustProxy = false | number | readonly string[]

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const NAMED_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal']

// Each function below gives the value of one text or throws an Error whose message completes "<VARIABLE> …".
// Messages repeat a value only where it cannot be a secret.

/** A reader of whole numbers from `least` to `most`. */
export function parseInteger(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most)) {
      throw new Error(`must be a whole number from ${least} to ${most}, not ${quote(text)}`)
    }
    return value
  }
}

/** A reader of one of some words. */
export function parseOneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text)
    if (word === undefined) throw new Error(`must be ${list(words)}, not ${quote(text)}`)
    return word
  }
}

/** A share of a whole: a number from 0 to 1. */
export function parseShare(text: string): number {
  const value = /^\d(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN
  if (value >= 0 && value <= 1) return value
  throw new Error(`must be a number from 0 to 1, not ${quote(text)}`)
}

/** `on` or `off`. */
export function parseSwitch(text: string): boolean {
  return parseOneOf(['on', 'off'])(text) === 'on'
}

export const parseLogLevel = parseOneOf(LOG_LEVELS)

/** One word, which may be a secret. */
export function parseWord(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw new Error('must be one word of ASCII characters')
}

/** A host name or an IP address to listen on. */
export function parseHost(text: string): string {
  if (isIP(text) || /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)) return text
  throw new Error(`must be a host name or an IP address without port or scheme, not ${quote(text)}`)
}

/** A web origin (RFC 6454): https, or http on a loopback name. Gives it without a slash at the end. */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error('must be an origin such as https://account.example.com')
  }
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/' || /[?#]$/.test(text)) {
    throw new Error('must be an origin only: no path, query, fragment or user name')
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Error(`must use https, because ${url.hostname} is not a loopback name`)
  }
  return url.origin
}

/** `off`, or a list of origins, `self` being this server's. */
export function parseCalls(text: string): readonly string[] {
  if (text === 'off') return []
  return text
    .split(',')
    .map((part) => part.trim())
    .map((part) => (part === 'self' ? part : parseOrigin(part)))
}

/** Whether a host name, as a URL has it, means this machine (RFC 6761 section 6.3). */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  )
}

/** The address of a page: https, or http. */
export function parseWebAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || text.length > 2048) {
    throw new Error('must be the address of a page, such as https://www.example.com/terms')
  }
  return url.href
}

/** The version of a text. */
export function parseVersion(text: string): string {
  if (text.length > 64) throw new Error('must have at most 64 characters')
  return text
}

/** The id of a tenant. Gives it in small letters. */
export function parseTenantId(text: string): string {
  if (/^[0-9a-f]{32}$/i.test(text)) return text.toLowerCase()
  throw new Error('must have 32 hexadecimal digits')
}

/** A connection address of PostgreSQL; never repeated in a message, as it holds a password. */
export function parsePostgresUrl(text: string): string {
  if (/^postgres(ql)?:\/\/([^/@?]*@)?[^/@?]*,[^@]*([/?]|$)|[?&]host=[^&]*(,|%2c)/i.test(text)) {
    throw new Error('names several hosts; the driver takes one: put HAProxy in front, which knows the primary')
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')) {
    throw new Error('must look like postgres://user:password@host:port/database')
  }
  if (!url.searchParams.has('host') && !url.hostname) throw new Error('must name a host')
  if (url.pathname.length < 2) throw new Error('must name a database, as in postgres://user:password@host/database')
  return text
}

/** `none`, a number of hops, or a list of addresses, networks and the names Express knows. */
export function parseTrustProxy(text: string): TrustProxy {
  if (text === 'none') return false
  if (/^\d{1,2}$/.test(text)) return Number(text) === 0 ? false : Number(text)
  const parts = text.split(',').map((part) => part.trim())
  const wrong = parts.find((part) => !NAMED_NETWORKS.includes(part) && !isNetwork(part))
  if (wrong !== undefined) {
    throw new Error(
      `must be none, a number of hops, or a list of addresses and networks; ${quote(wrong)} is none of these`,
    )
  }
  return parts
}

/** A list of networks, such as `10.0.0.0/8, fd00::/8`. */
export function parseNetworks(text: string): readonly string[] {
  const networks = text.split(',').map((part) => part.trim())
  const wrong = networks.find((network) => !network.includes('/') || !isNetwork(network))
  if (wrong === undefined) return networks
  throw new Error(`must be a list of networks such as 10.0.0.0/8; ${quote(wrong)} is none`)
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** A private key as PKCS #8 in base64. */
export function parsePrivateKey(text: string): string {
  try {
    createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
  } catch {
    throw new Error('must be a private key, PKCS #8 in base64')
  }
  return text
}

/** A public key as SubjectPublicKeyInfo in base64. */
export function parsePublicKey(text: string): string {
  try {
    createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
  } catch {
    throw new Error('must be a public key, SubjectPublicKeyInfo in base64')
  }
  return text
}
