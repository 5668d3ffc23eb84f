import { describe, expect, it } from 'vitest'
import { html } from '../../server/pages/html.ts'
import { en } from '../../server/pages/text/en.ts'
import { zh } from '../../server/pages/text/zh.ts'

/** Path and printed form of every text; functions are called with sample values. */
function textsOf(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    const sample = path.startsWith('.signIn.errors') ? 90 : path === '.consent.title' ? 'X' : html`X`
    return [[path, String(node(sample))]]
  }
  return Object.entries(node ?? {}).flatMap(([key, value]) => textsOf(value, `${path}.${key}`))
}

const HAN = /\p{Script=Han}/u

describe('catalogues', () => {
  it('are Chinese in Chinese', () => {
    expect(textsOf(zh).filter(([, text]) => !HAN.test(text))).toEqual([])
  })

  it('are English in English', () => {
    expect(textsOf(en).filter(([, text]) => HAN.test(text) || !/[a-z]/.test(text))).toEqual([])
  })

  it.each([
    [0.2, '1 second.', '1 秒'],
    [59, '59 seconds.', '59 秒'],
    [60, '1 minute.', '1 分钟'],
    [61, '2 minutes.', '2 分钟'],
  ])('round a wait of %d s up', (seconds, english, chinese) => {
    expect(en.signIn.errors.limited(seconds)).toContain(`in ${english}`)
    expect(zh.signIn.errors.limited(seconds)).toContain(chinese)
  })

  it('name no time when none is known', () => {
    expect(en.signIn.errors.limited(undefined)).toBe('Too many attempts. Try again later.')
  })
})
