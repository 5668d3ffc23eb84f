import { expect, vi } from 'vitest'
import { newcomer } from '../../../account/account-person.ts'
import type { Installation } from '../../../support/installation.ts'
import { Person } from '../../../support/person.ts'
import { postedBy, ServiceProvider } from '../../../support/saml.ts'
import { type Application, type Protocol, protocols, type Stay } from '../../../support/single-sign-on.ts'
import type { Walks } from './walk.ts'

const names = Object.keys(protocols) as Protocol[]

/** Signs in at the first, goes into all others without being asked again, signs out, and everything is over and told. */
async function oneSession(at: Installation, applications: readonly Application[]): Promise<void> {
  const { userName, password } = await newcomer(at)
  const browser = new Person(at.issuer)
  const stays: Stay[] = []
  for (const application of applications) {
    const page = await browser.visit(application.address())
    const asked = page.url.pathname === '/Account/Login'
    expect(asked).toBe(stays.length === 0)
    const back = asked ? await browser.signIn(page, userName, password) : page
    stays.push(await application.enter(back, browser, at.issuer))
  }
  await browser.submit(await browser.visit('/connect/endsession'), { logout: 'yes' })
  await vi.waitFor(() => expect(stays.map((stay) => stay.told())).toEqual(stays.map(() => 1)), { timeout: 20_000 })
  expect(await Promise.all(stays.map((stay) => stay.refused()))).toEqual(stays.map(() => true))
}

/** What sites do that people reach by single sign-on. */
export const sites = {
  'share one session over OpenID Connect, OAuth, CAS and SAML, and hear of its end': async (at) => {
    const applications = await Promise.all(names.map((name) => protocols[name](at)))
    try {
      await oneSession(at, applications)
    } finally {
      for (const application of applications) application.close()
    }
  },

  'take an assertion that a strict library takes': async (at) => {
    const provider = await ServiceProvider.register(at)
    const { id, userName, password } = await newcomer(at)
    const library = await provider.library()
    const browser = new Person(at.issuer)
    const login = await browser.visit(await library.getAuthorizeUrlAsync('', undefined, {}))
    const posted = postedBy(await browser.signIn(login, userName, password))
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile).toMatchObject({ nameID: id })
  },
} as const satisfies Walks
