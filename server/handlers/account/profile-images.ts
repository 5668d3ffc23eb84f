import { profileImageType } from '../../domain/profile-images/profile-images.ts'
import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { lastingPicture } from './lasting-picture.ts'
import { userBasic } from './shapes.ts'

/** POST /api/v1.0/user/profileImage (api-8073830): what the file holds decides, not what it is called. */
export const uploadProfileImage: Handler<'uploadProfileImage'> = async ({ caller, files, deps }) => {
  // The contract lets exactly one file in.
  const [{ content }] = files as [(typeof files)[number]]
  return answer([userBasic(await deps.profileImages.replace(caller, caller.userId, content))])
}

/** GET /api/v1.0/profileImages/{name}. */
export const getProfileImage: Handler<'getProfileImage'> = async ({ params, deps }) =>
  lastingPicture(params.name, profileImageType, await deps.profileImages.read(params.name))
