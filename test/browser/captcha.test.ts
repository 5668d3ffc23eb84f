import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { expectAccessible } from './support/accessibility.ts'
import { launchChromium, signIn, type Visitor, visit } from './support/chromium.ts'
import { screenshot } from './support/screenshot.ts'

let browser: Browser
let server: TestServer
let visitor: Visitor
const password = 'Kettle.Blue.42'

beforeAll(async () => {
  const accountAndAddress = { attempts: 100, seconds: 600, suspicious: 1 }
  const network = { attempts: 100, seconds: 600, suspicious: 1 }
  ;[browser, server] = await Promise.all([
    launchChromium(),
    startTestServer({ signInLimits: { accountAndAddress }, sendLimits: { network } }),
  ])
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close()])
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

/** Opens the sign-in page, which asks for a captcha after a wrong password, and fills in the right one. */
async function asked(options: BrowserContextOptions = {}): Promise<Page> {
  visitor = await visit(browser, options)
  const userName = `slider-${crypto.randomUUID()}`
  await server.addUser({ userName, password })
  const { page } = visitor
  await page.goto(`${server.issuer}/Account/Login`)
  await signIn(page, userName, 'wrong')
  await page.getByRole('slider').waitFor()
  await page.locator('#password').fill(password)
  return page
}

/** Where the piece belongs, in pixels of the picture. */
async function answerOf(page: Page): Promise<number> {
  const token = await page.locator('input[name=captcha]').inputValue()
  const told = await fetch(`${server.issuer}/dev/captcha?token=${token}`)
  return ((await told.json()) as { x: number }).x
}

/** Where the piece's left edge is shown, in pixels of the picture. */
async function shownAt(page: Page): Promise<number> {
  const [picture, piece] = await Promise.all([
    page.locator('.captcha__picture').boundingBox(),
    page.locator('.captcha__piece').boundingBox(),
  ])
  if (!picture || !piece) throw new Error('there is no picture')
  return ((piece.x - picture.x) * 310) / picture.width
}

const boxOf = async (page: Page, selector: string) => {
  await page.locator(selector).scrollIntoViewIfNeeded()
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`there is no ${selector}`)
  return box
}

/** Signs in, and is in. */
async function goesOn(page: Page): Promise<void> {
  await page.locator('button.button--primary').click()
  await page.waitForURL('**/usercenter')
}

