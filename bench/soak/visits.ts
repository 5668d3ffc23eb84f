import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { authorizeUrl, redeem, refresh, tokensOf, userInfoStatus } from '../../test/security/support/flow.ts'
import { type Answer, ask, clientToken, type Envelope, managementToken, personToken } from '../../test/support/api.ts'
import type { Installation } from '../../test/support/installation.ts'
import { Person } from '../../test/support/person.ts'
import { AppDevice } from '../../test/support/sdk.ts'
import { demand, network, type Visit } from './visit.ts'

// What these helpers need of an installation is its address alone.
const at = (issuer: string) => ({ issuer }) as Installation
const browser = (origin: string) => new Person(origin, { 'accept-language': 'en', ...network() })
const admin = ['openid', 'admin', 'Admin.123456'] as const
const exportPath = '/api/v1.0/manage/users/export'
let phones = 13_900_000_000

/** What callers do who mean well. */
export const visits = {
  'sign-in by code flow, three refreshes': async (origin) => {
    const person = browser(origin)
    const back = await person.signIn(await person.visit(authorizeUrl(origin)))
    let tokens = await tokensOf(await redeem(origin, back.url.searchParams.get('code') ?? ''))
    for (let times = 0; times < 3; times += 1) {
      demand('userinfo', await userInfoStatus(origin, tokens.access_token), 200)
      tokens = await tokensOf(await refresh(origin, tokens.refresh_token))
    }
  },

  'sign-in and sign-out in a browser': async (origin) => {
    const person = browser(origin)
    await person.signIn(await person.visit('/Account/Login'))
    for (const page of ['', '/security', '/sessions', '/signins'])
      demand(page, (await person.visit(`/usercenter${page}`)).url.pathname, `/usercenter${page}`)
    await person.submit(await person.visit('/connect/endsession'), { logout: 'yes' })
    demand('after it', (await person.visit('/usercenter')).url.pathname, '/Account/Login')
  },

  'a person reads and edits': async (origin) => {
    const token = await personToken(at(origin), 'openid ZMS.UserDetails.Read ZMS.UserDetails.Write')
    const path = '/api/v1.0/user/details'
    demand('details', (await ask(at(origin), 'GET', path, { token })).status, 200)
    const body = { jobInfo: { title: `Engineer ${Date.now()}` } }
    demand('edit', (await ask(at(origin), 'POST', path, { token, body })).status, 200)
  },

  'the back office lists and searches': async (origin) => {
    const token = await personToken(at(origin), ...admin)
    for (const query of ['?pageSize=50', '?pageSize=20&pageNum=2'])
      demand(query, (await ask(at(origin), 'GET', `/api/v1.0/manage/users${query}`, { token })).status, 200)
    const found = await ask(at(origin), 'GET', '/api/v1.0/manage/users/search?keyword=test', { token })
    demand('search', found.status, 200)
  },

  'a service looks people up': async (origin) => {
    const token = await clientToken(at(origin), 'ZMS.Users.Read')
    const body = [{ userName: 'testUserName' }]
    demand('look-up', (await ask(at(origin), 'POST', '/api/v1.0/users/guids', { token, body })).status, 200)
  },

  'a tenant adds, changes, lists and deletes': async (origin) => {
    const token = await managementToken(at(origin))
    const name = `soak-${randomUUID()}`
    phones += 1
    const body = { user_name: name, org_code: '10000', name, mobile: String(phones) }
    const path = '/api/v2/tenant/users'
    const made = await ask<{ user_id: string }>(at(origin), 'POST', path, { token, body })
    demand('create', made.status, 201)
    const own = `${path}/${made.body.user_id}`
    demand('change', (await ask(at(origin), 'PUT', own, { token, body: { name: 'Changed' } })).status, 200)
    demand('list', (await ask(at(origin), 'GET', `${path}?org_id=&offset=0&limit=20`, { token })).status, 200)
    demand('delete', (await ask(at(origin), 'DELETE', own, { token })).status, 204)
  },

  'an app signs in, reads, signs out': async (origin) => {
    const app = new AppDevice(at(origin))
    const session = await app.session()
    demand('profile', (await app.signedCall(session, 'GET', 'profile')).status, 200)
    await app.pass('13800000001')
    demand('sign-out', (await app.signedCall(session, 'GET', 'logout')).status, 200, 204)
  },

  'an export is made and called off': async (origin) => {
    const token = await personToken(at(origin), ...admin)
    const asked = { token, body: { reason: 'For a soak', filter: {}, format: 'csv' } }
    type Exported = Answer<Envelope<{ guid: string; state: string }>>
    const applied: Exported = await ask(at(origin), 'POST', exportPath, asked)
    demand('application', applied.status, 200)
    const guid = applied.body.data[0]?.guid ?? ''
    let state: string | undefined
    for (let look = 0; look < 60 && state !== 'downloadable'; look += 1) {
      await delay(500)
      const listed: Exported = await ask(at(origin), 'GET', `${exportPath}/applications`, { token })
      state = listed.body.data.find((application) => application.guid === guid)?.state
    }
    demand('its state', state, 'downloadable')
    demand('call-off', (await ask(at(origin), 'DELETE', `${exportPath}?guid=${guid}`, { token })).status, 200)
  },
} as const satisfies Record<string, Visit>
