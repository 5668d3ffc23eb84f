import { describe, expect, it } from 'vitest'
import { Html, html } from '../../server/pages/html.ts'
import { languageLinks } from '../../server/pages/language.ts'
import { maskEmail, maskPhone } from '../../server/pages/views/mask.ts'
import { safeUrl } from '../../server/pages/views/url.ts'

describe('html', () => {
  it('escapes text for content and quoted attributes', () => {
    expect(String(html`<p title="${`"'\``}">${'<b>&'}</p>`)).toBe('<p title="&quot;&#39;&#96;">&lt;b&gt;&amp;</p>')
  })

  it('drops NUL', () => {
    expect(String(html`${'<scr\0ipt>'}`)).toBe('&lt;script&gt;')
  })

  it('prints numbers, and nothing for an absent value', () => {
    expect(String(html`${0}|${null}|${undefined}|${false}|${''}`)).toBe('0||||')
  })

  it('keeps nested markup and lists of it, and escapes text in lists', () => {
    expect(String(html`<ul>${[html`<li>${'a&b'}</li>`, '<i>', [1]]}</ul>`)).toBe('<ul><li>a&amp;b</li>&lt;i&gt;1</ul>')
  })

  it('escapes once, however often a value is passed on', () => {
    const inner = html`${'&'}`
    expect(String(html`${html`${inner}`}`)).toBe('&amp;')
  })

  it('does not take an object that merely looks like markup', () => {
    const forged: unknown = { toString: () => '<script>' }
    expect(forged instanceof Html).toBe(false)
    expect(() => html`${forged as Html}`).toThrow(TypeError)
  })
})

describe('safeUrl', () => {
  it.each(['/', '/Account/Login?a=1&b=%2F', 'https://example.com/a?b=c', 'http://localhost:3000/x'])(
    'keeps %s',
    (url) => {
      expect(safeUrl(url)).toBe(url)
    },
  )

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'Account/Login',
    '',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBe('/')
  })
})

describe('languageLinks', () => {
  it('sets ui_locales and keeps the rest of the query', () => {
    expect(languageLinks('/Account/Login?ReturnUrl=%2Fa%3Fb%3Dc&ui_locales=en')).toEqual({
      zh: '/Account/Login?ReturnUrl=%2Fa%3Fb%3Dc&ui_locales=zh',
      en: '/Account/Login?ReturnUrl=%2Fa%3Fb%3Dc&ui_locales=en',
    })
  })

  it('adds a query where there was none', () => {
    expect(languageLinks('/usercenter').zh).toBe('/usercenter?ui_locales=zh')
  })
})

describe('masks', () => {
  it.each([
    ['13800000001', '138****0001'],
    ['1234567', '****67'],
    ['1', '****'],
  ])('masks the phone number %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it.each([
    ['test@example.com', 't***@example.com'],
    ['@example.com', '***'],
    ['nothing', '***'],
  ])('masks the address %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked)
  })
})
