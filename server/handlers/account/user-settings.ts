import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { clientConfiguration, modificationCounts } from './shapes.ts'

/** GET /api/v1.0/user/receiveInfo (api-8073829). */
export const getReceiveInfo: Handler<'getReceiveInfo'> = ({ caller }) => {
  const { isPhoneReceiveInfo, isEmailReceiveInfo } = caller.user
  return answer([{ isPhoneReceiveInfo, isEmailReceiveInfo }])
}

/** GET /api/v1.0/user/clientConfig (api-39012073): the public part of an application, by its GUID. */
export const getUserClientConfiguration: Handler<'getUserClientConfiguration'> = async ({ query, request, deps }) =>
  answer([clientConfiguration(await deps.applications.get(query.guid), request.locale)])

/** GET /api/v1.0/user/modifyCounts (api-54487663). */
export const getModificationCounts: Handler<'getModificationCounts'> = async ({ caller, deps }) =>
  answer([modificationCounts(await deps.users.modificationCounts(caller.userId))])

/** GET /api/v1.0/user/ip (api-63571601): where an address is, nobody here knows. */
export const getCurrentIp: Handler<'getCurrentIp'> = ({ caller }) =>
  answer([{ ip: caller.address, city: null, provinceName: null, countryName: null, countryCode: null }])
