import { ContractFailure } from '../../contract/failure.ts'
import type { Handler } from '../types.ts'
import { lastingPicture } from './lasting-picture.ts'

/** GET /Account/Logos/{name}: what registrations have as their picture. */
export const getApplicationLogo: Handler<'getApplicationLogo'> = async ({ params, deps }) => {
  const content = await deps.applications.logo(params.name)
  if (!content) throw new ContractFailure('not_found')
  return lastingPicture(params.name, 'image/webp', content)
}
