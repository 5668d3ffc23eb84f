import { expect, test } from 'vitest'
import oneaccess from '../../generated/oneaccess.json' with { type: 'json' }
import { operations } from '../../generated/operations.ts'
import { texts } from '../../scripts/docs/texts.ts'
import { plain } from '../support/markup.ts'
import { attributeValues, files } from './site.ts'

const languages = ['zh', 'en'] as const

/** The part of a page that an operation has. */
function sectionOf(language: string, id: string): string {
  const marker = `class="operation" id="${id}"`
  const found = [...files].find(([path, text]) => path.startsWith(`${language}/reference/`) && text.includes(marker))
  const page = found?.[1]
  const begin = page?.indexOf(marker) ?? -1
  return page?.slice(begin, page.indexOf('</section>', begin)) ?? ''
}

const ofOneAccess = Object.entries(operations).filter(([, { api }]) => api === 'oneaccess')

test.each(languages)(
  'every operation in %s shows all that it comes from, its permissions and its codes',
  (language) => {
    // The documented ones, and companions.
    expect(ofOneAccess.length).toBeGreaterThanOrEqual(78)
    for (const [id, operation] of ofOneAccess) {
      const section = sectionOf(language, id)
      const source: { page: string; title: string; pages?: readonly { page: string; title: string }[] } =
        operation.source
      const pages = source.pages ?? [source]
      for (const { page, title } of pages)
        expect(section, id).toContain(`<code>${page}</code> <span lang="zh-CN">${title}`)
      for (const code of operation.permissions) expect(section, id).toContain(`permission-codes.html#${code}"`)
      for (const code of operation.errorCodes) expect(section, id).toContain(`error-codes.html#${code}"`)
    }
  },
)

test.each(languages)(
  'the header set of the user interfaces stands in one line of the %s page, and in full behind it',
  (language) => {
    const section = sectionOf(language, 'loginWithPassword')
    const [, set = ''] = /<div class="header-set"><details><summary>(.*?)<\/details>/s.exec(section) ?? []
    const [names = '', rows = ''] = set.split('</summary>')
    for (const { name, required } of Object.values(oneaccess.components.parameters)
      .filter((parameter) => parameter.in === 'header')
      .map((parameter) => ({ required: false, ...parameter }))) {
      expect(names).toContain(`<code>${name}</code>${required ? '<span class="required">*</span>' : ''}`)
      expect(rows).toContain(`<code class="name">${name}</code>`)
    }
    expect(rows).toContain('guides/oneaccess/calling-apis.html')
  },
)

test.each(languages)('a field in %s says which code answers when it is missing', (language) => {
  expect(sectionOf(language, 'verifyCaptcha')).toMatch(
    />token<\/code>(?:(?!<li>).)*class="missing">(?:(?!<li>).)*PARAM\.0005/s,
  )
})

test.each(languages)('each scheme in %s says how to prove who calls', (language) => {
  const t = texts[language]
  expect(sectionOf(language, 'listTenantUsers')).toContain(t.permissions)
  expect(sectionOf(language, 'getProfile')).toMatch(
    /<code>X-signature<\/code>.*PARAM\.0030.*session-token-signature\.html/s,
  )
  expect(sectionOf(language, 'verifySmsSecondFactor')).toMatch(/<code>X-state-token<\/code>.*PARAM\.0014/s)
  expect(plain(sectionOf(language, 'getOauth2UserInfo'))).toMatch(new RegExp(`get_user_info.* ${t.or} .*openid`))
  expect(sectionOf(language, 'receiveCheckUrlEvent')).toContain('guides/oneaccess/event-callbacks.html')
})

test.each(languages)('every event in %s shows its envelope, the message inside and the answers', (language) => {
  const events = Object.entries(oneaccess.webhooks)
  expect(events).toHaveLength(7)
  for (const [event, { post }] of events) {
    const section = sectionOf(language, post.operationId)
    expect(section, event).toContain(event.replaceAll(/[A-Z]/g, '_$&').toUpperCase())
    for (const name of ['nonce', 'timestamp', 'eventType', 'data', 'signature']) {
      expect(section).toContain(`<code class="name">${name}</code>`)
    }
    for (const status of Object.keys(post.responses)) expect(section).toContain(`>${status}</span>`)
  }
  const [, inside = ''] = sectionOf(language, 'receiveCreateUserEvent').split(texts[language].contentOf)
  for (const name of ['organizationId', 'disabled', '^extAttr[0-9]+$']) expect(inside).toContain(`>${name}</code>`)
})

test.each(languages)(
  'the %s page of error codes has every code with its texts and mark, and the operations',
  (language) => {
    const markup = files.get(`${language}/reference/error-codes.html`) ?? ''
    const rows = new Map(
      [...markup.matchAll(/<tr id="([^"]+)">(.*?)<\/tr>/gs)].map(([, id = '', row = '']) => [id, plain(row)]),
    )
    const codes = oneaccess['x-error-codes']
    expect([...rows.keys()]).toEqual(codes.map(({ code }) => code))
    for (const { code, http, message, mark, 'x-zh': zh } of codes) {
      const row = rows.get(code) ?? ''
      for (const part of [`>${http}<`, message, zh.message, `mark-${mark}`]) expect(row, code).toContain(part)
      const answering = ofOneAccess.filter(([, { errorCodes }]) => (errorCodes as readonly string[]).includes(code))
      for (const [id] of answering) expect(row, code).toContain(`/${id}.html"`)
    }
  },
)

test.each(languages)('the %s page of permission codes has every code and what it opens', (language) => {
  const markup = files.get(`${language}/reference/permission-codes.html`) ?? ''
  const ids = attributeValues(markup, 'id')
  for (const { code } of oneaccess['x-permission-codes']) expect(ids).toContain(code)
  const [, orgRead = ''] = /<tr id="org_read">(.*?)<\/tr>/s.exec(markup) ?? []
  expect(orgRead).toContain('/listOrganizations.html"')
  expect(orgRead).not.toContain('/createOrganization.html"')
})
