import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { attributeValues, files } from './site.ts'

interface Hit {
  id: string
  kind: string
  title: string
}
type Find = (query: string) => Hit[]

// The files that a browser loads, and nothing else.
const directory = await temporaryDirectory()
afterAll(() => directory.remove())
await mkdir(join(directory.path, 'assets'))
await writeFile(join(directory.path, 'package.json'), '{ "type": "module" }')
for (const name of ['assets/search.js', 'assets/minisearch.js']) {
  await writeFile(join(directory.path, name), files.get(name) ?? '')
}
const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(directory.path, 'assets', name)).href)
const { createSearch } = (await load('search.js')) as {
  createSearch(library: unknown, entries: unknown): Promise<Find>
}
const { default: MiniSearch } = (await load('minisearch.js')) as { default: unknown }
const entries = { zh: JSON.parse(files.get('zh/search.json') ?? ''), en: JSON.parse(files.get('en/search.json') ?? '') }
const find = { zh: await createSearch(MiniSearch, entries.zh), en: await createSearch(MiniSearch, entries.en) }

const guide = (slug: string) => `guides/${slug}.html`
const page = (api: string, id: string) => `reference/${api}/${id}.html`

/** What people type in both languages of the docs, and where it has to lead. */
const everywhere: [query: string, first: string][] = [
  ['login', guide('account/sign-in')],
  ['登录', guide('account/sign-in')],
  ['webhook', guide('oneaccess/event-callbacks')],
  ['回调', guide('oneaccess/event-callbacks')],
  ['密码加密', guide('account/password-encryption')],
  ['验证码', guide('oneaccess/sms-chain')],
  ['SMS', guide('oneaccess/sms-chain')],
  ['logout', guide('account/sessions')],
  ['sign out', guide('account/sessions')],
  ['企业微信', guide('account/wecom-association')],
  ['导出', guide('account/user-exports')],
  ['签名', guide('oneaccess/session-token-signature')],
  ['rate limit', guide('account/conventions')],
  ['限流', guide('account/conventions')],
  ['快速开始', guide('account/onboarding')],
  ['PKCE', guide('account/sign-in')],
  ['refresh token', guide('account/tokens-and-discovery')],
  ['access token', guide('account/tokens-and-discovery')],
  ['2FA', guide('oneaccess/login-states')],
  ['mock', guide('tools/mock')],
  ['sdk', guide('tools/sdk')],
  ['saml', guide('oneaccess/saml')],
  ['redirect_uri', guide('account/client-registration')],
  ['delete account', guide('account/account-centre')],
  ['批量创建', guide('account/bulk-import')],
  ['bulk import', guide('account/bulk-import')],
  ['android', guide('oneaccess/android-sms-login')],
  // Names of fields, headers, operations and codes.
  ['attr_gender', page('oneaccess', 'updateTenantUser')],
  ['createUsers', page('account', 'createUsers')],
  ['CREATEUSERS', page('account', 'createUsers')],
  ['api-8257731', page('account', 'createUsers')],
  ['/api/v1.0/users/inviteUsers', page('account', 'createUsers')],
  ['listTenantUsers', page('oneaccess', 'listTenantUsers')],
  ['X-state-token', `${guide('oneaccess/login-states')}#a-login-with-a-second-factor`],
  ['PARAM.0010', 'reference/error-codes.html#PARAM.0010'],
  ['50001', 'reference/return-codes.html#CreateUserFailed'],
  ['CreateUserFailed', 'reference/return-codes.html#CreateUserFailed'],
  ['微信登录', page('oneaccess', 'loginWithWechat')],
  ['创建组织', page('oneaccess', 'createOrganization')],
  // Slips of the finger.
  ['webhok', guide('oneaccess/event-callbacks')],
  ['onbording', guide('account/onboarding')],
  ['redirct_uri', guide('account/client-registration')],
  ['LoginWithPasword', page('oneaccess', 'loginWithPassword')],
]

describe.each(['zh', 'en'] as const)('the search of the %s pages', (language) => {
  test.each(everywhere)('finds for "%s" first %s', (query, first) => {
    expect(find[language](query)[0]?.id).toBe(first)
  })

  test('leads every operation by its id, and only to pages and places that exist', () => {
    for (const id of Object.keys(operations)) {
      expect(find[language](id)[0]?.id.replace(/^.*\//, ''), id).toBe(`${id}.html`)
    }
    for (const { url } of entries[language]) {
      const [path = '', anchor] = url.split('#')
      const markup = files.get(`${language}/${path}`) ?? ''
      expect(markup === '', url).toBe(false)
      if (anchor) expect(attributeValues(markup, 'id'), url).toContain(anchor)
    }
  })

  test('finds nothing for what is nowhere, and does not stumble over what is no word', () => {
    for (const query of ['qqqzzzxxx', '', '  ', '""', '(*[', '🙂', '.'.repeat(5000)]) {
      expect(find[language](query), query).toEqual([])
    }
  })
})

test('words that are nowhere together are found by any of them', () => {
  expect(find.en('webhook qqqzzzxxx')[0]?.id).toBe(guide('oneaccess/event-callbacks'))
})

test('the index of a language is small enough for a phone', () => {
  for (const language of ['zh', 'en']) expect(files.get(`${language}/search.json`)?.length).toBeLessThan(500_000)
})
