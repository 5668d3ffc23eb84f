import { randomUUID } from 'node:crypto'
import type { Person } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import type { ThirdParties } from '../support/third-parties.ts'
import type { WeChatPerson } from '../support/wechat.ts'

/** A person of WeChat whom nobody here knows. */
export const somebody = (): WeChatPerson => ({
  openid: `o-${randomUUID()}`,
  unionid: `u-${randomUUID()}`,
  nickname: '小明',
})

/** A person whom WeChat knows and who is linked with it. */
export async function bound({ server, weChat }: ThirdParties, known = somebody()) {
  const id = await server.addUser({})
  const login = { userId: id, provider: 'WeChat', appId: weChat.appId, appOpenId: known.openid }
  await server.app.services.deps.externalLogins.add({}, { ...login, externalId: known.unionid })
  return { id, known }
}

/** The sign-in attempts of a user, the oldest first. */
export const recordsOf = ({ database }: TestServer, userId: string) =>
  database.db
    .selectFrom('loginRecords')
    .select(['method', 'succeeded', 'reason', 'clientId'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()

/** Who is signed in in a browser. */
export const signedInAs = ({ app }: TestServer, person: Person): Promise<string | undefined> =>
  app.services.deps.browserSessions.userId({ _session: person.cookie('_session') })

/** The logins of a user at providers. */
export const loginsOf = ({ app }: TestServer, userId = '') => app.services.deps.externalLogins.list(userId)

/** Where an application sends its browser to sign in. */
export const authorization = `/connect/authorize?${new URLSearchParams({
  client_id: 'TestClient',
  response_type: 'code',
  redirect_uri: 'http://localhost:5173/login/callback/',
  scope: 'openid',
  state: 'application-state',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
})}`
