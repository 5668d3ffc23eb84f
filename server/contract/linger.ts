import type { Request, Response } from 'express'

/** How long, and how much, is read of a body that was refused. */
const most = { milliseconds: 2000, bytes: 64 * 1024 * 1024 }

/**
 * Ends an answer that closes the connection, once the rest of the body is read and thrown away: a connection that is closed with
 * bytes unread is reset, and the answer is often lost with it (RFC 9112 section 9.6). Whoever goes on sending is cut off.
 * @param body the whole of the answer, which the caller has before that
 */
export function endLingering(request: Request, response: Response, body: string): void {
  response.write(body)
  const timer = setTimeout(end, most.milliseconds)
  let bytes = 0
  function end(): void {
    clearTimeout(timer)
    response.end()
  }
  function count(chunk: Buffer): void {
    bytes += chunk.length
    if (bytes > most.bytes) end()
  }
  request.unpipe()
  request.on('data', count).once('end', end).once('close', end).resume()
}
