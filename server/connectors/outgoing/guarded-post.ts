import http from 'node:http'
import https from 'node:https'
import { type TransportAnswer, TransportError } from '../../domain/events/transport.ts'
import { AddressGuard } from './guard.ts'

/** How much an application may answer. */
const mostBytes = 64 * 1024

/** Posts to the addresses of applications: guarded, without following redirects, within one limit of time. */
export class GuardedPost {
  readonly #guard: AddressGuard
  readonly #patience: number
  readonly #clear: http.Agent
  readonly #secure: https.Agent

  /**
   * @param networks what is allowed beside public addresses
   * @param patience how long an application may take, from the first byte of the connection to the last of the answer, in
   * milliseconds
   */
  constructor(networks: readonly string[], patience: number) {
    this.#guard = new AddressGuard(networks)
    this.#patience = patience
    this.#clear = new http.Agent({ keepAlive: true, lookup: this.#guard.lookup(true) })
    this.#secure = new https.Agent({ keepAlive: true, lookup: this.#guard.lookup(false) })
  }

  /** Looks at an address as it is before anything is sent there. @throws TransportError */
  judge(address: string): void {
    this.#guard.read(address)
  }

  /** The answer of an application. @throws TransportError */
  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<TransportAnswer> {
    return this.#within(address, async (url, signal) => {
      const response = await this.#send(url, headers, body, signal)
      return { status: response.statusCode ?? 0, body: await textOf(response) }
    })
  }

  /** The same for whoever looks at the status alone; of the rest nothing is read. @throws TransportError */
  tell(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
    return this.#within(address, async (url, signal) => {
      const response = await this.#send(url, headers, body, signal)
      response.destroy()
      return response.statusCode ?? 0
    })
  }

  async #within<T>(address: string, work: (url: URL, signal: AbortSignal) => Promise<T>): Promise<T> {
    const url = this.#guard.read(address)
    const signal = AbortSignal.timeout(this.#patience)
    try {
      return await work(url, signal)
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (signal.aborted) throw new TransportError(`there was no answer within ${this.#patience / 1_000} seconds`)
      throw new TransportError(`there was no answer (${codeOf(error)})`)
    }
  }

  #send(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    const secure = url.protocol === 'https:'
    const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>()
    const request = (secure ? https : http).request(
      url,
      {
        method: 'POST',
        agent: secure ? this.#secure : this.#clear,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      resolve,
    )
    request.on('error', reject)
    request.end(body)
    return promise
  }
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) {
      response.destroy()
      throw new TransportError(`the answer has more than ${mostBytes} bytes`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
