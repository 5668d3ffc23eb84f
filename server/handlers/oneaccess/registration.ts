import type { Handler } from '../types.ts'
import { signedIn, visitor } from './app.ts'
import { newPerson } from './personal-fields.ts'

/** POST /api/v2/sdk/register/mobile-verify-code (S3). */
export const registerByMobile: Handler<'registerByMobile'> = async ({ caller, headers, body, deps }) => {
  const { mobile, verify_code: code, ...fields } = body
  return signedIn(await deps.appRegistration.register(visitor(caller, headers), mobile, code, newPerson(fields)))
}
