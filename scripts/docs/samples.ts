import type { Content, Operation } from './model.ts'
import { curlOf } from './samples/curl.ts'
import { fetchOf } from './samples/fetch.ts'
import { goOf } from './samples/go.ts'
import { javaOf } from './samples/java.ts'
import { pythonOf } from './samples/python.ts'
import { isForBrowsers, requestOf } from './samples/request.ts'
import { sdkOf } from './samples/sdk.ts'

/** A request as text: for the command line and for the SDK. */
export interface Sample {
  name: string
  curl: string
  /** Undefined where only a browser goes. */
  sdk?: string
}

/** One sample for each example of the request body, or one for the bare request. */
export function samplesOf(operation: Operation, nameOf: (example: { summary?: string }) => string): Sample[] {
  const samples = bodiesOf(operation).map(({ mediaType, example }) => ({
    name: example ? nameOf(example) : '',
    curl: curlOf(requestOf(operation, mediaType, example?.value)),
    sdk: sdkOf(operation, example?.value),
  }))
  // Examples that differ only in how the credentials are sent are the same call of the SDK.
  const isFirst = (sdk: string | undefined, index: number) => samples.findIndex((other) => other.sdk === sdk) === index
  return samples.map(({ sdk, ...rest }, index) => ({ ...rest, ...(isFirst(sdk, index) && { sdk }) }))
}

/** The first request of an operation in other languages, without a library; none where only a browser goes. */
export function otherSamplesOf(operation: Operation): Partial<Record<'fetch' | 'java' | 'python' | 'go', string>> {
  const [first] = bodiesOf(operation)
  if (first === undefined || isForBrowsers(operation)) return {}
  const request = requestOf(operation, first.mediaType, first.example?.value)
  return { fetch: fetchOf(request), java: javaOf(request), python: pythonOf(request), go: goOf(request) }
}

type Body = { mediaType?: string; example?: { summary?: string; value: unknown } }

function bodiesOf(operation: Operation): Body[] {
  const entries = Object.entries(operation.body?.content ?? {}) as [string, Content][]
  const bodies = entries.flatMap(([mediaType, { examples = {} }]) =>
    Object.values(examples).map((example) => ({ mediaType, example })),
  )
  return bodies.length > 0 ? bodies : [{}]
}
