import { refuseField } from '../../domain/field.ts'
import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { userBasic, userDetails } from './shapes.ts'

/** POST /api/v1.0/manage/users/details (api-118385447): changes what is sent. */
export const editUserDetails: Handler<'editUserDetails'> = async ({ caller, body, deps }) => {
  const { guid, ...edit } = body
  return answer([userDetails(await deps.userAdministration.editDetails(caller, guid, edit))])
}

/** POST /api/v1.0/manage/users/security (api-118385962): changes what is sent. */
export const editUserSecurity: Handler<'editUserSecurity'> = async ({ caller, body, deps }) => {
  const { guid, ...edit } = body
  return answer([userBasic(await deps.userAdministration.editSecurity(caller, guid, edit))])
}

/** POST /api/v1.0/manage/users/unbind (api-197820520). */
export const unbindUser: Handler<'unbindUser'> = async ({ caller, body, deps }) => {
  const { guid, type, provider, externalID: externalId } = body
  const binding =
    type === 'External'
      ? ({
          type: 'external',
          provider: provider ?? refuseField('/provider', 'is needed for External'),
          externalId,
        } as const)
      : ({ type: type === 'Phone' ? 'phone' : 'email' } as const)
  return answer([userBasic(await deps.userAdministration.unbind(caller, guid, binding))])
}
