import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { corp, corpLink } from './shapes.ts'

/** POST /api/v1.0/manage/corps (api-80347548): with a GUID edits an enterprise, without makes one. */
export const saveCorp: Handler<'saveCorp'> = async ({ caller, body, deps }) => {
  const { guid, ...change } = body
  const { corps } = deps
  return answer([corp(await (guid === undefined ? corps.create(caller, change) : corps.change(caller, guid, change)))])
}

/** POST /api/v1.0/manage/corps/externalLink (api-80366400). */
export const saveCorpExternalLink: Handler<'saveCorpExternalLink'> = async ({ caller, body, deps }) => {
  const { guid, externalID: externalId, appID: appId, ...link } = body
  return answer([corpLink(await deps.corps.saveLink(caller, guid, { ...link, externalId, appId }))])
}
