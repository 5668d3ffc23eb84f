import { Streamed } from '../../contract/stream.ts'
import { filePolicy } from '../../pages/content-policies.ts'

/**
 * A picture that never changes: another one has another name.
 * @param name tells it from all others
 */
export const lastingPicture = <const Type extends string>(name: string, type: Type, content: Uint8Array) =>
  ({
    status: 200,
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${name}"`,
      'Content-Length': content.length,
      'Content-Security-Policy': filePolicy,
    },
    body: new Streamed(type, async function* () {
      yield content
    }),
  }) as const
