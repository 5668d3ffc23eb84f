import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * What every page owes to people who do not see it or have no mouse: its language, one headline, a name for every
 * control, a focus that can be reached and seen (WCAG 2.2: 3.1.1, 1.3.1, 4.1.2, 2.1.1, 2.4.7), no sideways scrolling.
 */
export async function expectAccessible(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden])')]
    const nameOf = (element: HTMLElement) =>
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent)
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
  expect(await focusStops(page)).toEqual({ visible: found.controls, invisible: [] })
}

/** Walks through the page with the Tab key and looks at each control that has the focus. */
async function focusStops(page: Page): Promise<{ visible: number; invisible: string[] }> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    getSelection()?.setBaseAndExtent(document.body, 0, document.body, 0)
  })
  const invisible: string[] = []
  let visible = 0
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || (element as HTMLElement).dataset.seen !== undefined) return undefined
      ;(element as HTMLElement).dataset.seen = ''
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return { markup: element.outerHTML, outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
    })
    if (!stop) return { visible, invisible }
    if (stop.outlined) visible += 1
    else invisible.push(stop.markup)
  }
}
