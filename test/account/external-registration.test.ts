import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePhone } from '../support/contacts.ts'
import { codeFor } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startThirdParties, type ThirdParties, throughProvider } from '../support/third-parties.ts'
import { loginsOf, signedInAs, somebody } from './external-person.ts'

let all: ThirdParties
beforeAll(async () => {
  all = await startThirdParties()
})
afterAll(() => all.close())

const newPassword = 'Kettle.Blue.42'

/** Somebody whom WeChat knows and nobody here, on the registration page that they were offered. */
async function newcomer(known = somebody()) {
  const person = new Person(all.server.issuer)
  const code = all.weChat.agree(known)
  const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code })
  const link = /href="(\/Account\/Register\?[^"]*)"/.exec(ask.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { person, known, ask, page: await person.visit(link) }
}

async function complete(person: Person, page: Page, contact = freePhone()): Promise<Page> {
  const coded = await person.submit(page, { contact })
  return person.submit(coded, { code: await codeFor(all.server, contact), newPassword })
}

test('an account made on the way from WeChat is linked with it, and the pages say so', async () => {
  const { person, known, page } = await newcomer()
  expect(page.body).toContain('Your WeChat login will be linked with the account.')
  const contact = freePhone()
  const coded = await person.submit(page, { contact })
  expect(coded.body).toContain('Your WeChat login will be linked with the account.')
  const wrong = await person.submit(coded, { code: '000000', newPassword })
  const there = await person.submit(wrong, { code: await codeFor(all.server, contact), newPassword })
  expect(there.url.pathname).toBe('/usercenter')
  const id = await signedInAs(all.server, person)
  expect(await loginsOf(all.server, id)).toMatchObject([
    { provider: 'WeChat', appOpenId: known.openid, externalId: known.unionid },
  ])

  const again = new Person(all.server.issuer)
  const code = all.weChat.agree(known)
  await throughProvider(again, await again.visit('/Account/Login'), 'WeChat', { code })
  expect(await signedInAs(all.server, again)).toBe(id)
})

test('a login that somebody links meanwhile stays theirs, and the account is made without it', async () => {
  const { person, known, page } = await newcomer()
  const owner = await all.server.addUser({})
  const login = { userId: owner, provider: 'WeChat', appId: all.weChat.appId, appOpenId: known.openid }
  await all.server.app.services.deps.externalLogins.add({}, { ...login, externalId: known.unionid })
  const there = await complete(person, page)
  expect(there.url.pathname).toBe('/usercenter')
  expect(await loginsOf(all.server, await signedInAs(all.server, person))).toEqual([])
  expect(await loginsOf(all.server, owner)).toHaveLength(1)
})

test('the ticket works in the browser that it was given to alone, and once', async () => {
  const { person, page } = await newcomer()
  const thief = new Person(all.server.issuer)
  const stolen = await thief.visit(page.url)
  expect(stolen.body).not.toContain('will be linked')
  await complete(thief, stolen)
  expect(await loginsOf(all.server, await signedInAs(all.server, thief))).toEqual([])

  await complete(person, page)
  const first = await signedInAs(all.server, person)
  await complete(person, page)
  expect(await signedInAs(all.server, person)).not.toBe(first)
  expect([
    await loginsOf(all.server, first),
    await loginsOf(all.server, await signedInAs(all.server, person)),
  ]).toMatchObject([[{ provider: 'WeChat' }], []])
})
