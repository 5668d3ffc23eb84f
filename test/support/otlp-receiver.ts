import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A span as OTLP/JSON has it, with its attributes as an object. */
export interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  /** 2 is a server's, 3 a client's, 4 a producer's, 5 a consumer's. */
  readonly kind: number
  readonly attributes: Readonly<Record<string, string | number>>
  readonly events: readonly unknown[]
  readonly status: { readonly code?: number; readonly message?: string }
  readonly service: string
}

interface Value {
  readonly stringValue?: string
  readonly intValue?: number
}
interface Attribute {
  readonly key: string
  readonly value: Value
}
interface Body {
  readonly resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: { spans: (Omit<ReceivedSpan, 'attributes' | 'service'> & { attributes: Attribute[] })[] }[]
  }[]
}

const objectOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]))

/** A collector that takes traces by OTLP over HTTP. */
export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = []
  const server = createServer(async (request, response) => {
    const { resourceSpans } = (await json(request)) as Body
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(objectOf(resource.attributes)['service.name'])
      for (const span of scopeSpans.flatMap(({ spans: all }) => all)) {
        spans.push({ ...span, attributes: objectOf(span.attributes), service })
      }
    }
    response.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    spans,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
