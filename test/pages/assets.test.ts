import { describe, expect, it } from 'vitest'
import { assetCacheControl, assetUrl, findAsset } from '../../server/pages/assets/assets.ts'

function asset(name: string) {
  const found = findAsset(name)
  if (!found) throw new Error(`no asset ${name}`)
  return found
}

const css = asset('openaccount.css').body.toString('utf8')

describe('assets', () => {
  it('have an address with the hash of their content', () => {
    const { version, etag, type } = asset('openaccount.css')
    expect(assetUrl('openaccount.css')).toBe(`/assets/openaccount.css?v=${version}`)
    expect(etag).toBe(`"${version}"`)
    expect(type).toBe('text/css; charset=utf-8')
  })

  it.each(['../html.ts', 'assets.ts', 'missing.css', '', '__proto__'])('do not include %j', (name) => {
    expect(findAsset(name)).toBeUndefined()
    expect(() => assetUrl(name)).toThrow()
  })

  it('are cached for good only under the hash they have', () => {
    const style = asset('openaccount.css')
    expect(assetCacheControl(style, style.version)).toBe('public, max-age=31536000, immutable')
    expect(assetCacheControl(style, '0000000000000000')).toBe('no-cache')
    expect(assetCacheControl(style, undefined)).toBe('no-cache')
    expect(assetCacheControl(asset('openaccount-session.js'), undefined)).toBe('public, max-age=300')
  })

  it('share only the script for integrators', () => {
    expect(asset('openaccount-session.js').shared).toBe(true)
    expect(asset('session-listener.js').shared).toBe(false)
  })
})

describe('stylesheet', () => {
  it('loads nothing', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face|image-set\(/i)
  })

  it('honours dark mode, reduced motion and keyboard focus', () => {
    for (const rule of ['prefers-color-scheme: dark', 'prefers-reduced-motion: reduce', ':focus-visible']) {
      expect(css).toContain(rule)
    }
    expect(css).not.toMatch(/outline:\s*(0|none)/)
  })
})

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function palette(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

describe('contrast', () => {
  const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block)
  const schemes = [
    ['light', palette(light)],
    ['dark', palette(dark)],
  ] as const
  const pairs = [
    ['text', 'surface', 4.5],
    ['text', 'ground', 4.5],
    ['text', 'sunken', 4.5],
    ['text-soft', 'surface', 4.5],
    ['text-soft', 'ground', 4.5],
    ['text-soft', 'ground-glow', 4.5],
    ['accent', 'surface', 4.5],
    ['accent', 'ground-glow', 4.5],
    ['accent-strong', 'surface', 4.5],
    ['accent-text', 'accent', 4.5],
    ['accent-text', 'accent-strong', 4.5],
    ['alert', 'alert-ground', 4.5],
    ['warning', 'warning-ground', 4.5],
    ['line-strong', 'surface', 3],
    ['focus', 'surface', 3],
    ['focus', 'ground-glow', 3],
  ] as const
  const cases = schemes.flatMap(([scheme, colours]) =>
    pairs.map(([front, back, least]) => ({ scheme, front, back, least, colours })),
  )

  it.each(cases)('$scheme: $front on $back is at least $least', ({ front, back, least, colours }) => {
    expect(contrast(colours.get(front) ?? '', colours.get(back) ?? '')).toBeGreaterThanOrEqual(least)
  })
})
