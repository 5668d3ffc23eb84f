import { isIP } from 'node:net'
import type { Request } from 'express'

/**
 * The caller's address: behind a trusted proxy the one it names, else that of the connection. Without the port that
 * some proxies add, without a zone, and IPv4 as such; so it is always an address, whatever a proxy hands on.
 */
export function addressOf(request: Pick<Request, 'ip' | 'socket'>): string {
  return plainAddress(request.ip) ?? plainAddress(request.socket.remoteAddress) ?? '::'
}

/** An address without port and zone, and IPv4 as such. @returns undefined when it is none */
export function plainAddress(given: string | undefined): string | undefined {
  const host = /^(?:\[([^\]]+)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/.exec(given ?? '')
  const address = (host?.[1] ?? host?.[2] ?? given ?? '').replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) ? address : undefined
}
