import { randomUUID } from 'node:crypto'
import type { Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { formatOfAddress } from '../contract/faces.ts'
import { ContractFailure } from '../contract/failure.ts'
import type { ShapeFailure } from '../contract/send-failure.ts'
import { type Logger, logRequest } from '../log/log.ts'

/**
 * Node gives up on header fields of this many bytes, and then knows neither address nor language of the request; so its
 * limit is wide, and the contract layer has a narrower one.
 */
const NODE_HEADER_LIMIT = 65_536

/** What an HTTP server of ours is made with. */
export const serverOptions = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: NODE_HEADER_LIMIT,
} as const satisfies ServerOptions

const failures: Readonly<Record<string, readonly [reason: string, failure: ContractFailure]>> = {
  HPE_HEADER_OVERFLOW: ['Request Header Fields Too Large', new ContractFailure('header_fields_too_large')],
  ERR_HTTP_REQUEST_TIMEOUT: [
    'Request Timeout',
    new ContractFailure('request_timeout', { description: 'the request took too long to arrive' }),
  ],
}
const malformed = [
  'Bad Request',
  new ContractFailure('invalid_request', { description: 'the request is not valid HTTP' }),
] as const

/** Method and path of a request that could not be read to its end, if its first line is in what came last. */
const firstLine = /^([A-Z]{3,10}) (\/[^ ?]*)/

/**
 * Answers what cannot be parsed as a request, and so never reaches a handler, writes its line of the log, and closes the
 * connection. Without it Node sends the bare status line.
 */
export function answerClientErrors(server: Server, shape: ShapeFailure, issuer: string, log: Logger): void {
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, stream) => {
    const socket = stream as Socket
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [reason, failure] = failures[error.code ?? ''] ?? malformed
    const [, method = '', url = ''] = firstLine.exec(error.rawPacket?.toString('latin1', 0, 4096) ?? '') ?? []
    const id = randomUUID()
    const format = formatOfAddress(url) ?? 'oauth'
    const request = { id, ip: '', userAgent: '', locale: 'en', cookies: {}, url, issuer } as const
    const { status, contentType, body } = shape(failure, format, request)
    logRequest(log, { method, url, status, ms: 0, requestId: id, reason: error.code ?? reason })
    socket.end(
      `HTTP/1.1 ${status} ${reason}\r\nContent-Type: ${contentType}\r\nCache-Control: no-store\r\nX-Request-Id: ${id}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  })
}
