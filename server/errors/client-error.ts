import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const answers: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'the request header fields are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'the request took too long to arrive'],
}
const malformed = [400, 'Bad Request', 'the request is not valid HTTP'] as const

/**
 * Answers what cannot be parsed as a request, and so never reaches a handler, in the OAuth shape, and closes the
 * connection. Without it Node sends the bare status line.
 */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [status, reason, description] = answers[error.code ?? ''] ?? malformed
    const body = JSON.stringify({ error: 'invalid_request', error_description: description })
    socket.end(
      `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  })
}
