import type { IncomingMessage, ServerResponse } from 'node:http'

/** What pages of other origins may read beside the body, as on the server; a test holds both together. */
export const exposedHeaders: readonly string[] = [
  'allow',
  'content-disposition',
  'location',
  'retry-after',
  'www-authenticate',
  'x-request-id',
]

/** Lets the pages of any origin call the mock, with credentials. */
export function allowAnyOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  response.setHeader('access-control-allow-origin', origin ?? '*')
  response.setHeader('vary', 'origin')
  if (origin) response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', exposedHeaders.join(','))
}

/** Answers the question of a browser whether it may send a request. */
export function preflight(request: IncomingMessage, response: ServerResponse, allowed: string[]): void {
  response.setHeader('access-control-allow-methods', allowed.join(', '))
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-max-age', '600')
  response.setHeader('allow', allowed.join(', '))
  response.writeHead(204).end()
}
