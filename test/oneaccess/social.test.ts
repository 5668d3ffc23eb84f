import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
})
afterAll(() => server.close())

const failure = (error_code: string) => ({ status: 400, body: { error_code } })

async function person(password: string | undefined = 'Zhangsan.2026') {
  const userName = `social-${crypto.randomUUID().slice(0, 12)}`
  const id = await server.addUser({ userName, ...(password && { password }) })
  const logins = [
    { id: crypto.randomUUID(), userId: id, provider: 'WeChat', appId: 'wx', appOpenId: `o-${id}`, displayName: '小张' },
    { id: crypto.randomUUID(), userId: id, provider: 'Alipay', appId: null, appOpenId: null, externalId: `2088${id}` },
  ]
  for (const login of logins) await server.database.db.insertInto('externalLogins').values(login).execute()
  return { id, userName, logins: logins.map((login) => login.id), session: await app.session(userName) }
}
const list = async (session: string) =>
  (await app.signedCall<{ social: { id: string }[] }>(session, 'GET', 'social')).body.social
const unbind = (session: string, id: string) => app.signedCall(session, 'POST', 'social/unbind-account', { id })

describe('social accounts', () => {
  test('are listed as the page has them (S15)', async () => {
    const { id, session } = await person()
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/)
    const shared = { userId: id, socialHeadImage: null, socialAccountDetails: null, createdAt: time, updatedAt: time }
    const found = await list(session)
    expect(found).toHaveLength(2)
    expect(found).toEqual(
      expect.arrayContaining([
        { ...shared, id: expect.any(String), socialType: 'weixin', social_uid: `o-${id}`, socialNickname: '小张' },
        { ...shared, id: expect.any(String), socialType: 'alipay', social_uid: `2088${id}`, socialNickname: null },
      ]),
    )
  })

  test('are unbound by their own person (S16)', async () => {
    const [one, other] = [await person(), await person()]
    const [mine = ''] = one.logins
    expect(await unbind(other.session, mine)).toMatchObject(failure('SOCIAL.0002'))
    expect(await unbind(one.session, '')).toMatchObject(failure('PARAM.0017'))
    expect(await unbind(one.session, 'nothing')).toMatchObject(failure('SOCIAL.0002'))
    expect(await unbind(one.session, mine)).toMatchObject({ status: 200, body: undefined })
    expect((await list(one.session)).map(({ id }) => id)).toEqual(one.logins.slice(1))
    expect(await unbind(one.session, mine)).toMatchObject(failure('SOCIAL.0002'))
  })
})
