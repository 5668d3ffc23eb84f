import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { deriveKey } from '../../../../server/crypto/encryption.ts'
import { Corps } from '../../../../server/domain/corps/corps.ts'
import { LinkVault } from '../../../../server/domain/corps/links.ts'
import { AlipayStandIn } from '../../../support/alipay.ts'
import { contractFetch } from '../../../support/contract-fetch.ts'
import type { Installation } from '../../../support/installation.ts'
import { Person } from '../../../support/person.ts'
import { AppDevice, type LoginAnswer } from '../../../support/sdk.ts'
import { type Providers, startProviders, throughProvider } from '../../../support/third-parties.ts'
import { callback, changeXml, newCorp, type StandInCorp } from '../../../support/wecom.ts'
import type { Walks } from './walk.ts'

/** Those who sign people in for others, and an enterprise at WeCom that tells of its departments. */
export interface Others extends Providers {
  readonly enterprise: StandInCorp
  /** Links that enterprise at an installation. */
  link(at: Installation, secret: Buffer): Promise<void>
}

export async function startOthers(): Promise<Others> {
  const [providers, alipay, enterprise] = [await startProviders(), new AlipayStandIn(), newCorp()]
  const gateway = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-type', 'application/json').end(alipay.answer(searchParams))
  }).listen(0, 'localhost')
  await once(gateway, 'listening')
  const url = `http://localhost:${(gateway.address() as AddressInfo).port}`
  return {
    ...providers,
    enterprise,
    env: { ...providers.env, ...alipay.env(url) },
    link: async ({ database }, secret) => {
      const { corpId, secret: appSecret, token: callbackToken, key: callbackKey } = enterprise
      const corps = new Corps(database.db, new LinkVault(deriveKey(secret, 'provider-secrets')))
      const { id } = await corps.create({}, { name: `Enterprise ${corpId}` })
      const secrets = { appSecret, callbackToken, callbackKey }
      await corps.saveLink({}, id, { provider: 'WeCom', externalId: corpId, appId: '1000002', ...secrets })
    },
    close: () => {
      providers.close()
      gateway.closeAllConnections()
      gateway.close()
    },
  }
}

/** Adds a person who has an account elsewhere. */
async function linked(
  at: Installation,
  provider: string,
  login: { appId: string; appOpenId: string; externalId: string },
) {
  const userId = await at.addUser({})
  await at.database.db
    .insertInto('externalLogins')
    .values({ id: randomUUID(), userId, provider, ...login })
    .execute()
  return userId
}

let lastDepartment = 100

/** What people do with accounts that they have elsewhere, and what enterprises tell. */
export const external = ({ weChat, weCom, corp, enterprise }: Others) =>
  ({
    'signs in with WeChat in a browser': async (at) => {
      const [openid, unionid] = [`o-${randomUUID()}`, `u-${randomUUID()}`]
      await linked(at, 'WeChat', { appId: weChat.appId, appOpenId: openid, externalId: unionid })
      const browser = new Person(at.issuer)
      const code = weChat.agree({ openid, unionid })
      const page = await throughProvider(browser, await browser.visit('/Account/Login'), 'WeChat', { code })
      expect(page.url.pathname).toBe('/usercenter')
    },

    'signs in with WeCom in a browser': async (at) => {
      const [member, code] = [`member-${randomUUID()}`, randomUUID()]
      await linked(at, 'WeCom', { appId: corp.corpId, appOpenId: member, externalId: `${corp.corpId}:${member}` })
      weCom.codes.set(code, member)
      const browser = new Person(at.issuer)
      const page = await throughProvider(browser, await browser.visit('/Account/Login'), 'WeCom', { code })
      expect(page.url.pathname).toBe('/usercenter')
    },

    'signs in with Alipay in an app': async (at) => {
      const code = randomUUID()
      await linked(at, 'Alipay', { appId: 'alipay-app', appOpenId: `2088${code}`, externalId: `2088${code}` })
      const app = new AppDevice(at)
      expect((await app.post<LoginAnswer>('login/alipay', { code })).body.status).toBe('SUCCESS')
      expect((await app.post<LoginAnswer>('login/alipay', { code: 'wrong' })).status).toBe(400)
    },

    'tells by encrypted call-backs of WeCom of a department and its member, each twice': async (at) => {
      lastDepartment += 1
      const [Id, name, UserID] = [lastDepartment, `Department ${randomUUID()}`, `member-${randomUUID()}`]
      const { corpId } = enterprise
      const userId = await linked(at, 'WeCom', { appId: corpId, appOpenId: UserID, externalId: `${corpId}:${UserID}` })
      const tell = async (change: string, fields: Record<string, string | number>) => {
        const { query, body } = callback(enterprise, changeXml(corpId, change, fields))
        const address = `${at.issuer}/api/v1.0/wecom/callback?${new URLSearchParams(query)}`
        const headers = { 'content-type': 'text/xml' }
        // As WeCom does where it has heard nothing.
        for (const _ of ['once', 'again'])
          expect((await contractFetch(address, { method: 'POST', headers, body })).status).toBe(200)
      }
      const places = async () => {
        const { rows } = await at.database.pool.query<{ name: string; person: string | null }>(
          `select o.name, m.user_id as person from organizations o left join memberships m on m.organization_id = o.id
          where o.name like $1`,
          [`${name}%`],
        )
        return rows
      }
      const soon = { timeout: 30_000, interval: 100 }
      await tell('create_party', { Id, Name: name, ParentId: 1 })
      await tell('create_user', { UserID, Department: String(Id) })
      await expect.poll(places, soon).toEqual([{ name, person: userId }])
      await tell('update_party', { Id, Name: `${name}, renamed` })
      await expect.poll(places, soon).toEqual([{ name: `${name}, renamed`, person: userId }])
      await tell('delete_user', { UserID })
      await expect.poll(places, soon).toEqual([{ name: `${name}, renamed`, person: null }])
      await tell('delete_party', { Id })
      await expect.poll(places, soon).toEqual([])
    },
  }) as const satisfies Walks
