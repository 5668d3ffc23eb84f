import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service that speaks as much of the S3 HTTP API as files need: PUT, GET, DELETE of objects below `/<bucket>/`. */
export interface Bucket {
  readonly endpoint: string
  readonly objects: ReadonlyMap<string, { readonly content: Buffer; readonly mediaType: string | undefined }>
  /** While it is true every request is answered 503. */
  away: boolean
  close(): Promise<void>
}

const accessKeyId = 'of-the-test'
/** Signature Version 4: the key, the day, the region, the service. */
const authorization = new RegExp(
  `^AWS4-HMAC-SHA256 Credential=${accessKeyId}/\\d{8}/cn-test/s3/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$`,
)

/** What a server is told of it. */
export function bucketEnvironment({ endpoint }: Pick<Bucket, 'endpoint'>): NodeJS.ProcessEnv {
  return {
    STORAGE_BUCKET: 'people',
    STORAGE_ENDPOINT: endpoint,
    STORAGE_REGION: 'cn-test',
    STORAGE_ACCESS_KEY_ID: accessKeyId,
    STORAGE_SECRET_ACCESS_KEY: 'secret-of-the-test',
    STORAGE_PATH_STYLE: 'on',
  }
}

/** Starts the service on a free port. */
export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, { content: Buffer; mediaType: string | undefined }>()
  const bucket = { objects, away: false }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { pathname } = new URL(request.url ?? '', 'http://bucket')
    const fail = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
    if (bucket.away) return fail(503, 'ServiceUnavailable')
    if (!authorization.test(request.headers.authorization ?? '')) return fail(403, 'AccessDenied')
    const [, key] = /^\/people\/(.+)$/.exec(pathname) ?? []
    if (key === undefined) return fail(404, 'NoSuchBucket')
    const object = objects.get(key)
    switch (request.method) {
      case 'PUT':
        objects.set(key, { content: Buffer.concat(chunks), mediaType: request.headers['content-type'] })
        return response.writeHead(200, { etag: '"of-the-test"' }).end()
      case 'GET':
        return object
          ? response.writeHead(200, { 'content-length': object.content.length }).end(object.content)
          : fail(404, 'NoSuchKey')
      case 'DELETE':
        objects.delete(key)
        return response.writeHead(204).end()
      default:
        return fail(405, 'MethodNotAllowed')
    }
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return Object.assign(bucket, {
    endpoint: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  })
}
