import http from 'node:http'
import https from 'node:https'
import { type EventTransport, type TransportAnswer, TransportError } from '../../domain/events/transport.ts'
import { AddressGuard } from './guard.ts'

/** How long an application may take, from the first byte of the connection to the last of the answer, in milliseconds. */
const patience = 10_000
/** How much it may answer. */
const mostBytes = 64 * 1024

/** Posts events to the addresses of applications: guarded, without following redirects, within one limit of time. */
export class EventPost implements EventTransport {
  readonly #guard: AddressGuard
  readonly #patience: number
  readonly #clear: http.Agent
  readonly #secure: https.Agent

  /**
   * @param networks what is allowed beside public addresses
   * @param patienceMs how long an application may take
   */
  constructor(networks: readonly string[], patienceMs = patience) {
    this.#guard = new AddressGuard(networks)
    this.#patience = patienceMs
    this.#clear = new http.Agent({ keepAlive: true, lookup: this.#guard.lookup(true) })
    this.#secure = new https.Agent({ keepAlive: true, lookup: this.#guard.lookup(false) })
  }

  async post(address: string, token: string, body: string): Promise<TransportAnswer> {
    const url = this.#guard.read(address)
    const signal = AbortSignal.timeout(this.#patience)
    try {
      return await this.#send(url, token, body, signal)
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (signal.aborted) throw new TransportError(`there was no answer within ${this.#patience / 1_000} seconds`)
      throw new TransportError(`there was no answer (${codeOf(error)})`)
    }
  }

  async #send(url: URL, token: string, body: string, signal: AbortSignal): Promise<TransportAnswer> {
    const secure = url.protocol === 'https:'
    const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>()
    const request = (secure ? https : http).request(
      url,
      {
        method: 'POST',
        agent: secure ? this.#secure : this.#clear,
        signal,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json;charset=utf-8',
          'content-length': Buffer.byteLength(body),
          accept: 'application/json',
        },
      },
      resolve,
    )
    request.on('error', reject)
    request.end(body)
    const response = await promise
    const { statusCode: status = 0 } = response
    if (status >= 300 && status < 400) {
      request.destroy()
      throw new TransportError(`the address answered with a redirect (HTTP ${status}), which is not followed`)
    }
    const parts: Buffer[] = []
    let size = 0
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length
      if (size > mostBytes) {
        request.destroy()
        throw new TransportError(`the answer has more than ${mostBytes} bytes`)
      }
      parts.push(part)
    }
    return { status, body: Buffer.concat(parts).toString('utf8') }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
