import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * What every page owes to people who do not see it or have no mouse: its language, one headline, a name for every
 * control, a focus that can be reached and seen (WCAG 2.2: 3.1.1, 1.3.1, 4.1.2, 2.1.1, 2.4.7), no sideways scrolling.
 */
export async function expectAccessible(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, select, input:not([type=hidden])')]
    const nameOf = (element: HTMLElement) =>
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]?.textContent
        : element.textContent)
    return {
      language: document.documentElement.lang,
      title: document.title,
      headlines: document.querySelectorAll('h1').length,
      landmarks: document.querySelectorAll('main').length,
      nameless: controls.filter((control) => !nameOf(control)?.trim()).map((control) => control.outerHTML),
      described: [...document.querySelectorAll('[aria-describedby]')]
        .flatMap((element) => element.getAttribute('aria-describedby')?.split(' ') ?? [])
        .filter((id) => !document.getElementById(id)),
      controls: controls.length,
      overflows: document.documentElement.scrollWidth > innerWidth,
    }
  })
  expect(found).toMatchObject({
    language,
    title: expect.stringMatching(/^.+ · OpenAccount$/),
    headlines: 1,
    landmarks: 1,
    nameless: [],
    described: [],
    overflows: false,
  })
  expect(await focusStops(page, found.controls)).toEqual({ visible: found.controls, invisible: [] })
}

/** Walks once around the page with the Tab key, wherever the focus is, and looks at each control that has it. */
async function focusStops(page: Page, controls: number): Promise<{ visible: number; invisible: string[] }> {
  const visible = new Set<string>()
  const invisible = new Set<string>()
  // Between the last control and the first one the focus is on the window.
  for (let press = 0; press <= controls + 1; press += 1) {
    await page.keyboard.press('Tab')
    const [markup, outlined] = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return ['']
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return [element.outerHTML, outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2] as const
    })
    if (markup) (outlined ? visible : invisible).add(markup)
  }
  return { visible: visible.size, invisible: [...invisible] }
}
