import type { Handler } from '../types.ts'
import { answer, itemError, unknownUser } from './answers.ts'
import { externalLogin } from './shapes.ts'

/** POST /api/v1.0/users/externalLogins (api-12191783): one result per GUID, in their order. */
export const queryExternalLogins: Handler<'queryExternalLogins'> = async ({ body, request, deps }) => {
  const found = await deps.externalLogins.listOf(body)
  const unknown = unknownUser(request.locale)
  return answer(
    body.map((guid) => {
      const logins = found.get(guid.toLowerCase())
      if (!logins) return { error: unknown, userInfo: null }
      return { error: null, userInfo: { guid, externalLogins: logins.map(externalLogin) } }
    }),
  )
}

/** POST /api/v1.0/users/externalLoginDetails (api-12292455): what belongs to nobody is left out. */
export const findUsersByExternalLogin: Handler<'findUsersByExternalLogin'> = async ({ body, deps }) => {
  const found = await deps.externalLogins.find(
    body.map(({ provider, externalID }) => ({ provider, externalId: externalID })),
  )
  return answer(found.filter((login) => login !== undefined).map(externalLogin))
}

/** POST /api/v1.0/trusted/users/externalLogins (api-180547452): one result per login, in their order. */
export const addExternalLogins: Handler<'addExternalLogins'> = async ({ caller, body, request, deps }) => {
  const results = await deps.externalLogins.addMany(
    caller,
    body.map(({ guid, appID, appOpenID, externalID, ...login }) => {
      return { ...login, userId: guid, appId: appID, appOpenId: appOpenID, externalId: externalID }
    }),
  )
  return answer(
    results.map((result, index) => {
      if (result.failure) return { error: itemError(result.failure, request.locale, { index }), userInfo: null }
      return { error: null, userInfo: { guid: result.userId, externalLogins: result.logins.map(externalLogin) } }
    }),
  )
}
