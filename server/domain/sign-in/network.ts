import { isIPv6 } from 'node:net'

/**
 * What counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, since whoever has one address of
 * it has them all (RFC 6177).
 */
export function networkOf(address: string): string {
  return isIPv6(address) ? prefixOf(address, 4) : address
}

/**
 * The /48 network of an IPv6 address: what one subscriber may be given whole (RFC 6177 section 2), 65536 networks of
 * /64. None for IPv4, where an address is all that one has.
 */
export function siteOf(address: string): string | undefined {
  return isIPv6(address) ? prefixOf(address, 3) : undefined
}

/** The first groups of an IPv6 address, as a network. */
function prefixOf(address: string, count: number): string {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  // A dotted IPv4 tail stands for two groups.
  const groups = before.length + after.length + (address.includes('.') ? 1 : 0)
  const zeros: string[] = Array.from({ length: tail === undefined ? 0 : 8 - groups }, () => '0')
  const prefix = [...before, ...zeros, ...after].slice(0, count)
  return `${prefix.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/${count * 16}`
}
