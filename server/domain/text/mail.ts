import { domainToASCII } from 'node:url'
import { canonicalName } from './names.ts'

/** RFC 5322 section 3.2.3, dot-atom: what mail systems take without quotes or extensions. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** RFC 5321 section 4.5.3.1. */
const longest = { local: 64, domain: 255 }

/**
 * A mail address as mail is sent to it: the domain in ASCII (punycode, RFC 5891), so that `gıthub.com` is never taken for
 * `github.com`, and nothing in it that could be more than an address.
 * @returns undefined when it is none
 */
export function readMailAddress(text: string): string | undefined {
  const [local = '', name = '', ...more] = text.trim().split('@')
  const domain = domainToASCII(name)
  if (more.length > 0 || local.length > longest.local || domain.length > longest.domain) return undefined
  if (!localPart.test(local) || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain)) return undefined
  return `${local}@${domain}`
}

/**
 * The form in which mail addresses are compared, however they were typed: `李@例子.cn` is no address, and compared as a name is;
 * `a@例子.cn` is stored as mail is sent to it, so its owner is found under that.
 */
export function canonicalMail(text: string): string {
  const name = canonicalName(text)
  return readMailAddress(name) ?? name
}
