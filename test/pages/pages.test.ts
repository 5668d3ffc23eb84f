import { describe, expect, it } from 'vitest'
import type { Locale } from '../../server/pages/language.ts'
import { pages } from './pages.ts'
import { type Tag, tagsOf } from './parse.ts'

const locales: readonly Locale[] = ['zh', 'en']
const cases = Object.entries(pages).flatMap(([name, render]) => locales.map((locale) => ({ name, locale, render })))

const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onfocus='alert(1)' x='",
  '" autofocus onfocus="alert(1)',
  'javascript:alert(1)',
  '</title><img src=x onerror=alert(1)>',
  '&lt;svg/onload=alert(1)&gt;',
  '<!--',
]

/** Tag names with attribute names, to see whether a text changed the structure of a page. */
function skeleton(markup: string): readonly string[] {
  return tagsOf(markup).map(({ name, attributes }) => [name, ...attributes.keys()].join(' '))
}

function inputs(tags: readonly Tag[], type: string): readonly Tag[] {
  return tags.filter(({ name, attributes }) => name === 'input' && attributes.get('type') === type)
}

describe.each(cases)('$name in $locale', ({ locale, render }) => {
  const markup = String(render(locale))
  const tags = tagsOf(markup)

  it('has no inline script, style or event handler', () => {
    expect(tags.filter(({ name }) => name === 'style')).toEqual([])
    for (const { name, attributes } of tags) {
      if (name === 'script') expect(attributes.get('src')).toMatch(/^\/assets\/[\w-]+\.js\?v=[0-9a-f]{16}$/)
      expect([...attributes.keys()].filter((key) => key === 'style' || key.startsWith('on'))).toEqual([])
    }
    expect(markup).not.toMatch(/<script[^>]*>[^<]/)
  })

  it('loads nothing from another origin', () => {
    const loaded = tags.filter(({ name }) => ['link', 'script', 'img', 'iframe'].includes(name))
    for (const { attributes } of loaded) {
      // What a page brings along is loaded from nowhere.
      const brought = attributes.get('src')?.startsWith('data:image/png;base64,') === true
      if (!brought) expect(attributes.get('href') ?? attributes.get('src')).toMatch(/^\/assets\//)
    }
  })

  it('keeps hostile values texts, in whichever field they stand', () => {
    const harmless = skeleton(String(render(locale, 'x')))
    for (const text of HOSTILE) {
      const hostile = String(render(locale, text))
      expect(skeleton(hostile)).toEqual(harmless)
      for (const raw of ['<script>alert', '<img src=x', 'onfocus="alert', '<!--']) expect(hostile).not.toContain(raw)
      for (const { attributes } of tagsOf(hostile)) {
        for (const name of ['href', 'action', 'src']) expect(attributes.get(name) ?? '').not.toMatch(/^\s*javascript:/i)
      }
    }
  })

  it('gives its language, a title, unique ids, and targets for every reference', () => {
    expect(tags.find(({ name }) => name === 'html')?.attributes.get('lang')).toBe(locale === 'zh' ? 'zh-CN' : 'en')
    expect(markup).toMatch(/<title>[^<]+ · OpenAccount<\/title>/)
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { attributes } of tags) {
      for (const name of ['for', 'aria-describedby', 'aria-labelledby']) {
        for (const id of attributes.get(name)?.split(' ') ?? []) expect(ids).toContain(id)
      }
    }
  })

  it('labels every field that a person fills in', () => {
    const labelled = tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes.get('for') ?? []) : []))
    const visible = tags.filter(({ name, attributes }) => name === 'input' && attributes.get('type') !== 'hidden')
    for (const { attributes } of visible) expect(labelled).toContain(attributes.get('id'))
  })

  it('prints no "undefined", "null" or "[object"', () => {
    expect(markup).not.toMatch(/undefined|null|\[object/)
  })
})