describe('the slider', () => {
  test('is moved by the mouse, and the piece with it', async () => {
    const page = await asked()
    const x = await answerOf(page)
    const slider = await boxOf(page, '#captchaPosition')
    // The handle is as wide as the piece; it comes with its middle to where it is pressed.
    const [left, middle] = [slider.x + (slider.width * 47) / 620, slider.y + slider.height / 2]
    await page.mouse.move(left, middle)
    await page.mouse.down()
    await page.mouse.move(left + (x * slider.width) / 310, middle, { steps: 8 })
    await page.mouse.up()
    expect(Math.abs((await shownAt(page)) - x)).toBeLessThan(3)
    await screenshot(page, 'captcha-solved')
    await goesOn(page)
  })

  test('follows the piece that the mouse pulls', async () => {
    const page = await asked()
    const x = await answerOf(page)
    const picture = await boxOf(page, '.captcha__picture')
    const [left, middle] = [picture.x + 20, picture.y + picture.height / 2]
    await page.mouse.move(left, middle)
    await page.mouse.down()
    await page.mouse.move(left + (x * picture.width) / 310, middle, { steps: 8 })
    await page.mouse.up()
    expect(Math.abs(Number(await page.getByRole('slider').inputValue()) - x)).toBeLessThan(3)
    await goesOn(page)
  })

  test.each(['.captcha__piece', '#captchaPosition'])(
    'is moved by a finger on a small telephone, at %s',
    async (grip) => {
      const page = await asked({
        viewport: { width: 320, height: 640 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      })
      const x = await answerOf(page)
      await page.locator(grip).scrollIntoViewIfNeeded()
      const picture = await boxOf(page, '.captcha__picture')
      expect(picture.width).toBeLessThan(300)
      const box = await boxOf(page, grip)
      const touches = await page.context().newCDPSession(page)
      const [left, middle] = [box.x + 18, box.y + box.height / 2]
      const touch = (type: 'touchStart' | 'touchMove', at: number) =>
        touches.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y: middle }] })
      await touch('touchStart', left)
      const distance = (x * picture.width) / 310
      for (let step = 1; step <= 8; step += 1) await touch('touchMove', left + (distance * step) / 8)
      await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      expect(Math.abs((await shownAt(page)) - x)).toBeLessThan(4)
      await goesOn(page)
    },
  )

  test('is moved by the keyboard alone, and tells where it is', async () => {
    const page = await asked()
    const x = await answerOf(page)
    const slider = page.getByRole('slider', { name: 'Move the piece to its gap' })
    expect(await slider.getAttribute('aria-describedby')).toBe('captcha-hint')
    await page.locator('#password').focus()
    while (!(await slider.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab')
    for (let time = 0; time < Math.floor(x / 26); time += 1) await page.keyboard.press('PageUp')
    while (Number(await slider.inputValue()) < x - 2) await page.keyboard.press('ArrowRight')
    expect(Math.abs((await shownAt(page)) - x)).toBeLessThan(4)
    // The Enter key sends the form with its own button, not with the one for who cannot see.
    await page.locator('#password').press('Enter')
    await page.waitForURL('**/usercenter')
  })

  test('shows its place without scripts: the handle stands where the piece belongs', async () => {
    const page = await asked({ javaScriptEnabled: false })
    const x = await answerOf(page)
    const slider = await boxOf(page, '#captchaPosition')
    // The handle is as wide as the piece: its middle goes to the middle of the gap. Playwright's own mouse needs scripts for this.
    const mouse = await page.context().newCDPSession(page)
    const [at, y] = [slider.x + (slider.width * (x + 47 / 2)) / 310, slider.y + slider.height / 2]
    const event = { x: at, y, button: 'left', clickCount: 1 } as const
    await mouse.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event })
    await mouse.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event })
    expect(Math.abs(Number(await page.getByRole('slider').inputValue()) - x)).toBeLessThan(3)
    await screenshot(page, 'captcha-without-scripts')
    await goesOn(page)
  })

  test('put wrong gives another picture, says so, and keeps the name', async () => {
    const page = await asked()
    const name = await page.locator('#username').inputValue()
    const token = await page.locator('input[name=captcha]').inputValue()
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
    await page.locator('button.button--primary').click()
    await page.getByRole('alert').filter({ hasText: 'That was not the place' }).waitFor()
    expect(await page.locator('#username').inputValue()).toBe(name)
    expect(await page.locator('#password').inputValue()).toBe('')
    expect(await page.locator('input[name=captcha]').inputValue()).not.toBe(token)
    await screenshot(page, 'captcha-wrong')
    await expectAccessible(page, 'en')
  })
})

test('a registration goes on after it, with what was typed, on a telephone in the dark', async () => {
  visitor = await visit(browser, { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 360, height: 740 } })
  const { page } = visitor
  const contact = `${crypto.randomUUID()}@example.com`
  const send = async (to: string) => {
    await page.goto(`${server.issuer}/Account/Register`)
    await page.locator('#contact').fill(to)
    await page.locator('button.button--primary').click()
  }
  await send(`${crypto.randomUUID()}@example.com`)
  await page.locator('#code').waitFor()
  await send(contact)
  await page.getByRole('slider', { name: '将拼图移到缺口处' }).waitFor()
  expect(await page.locator('#contact').inputValue()).toBe(contact)
  await screenshot(page, 'captcha-register')
  await expectAccessible(page, 'zh-CN')
  const x = await answerOf(page)
  await page.getByRole('slider').focus()
  for (let time = 0; time < Math.floor(x / 26); time += 1) await page.keyboard.press('PageUp')
  while (Number(await page.getByRole('slider').inputValue()) < x - 2) await page.keyboard.press('ArrowRight')
  await page.locator('button.button--primary').click()
  await page.locator('#code').waitFor()
})

describe('who cannot see the picture', () => {
  test.each([true, false])('waits instead, with scripts: %s', async (javaScriptEnabled) => {
    const page = await asked({ javaScriptEnabled })
    if (javaScriptEnabled) await page.clock.install()
    await page.getByRole('button', { name: 'I cannot see the picture' }).click()
    await page.getByRole('status').filter({ hasText: 'in 30 seconds or later' }).waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.locator('#password').fill(password)
    await page.locator('button.button--primary').click()
    await page.getByRole('alert').filter({ hasText: 'too early' }).waitFor()
    if (javaScriptEnabled) {
      await page.clock.runFor(31_000)
      await page.getByRole('status').filter({ hasText: 'The wait is over' }).waitFor()
    }
    await expectAccessible(page, 'en')
    await server.database.pool.query("update captcha_waits set usable_from = usable_from - interval '31 seconds'")
    await page.locator('#password').fill(password)
    await goesOn(page)
  })
})
