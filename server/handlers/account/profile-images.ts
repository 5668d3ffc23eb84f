import { Streamed } from '../../contract/stream.ts'
import { profileImageType } from '../../domain/profile-images/profile-images.ts'
import { filePolicy } from '../../pages/content-policies.ts'
import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { userBasic } from './shapes.ts'

/** POST /api/v1.0/user/profileImage (api-8073830): what the file holds decides, not what it is called. */
export const uploadProfileImage: Handler<'uploadProfileImage'> = async ({ caller, files, deps }) => {
  // The contract lets exactly one file in.
  const [{ content }] = files as [(typeof files)[number]]
  return answer([userBasic(await deps.profileImages.replace(caller, caller.userId, content))])
}

/** GET /api/v1.0/profileImages/{name}: a picture, which never changes. */
export const getProfileImage: Handler<'getProfileImage'> = async ({ params, deps }) => {
  const content = await deps.profileImages.read(params.name)
  return {
    status: 200,
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${params.name}"`,
      'Content-Length': content.length,
      'Content-Security-Policy': filePolicy,
    },
    body: new Streamed(profileImageType, async function* () {
      yield content
    }),
  }
}
