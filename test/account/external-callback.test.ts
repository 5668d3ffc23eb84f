import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import { backFrom, buttonOf, startThirdParties, type ThirdParties, throughProvider } from '../support/third-parties.ts'
import { bound, recordsOf, signedInAs, somebody } from './external-person.ts'

let all: ThirdParties
let server: TestServer
beforeAll(async () => {
  all = await startThirdParties()
  server = all.server
})
afterAll(() => all.close())
beforeEach(() => {
  all.weChat.instead = undefined
  all.weCom.interfere = undefined
})
describe('a call-back does nothing', () => {
  const cases: [
    string,
    (person: Person) => Promise<{ page: Awaited<ReturnType<Person['visit']>>; reason: string; status?: number }>,
  ][] = [
    [
      'without a state',
      async (person) => {
        const { known } = await bound(all)
        const page = await person.visit(`/Account/ExternalLogin/Callback?code=${all.weChat.agree(known)}`)
        return { page, reason: 'external_over' }
      },
    ],
    [
      'with a state of nobody',
      async (person) => {
        const { known } = await bound(all)
        const page = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
          code: all.weChat.agree(known),
          state: 'ab'.repeat(48),
        })
        return { page, reason: 'external_over' }
      },
    ],
    [
      'in a browser that did not begin',
      async (person) => {
        const { known } = await bound(all)
        const attacker = new Person(server.issuer)
        const provider = await attacker.visit(buttonOf(await attacker.visit('/Account/Login'), 'WeChat'))
        await person.visit('/Account/Login')
        return {
          page: await person.visit(backFrom(provider, { code: all.weChat.agree(known) })),
          reason: 'external_over',
        }
      },
    ],
    [
      'with the page of one purpose used for another',
      async (person) => {
        const ask = await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
          code: all.weChat.agree(somebody()),
        })
        const state = ask.url.searchParams.get('ticket') ?? ''
        return {
          page: await person.visit(`/Account/ExternalLogin/Callback?code=x&state=${state}`),
          reason: 'external_over',
        }
      },
    ],
    [
      'with a code that the provider does not know',
      async (person) => ({
        page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'rubbish' }),
        reason: 'external_refused',
      }),
    ],
    [
      'without a code, as when the person did not agree',
      async (person) => ({
        page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {}),
        reason: 'external_cancelled',
      }),
    ],
    [
      'when the provider answers something else',
      async (person) => {
        all.weChat.instead = () => '<html>'
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'x' }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the provider tells of somebody else',
      async (person) => {
        const { known } = await bound(all)
        all.weChat.instead = (path) => (path === '/sns/userinfo' ? { openid: known.openid, nickname: 'x' } : undefined)
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
            code: all.weChat.agree(somebody()),
          }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the provider is busy, which is no fault of the code',
      async (person) => {
        all.weChat.instead = () => ({ errcode: -1, errmsg: 'system error' })
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'x' }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the provider is silent',
      async (person) => {
        all.weChat.instead = () => 'silence'
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', { code: 'x' }),
          reason: 'external_unavailable',
          status: 502,
        }
      },
    ],
    [
      'when the ids of the provider belong to two accounts',
      async (person) => {
        const [one, two] = [await bound(all), await bound(all)]
        const both = { openid: one.known.openid, unionid: two.known.unionid ?? '' }
        return {
          page: await throughProvider(person, await person.visit('/Account/Login'), 'WeChat', {
            code: all.weChat.agree(both),
          }),
          reason: 'external_taken',
        }
      },
    ],
  ]
  test.each(cases)('%s', async (_, walk) => {
    const person = new Person(server.issuer)
    const { page, reason, status = 400 } = await walk(person)
    expect([page.status, page.body]).toEqual([status, expect.stringContaining(reason)])
    expect(await signedInAs(server, person)).toBeUndefined()
  })

  test('a second time, even with 32 at once', async () => {
    const { id, known } = await bound(all)
    const person = new Person(server.issuer)
    const provider = await person.visit(buttonOf(await person.visit('/Account/Login'), 'WeChat'))
    const back = backFrom(provider, { code: all.weChat.agree(known) })
    const cookie = `oa_request=${person.cookie('oa_request')}`
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => fetch(back, { redirect: 'manual', headers: { cookie } })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await recordsOf(server, id)).toHaveLength(1)
    expect((await person.visit(back)).body).toContain('external_over')
  })
})
