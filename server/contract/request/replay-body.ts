import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { ContractFailure } from '../failure.ts'

/**
 * Reads a whole body.
 * @param limit in bytes
 * @throws ContractFailure payload_too_large beyond it, invalid_request when it breaks off
 */
export async function readWhole(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new ContractFailure('payload_too_large')
  const chunks: Buffer[] = []
  let received = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      received += (chunk as Buffer).length
      if (received > limit) throw new ContractFailure('payload_too_large')
      chunks.push(chunk as Buffer)
    }
  } catch (cause) {
    if (cause instanceof ContractFailure) throw cause
    throw new ContractFailure('invalid_request', { description: 'the request body broke off' }, { cause })
  }
  return Buffer.concat(chunks, received)
}

/**
 * Lets a body that was read be read again by who comes next. The engine asks a request whether it is readable and
 * iterates over it; a parsed `request.body` it would take too, but with a warning, and after a detour over its own
 * serialisation.
 */
export function replayBody(request: IncomingMessage, body: Buffer): void {
  const replay = Readable.from(body.length > 0 ? [body] : [], { objectMode: false })
  Object.defineProperties(request, {
    readable: { configurable: true, get: () => replay.readable },
    iterator: { configurable: true, value: replay.iterator.bind(replay) },
    [Symbol.asyncIterator]: { configurable: true, value: replay[Symbol.asyncIterator].bind(replay) },
  })
}
