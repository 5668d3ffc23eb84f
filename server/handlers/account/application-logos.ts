import { ContractFailure } from '../../contract/failure.ts'
import { Streamed } from '../../contract/stream.ts'
import { filePolicy } from '../../pages/content-policies.ts'
import type { Handler } from '../types.ts'

/** GET /Account/Logos/{name}: a picture, which never changes. */
export const getApplicationLogo: Handler<'getApplicationLogo'> = async ({ params, deps }) => {
  const content = await deps.applications.logo(params.name)
  if (!content) throw new ContractFailure('not_found')
  return {
    status: 200,
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${params.name}"`,
      'Content-Length': content.length,
      'Content-Security-Policy': filePolicy,
    },
    body: new Streamed('image/webp', async function* () {
      yield content
    }),
  }
}