describe('sign-in form', () => {
  const names = Object.keys(pages).filter((name) => name === 'sign-in' || name.startsWith('sign-in-'))

  it.each(names)('%s has one submit button and the agreed fields', (name) => {
    const tags = tagsOf(String(pages[name]?.('zh')))
    const form = tags.find((tag) => tag.name === 'form')
    expect(form?.attributes.get('method')).toBe('post')
    expect(form?.attributes.get('action')).toBe('/Account/Login')
    expect(tags.filter((tag) => tag.name === 'button')).toHaveLength(1)
    expect([...inputs(tags, 'submit'), ...inputs(tags, 'image')]).toEqual([])
    const fields = tags.filter((tag) => tag.name === 'input').map(({ attributes }) => attributes.get('name'))
    expect(fields).toEqual([
      'username',
      'password',
      'RememberLogin',
      'ReturnUrl',
      'ClientId',
      '__RequestVerificationToken',
    ])
    expect(inputs(tags, 'password')[0]?.attributes.get('autocomplete')).toBe('current-password')
    expect(inputs(tags, 'password')[0]?.attributes.has('value')).toBe(false)
    expect(tags.filter(({ attributes }) => attributes.has('autofocus'))).toHaveLength(1)
  })

  it('ties the message to the fields and keeps what was typed, but never the password', () => {
    const markup = String(pages['sign-in-invalid']?.('en'))
    const tags = tagsOf(markup)
    expect(tags.find(({ attributes }) => attributes.get('role') === 'alert')?.attributes.get('id')).toBe(
      'sign-in-error',
    )
    for (const type of ['text', 'password']) {
      expect(inputs(tags, type)[0]?.attributes.get('aria-describedby')).toBe('sign-in-error')
      expect(inputs(tags, type)[0]?.attributes.get('aria-invalid')).toBe('true')
    }
    expect(inputs(tags, 'text')[0]?.attributes.get('value')).toBe('testUserName')
    expect(inputs(tags, 'password')[0]?.attributes.has('autofocus')).toBe(true)
  })

  it('says how long to wait', () => {
    expect(String(pages['sign-in-limited']?.('en'))).toContain('Try again in 5 minutes.')
    expect(String(pages['sign-in-limited']?.('zh'))).toContain('请在 5 分钟后再试。')
  })
})

describe('a captcha', () => {
  it.each(['captcha-slider-captcha_missing', 'captcha-slider-captcha_wrong'])(
    '%s stands in the form, behind its own button the one for who cannot see, and says why it is asked for',
    (name) => {
      const tags = tagsOf(String(pages[name]?.('en')))
      const slider = inputs(tags, 'range')[0]?.attributes
      expect([slider?.get('name'), slider?.get('min'), slider?.get('max')]).toEqual(['captchaPosition', '0', '263'])
      const buttons = tags.filter((tag) => tag.name === 'button').map(({ attributes }) => attributes.get('name'))
      expect(buttons).toEqual([undefined, 'captchaWait'])
      expect(tags.find(({ attributes }) => attributes.get('id') === 'captcha-error')?.attributes.get('role')).toBe(
        'alert',
      )
      const pictures = tags.filter((tag) => tag.name === 'img').map(({ attributes }) => attributes.get('alt'))
      expect(pictures).toEqual(['A picture with a gap that a piece is missing from', ''])
    },
  )

  it('is no picture for who waits', () => {
    const tags = tagsOf(String(pages['captcha-wait']?.('en')))
    expect([inputs(tags, 'range'), tags.filter((tag) => tag.name === 'img')]).toEqual([[], []])
    expect(tags.some(({ attributes }) => attributes.get('role') === 'status')).toBe(true)
  })
})

describe('engine forms', () => {
  it('sends confirm or abort for a device, together with its code', () => {
    const tags = tagsOf(String(pages['device-confirm']?.('en')))
    const buttons = tags.filter(({ name }) => name === 'button').map(({ attributes }) => attributes.get('name'))
    expect(buttons).toEqual(['confirm', 'abort'])
    expect(inputs(tags, 'hidden').map(({ attributes }) => attributes.get('name'))).toEqual(['xsrf', 'user_code'])
  })

  it('ends the session only through the button that says so', () => {
    const tags = tagsOf(String(pages['sign-out']?.('en')))
    expect(tags.find(({ name }) => name === 'form')?.attributes.get('id')).toBe('op.logoutForm')
    const buttons = tags.filter(({ name }) => name === 'button')
    expect(buttons.map(({ attributes }) => attributes.get('name'))).toEqual(['logout', undefined])
    expect(tags.some(({ name }) => name === 'script')).toBe(false)
  })

  it('offers no way to stay when nobody is asked', () => {
    const tags = tagsOf(String(pages['sign-out-automatic']?.('en')))
    expect(tags.find(({ name }) => name === 'form')?.attributes.has('data-auto-submit')).toBe(true)
    expect(tags.filter(({ name }) => name === 'button')).toHaveLength(1)
  })
})

it('masks phone and mail in the user centre', () => {
  const markup = String(pages['user-center']?.('en'))
  expect(markup).toContain('138****0001')
  expect(markup).not.toContain('13800000001')
})

it('speaks of an unlisted status in general terms', () => {
  expect(String(pages['error-other']?.('en'))).toContain('The request could not be completed')
})
