import type { Content, Operation } from './model.ts'
import { curlOf } from './samples/curl.ts'
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
  const entries = Object.entries(operation.body?.content ?? {}) as [string, Content][]
  const samples = entries.flatMap(([mediaType, content]) =>
    Object.values(content.examples ?? {}).map((example) => ({
      name: nameOf(example),
      curl: curlOf(operation, mediaType, example.value),
      sdk: sdkOf(operation, example.value),
    })),
  )
  // Examples that differ only in how the credentials are sent are the same call of the SDK.
  const isFirst = (sdk: string | undefined, index: number) => samples.findIndex((other) => other.sdk === sdk) === index
  if (samples.length > 0) {
    return samples.map(({ sdk, ...rest }, index) => ({ ...rest, ...(isFirst(sdk, index) && { sdk }) }))
  }
  return [{ name: '', curl: curlOf(operation, undefined, undefined), sdk: sdkOf(operation, undefined) }]
}
