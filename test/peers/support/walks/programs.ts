import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { createAccountClient, password } from '../../../../client/src/index.ts'
import { newcomer } from '../../../account/account-person.ts'
import { withOpenidClient } from '../../../oidc/support/with-openid-client.ts'
import { redirectUri } from '../../../security/support/flow.ts'
import { ask, clientToken, type Envelope, managementToken, personToken } from '../../../support/api.ts'
import { contractFetch } from '../../../support/contract-fetch.ts'
import { Person } from '../../../support/person.ts'
import { plain } from '../../../support/pictures.ts'
import { AppDevice, type LoginAnswer } from '../../../support/sdk.ts'
import type { Walks } from './walk.ts'

let last = 13_720_000_000

/** What programs do. */
export const programs = {
  'takes a person through the code flow, refreshes, introspects, revokes and signs out': async (at) => {
    const secret = 'a secret of the application'
    const clientId = await at.addApplication({
      secret,
      firstParty: true,
      redirectUris: [redirectUri],
      scopes: ['openid', 'profile', 'offline_access'],
    })
    const party = await withOpenidClient(at.issuer, clientId, secret)
    const { url, exchange } = await party.authorization({ redirect_uri: redirectUri, scope: 'openid offline_access' })
    const browser = new Person(at.issuer)
    const back = await browser.signIn(await browser.visit(url))
    let tokens = await exchange(back.url)
    const { sub = '' } = decodeJwt(tokens.id_token ?? '')
    for (let refreshes = 0; refreshes < 4; refreshes += 1) {
      tokens = await party.refresh(tokens.refresh_token ?? '')
      expect(await party.userInfo(tokens.access_token, sub)).toMatchObject({ sub })
      expect(await party.introspect(tokens.access_token)).toMatchObject({ active: true })
    }
    await party.revoke(tokens.refresh_token ?? '')
    await expect(party.refresh(tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
    await browser.submit(await browser.visit('/connect/endsession'), { logout: 'yes' })
    expect((await browser.visit(url)).url.pathname).toBe('/Account/Login')
  },

  'reads and changes a person with the SDK': async (at) => {
    const { userName, password: own } = await newcomer(at)
    const auth = password({
      clientId: 'testAutoClient',
      clientSecret: 'testAuto.2022',
      username: userName,
      password: own,
      scope: 'openid profile offline_access ZMS.Basic ZMS.UserBasic.Write ZMS.UserDetails.Read',
    })
    const client = createAccountClient({ baseUrl: at.issuer, auth })
    const { sub } = await client.user.getInfo()
    expect(await client.user.getDetails()).toMatchObject([{ guid: sub }])
  },

  'uploads a picture, which everybody sees at once': async (at) => {
    const { userName, password: own } = await newcomer(at)
    const token = await personToken(at, 'openid ZMS.Basic ZMS.UserBasic.Write', userName, own)
    const body = new FormData()
    const picture = await plain(64, 64, 'red').png().toBuffer()
    body.append('file', new File([new Uint8Array(picture)], 'me.png', { type: 'image/png' }))
    const headers = { authorization: `Bearer ${token}` }
    const answer = await contractFetch(`${at.issuer}/api/v1.0/user/profileImage`, { method: 'POST', body, headers })
    const { data } = (await answer.json()) as Envelope<{ profileImage: string }>
    const addresses = Array<string>(4).fill(data[0]?.profileImage ?? '')
    const seen = await Promise.all(addresses.map((address) => contractFetch(address)))
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  },

  'proves in an app that somebody is there, signs them in and out': async (at) => {
    const phone = String(++last)
    const { userName, password: own } = await newcomer(at, { itc: '+86', phone, phoneVerified: true })
    const app = new AppDevice(at)
    const verify_code = await app.smsCode(phone, 'LOGIN_SMS')
    const { body } = await app.post<{ status: string; session_token: string }>('login/mobile-verify-code', {
      mobile: phone,
      verify_code,
    })
    expect(body.status).toBe('SUCCESS')
    const session = await app.session(userName, own)
    for (const each of [session, body.session_token])
      expect((await app.signedCall(each, 'GET', 'profile')).status).toBe(200)
    expect((await app.signedCall(session, 'GET', 'logout')).status).toBeLessThan(300)
    expect((await app.signedCall(session, 'GET', 'profile')).status).toBe(400)
    const wrong = await app.captcha()
    expect((await app.verify(wrong.token, wrong.x + 40, phone)).status).toBe(400)
  },

  'binds a WeChat account to a number in an app, and signs in with it': async (at) => {
    const clientId = await at.addApplication({ unknownSocialAccounts: 'bind', permissionCodes: ['auth_api'] })
    const app = new AppDevice(at, { clientId })
    const phone = String(++last)
    await newcomer(at, { itc: '+86', phone, phoneVerified: true })
    const code = `dev:${crypto.randomUUID()}`
    const first = await app.post<LoginAnswer>('login/wechat', { code })
    const headers = { 'X-state-token': first.body.state_token ?? '' }
    const proof = { mobile: phone, verify_code: await app.smsCode(phone, 'BIND_MOBILE_SMS') }
    expect((await app.post<LoginAnswer>('social/bind', proof, headers)).body.status).toBe('SUCCESS')
    expect((await app.post<LoginAnswer>('login/wechat', { code })).body.status).toBe('SUCCESS')
  },

  'manages people of a tenant, and hands a session on by a ticket': async (at) => {
    const token = await managementToken(at)
    const name = `tenant-${crypto.randomUUID()}`
    const body = { user_name: name, org_code: '10000', name, mobile: String(++last) }
    const made = await ask<{ user_id: string }>(at, 'POST', '/api/v2/tenant/users', { token, body })
    expect(made.status).toBe(201)
    const path = `/api/v2/tenant/users/${made.body.user_id}`
    expect((await ask(at, 'GET', path, { token })).body).toMatchObject({ user_name: name })
    expect((await ask(at, 'PUT', `${path}/disable`, { token })).status).toBeLessThan(300)
    expect((await ask(at, 'DELETE', path, { token })).status).toBe(204)
    expect((await ask(at, 'GET', path, { token })).status).toBe(400)
    const app = new AppDevice(at)
    const device = {
      operating_sys_version: 'Android 10',
      device_ip: '10.10.10.1',
      device_fingerprint: app.fingerprint,
    }
    const asked = { session_token: await app.session(), ...device }
    const sso = '/api/v2/tenant/sso'
    const ticket = await ask<{ sso_ticket: string }>(at, 'POST', `${sso}/session-token/sso-ticket`, {
      token,
      body: asked,
    })
    const verified = await ask(at, 'POST', `${sso}/sso-ticket/verify`, {
      token,
      body: { sso_ticket: ticket.body.sso_ticket, ...device },
    })
    expect(verified.status).toBe(200)
  },

  'looks people up as a trusted service': async (at) => {
    const { id, userName } = await newcomer(at)
    const token = await clientToken(at, 'ZMS.Users.Read')
    const asked = { token, body: [{ userName }] }
    const { body } = await ask<Envelope<{ userInfo: object }>>(at, 'POST', '/api/v1.0/users/guids', asked)
    expect(body.data).toMatchObject([{ userInfo: { guid: id } }])
  },

  'reads what is published': async (at) => {
    const paths = [
      '/.well-known/openid-configuration',
      '/.well-known/openid-configuration/jwks',
      '/api/v1/oauth2/jwks',
      '/api/v1/saml2/idp/metadata',
      '/openapi/account.json',
      '/Common/Getpubkeys',
    ]
    for (const path of paths) {
      const texts = await Promise.all([1, 2].map(async () => (await contractFetch(at.issuer + path)).text()))
      expect([path, texts[0]]).toEqual([path, texts[1]])
    }
  },
} as const satisfies Walks
