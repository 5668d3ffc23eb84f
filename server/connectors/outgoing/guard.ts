import { lookup as resolve } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { TransportError } from '../../domain/events/transport.ts'

/** A network, such as `10.0.0.0/8`. */
export type Network = ReturnType<typeof ipaddr.parseCIDR>

/** Where events may go: to public addresses, and into the networks that are configured. */
export class AddressGuard {
  readonly #networks: readonly Network[]
  /** Look-ups that are under way: a name that nobody answers for takes one thread, however many events go there. */
  readonly #lookUps = new Map<string, ReturnType<typeof addressesOf>>()

  constructor(networks: readonly string[]) {
    this.#networks = networks.map((network) => ipaddr.parseCIDR(network))
  }

  /**
   * The address of an application: https, or http into a network that is configured. An address of numbers is judged here, a name
   * when it is resolved.
   * @throws TransportError
   */
  read(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) {
      throw new TransportError('the address must be a URL with https, without user name and fragment')
    }
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
    // RFC 6761 section 6.3: whatever a resolver says, these are this machine.
    const known = /(^|\.)localhost$/.test(host) ? ['127.0.0.1', '::1'] : [host]
    if (known.every(ipaddr.isValid)) this.#judge(known, url.protocol === 'http:')
    return url
  }

  /** What a socket resolves names with: it gives the addresses that are allowed, which the socket then connects to. */
  lookup(clear: boolean): LookupFunction {
    return (name, options, done) => {
      this.#resolve(name)
        .then((all) => this.#judge(all, clear))
        .then(
          (allowed) => {
            const [first = ''] = allowed
            if (options.all)
              done(
                null,
                allowed.map((address) => ({ address, family: familyOf(address) })),
              )
            else done(null, first, familyOf(first))
          },
          (error: unknown) => done(error as NodeJS.ErrnoException, ''),
        )
    }
  }

  #resolve(name: string): Promise<string[]> {
    const known = this.#lookUps.get(name)
    if (known) return known
    const begun = addressesOf(name).finally(() => this.#lookUps.delete(name))
    this.#lookUps.set(name, begun)
    return begun
  }

  /** Those of the addresses that are allowed. @throws TransportError when none is */
  #judge(addresses: readonly string[], clear: boolean): string[] {
    const allowed = addresses.filter((address) => this.#isConfigured(address) || (!clear && isPublic(address)))
    if (allowed.length > 0) return allowed
    throw new TransportError(
      clear && addresses.some(isPublic)
        ? 'the address must use https'
        : 'the address is in a private or special network: EVENT_CALLBACK_NETWORKS does not have it',
    )
  }

  #isConfigured(address: string): boolean {
    const parsed = ipaddr.process(address)
    return this.#networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
  }
}

/**
 * Whether anybody on the Internet may have this address. Of IPv6 that is what is given out (2000::/3) without its special parts:
 * all ways of writing an IPv4 address in it are outside or special; one that is mapped counts as that IPv4 address.
 */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'))
}

async function addressesOf(name: string): Promise<string[]> {
  const found = await resolve(name, { all: true }).catch(() => {
    throw new TransportError('the name of the address cannot be resolved')
  })
  return found.map(({ address }) => address)
}

const familyOf = (address: string) => (address.includes(':') ? 6 : 4)
