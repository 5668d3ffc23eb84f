import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
})
afterAll(() => server.close())

const number = '13800138000'
const failure = (error_code: string) => ({ status: 400, body: { error_code } })

describe('a captcha (S4)', () => {
  test('has every documented key, two pictures that fit, and no answer anywhere', async () => {
    const { status, body } = await app.call<Record<string, unknown>>('GET', 'captcha')
    expect(status).toBe(200)
    const { token, originalImageBase64, jigsawImageBase64, result, ...others } = body
    expect([typeof token, result]).toEqual(['string', false])
    expect(Object.keys(others).length).toBe(11)
    expect(Object.values(others).every((value) => value === null)).toBe(true)
    const pictures = [originalImageBase64, jigsawImageBase64].map((text) => Buffer.from(String(text), 'base64'))
    const facts = await Promise.all(pictures.map((picture) => sharp(picture).metadata()))
    expect(facts).toMatchObject([
      { format: 'png', width: 310, height: 155 },
      { format: 'png', width: 47, height: 155, hasAlpha: true },
    ])
    for (const { exif, xmp, comments } of facts)
      expect([exif, xmp, comments]).toEqual([undefined, undefined, undefined])
  })

  test('is never the same as another: two side by side tell nothing', async () => {
    const shown = await Promise.all(Array.from({ length: 8 }, () => app.captcha()))
    const pixels = await Promise.all(shown.map(({ picture }) => sharp(picture).greyscale().raw().toBuffer()))
    for (const [index, one] of pixels.entries()) {
      for (const other of pixels.slice(index + 1)) {
        const alike = one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) < 8).length / one.length
        expect(alike).toBeLessThan(0.6)
      }
    }
    expect(new Set(shown.map(({ x }) => x)).size).toBeGreaterThan(2)
  })

  test('is shown so often to one network and no oftener', async () => {
    const strict = await startTestServer({ beside: server, captchaLimits: { shown: { attempts: 3, seconds: 60 } } })
    const stranger = new AppDevice(strict)
    // The counters are of the installation: what was shown above counts too.
    const { status, headers, body } = await stranger.call('GET', 'captcha')
    expect([status, body.error_code]).toEqual([429, 'COMMON.0429'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    await strict.close()
  })
})

describe('its check (S5)', () => {
  test.each([
    ['where it belongs', (x: number) => ({ x, y: 5 })],
    ['half a pixel beside', (x: number) => ({ x: x - 0.5, y: 5 })],
    ['at the edge of what counts', (x: number) => ({ x: x + 5, y: 5 })],
    ['in a picture that was shown larger', (x: number) => ({ x: (x * 360) / 310, y: 5, width: 360 })],
  ])('passes with the piece %s', async (_where, point) => {
    const { token, x } = await app.captcha()
    const { status, body } = await app.post<{ captcha_token: string }>('captcha/verify', {
      token,
      sender: number,
      point_json: JSON.stringify(point(x)),
    })
    expect([status, body]).toEqual([200, { captcha_token: expect.any(String) }])
  })

  test('fails with the piece elsewhere, and there is no second try', async () => {
    const { token, x } = await app.captcha()
    expect(await app.verify(token, x + 6, number)).toMatchObject(failure('CAPTCHA.0002'))
    expect(await app.verify(token, x, number)).toMatchObject(failure('CAPTCHA.0004'))
  })

  test.each([
    'NaN',
    '{"x":NaN,"y":5.0}',
    '{"x":-1,"y":5.0}',
    '{"x":1e9,"y":5.0}',
    '{"x":1e999}',
    '{"x":"124"}',
    '{"x":10,"width":0}',
    '{"x":10,"width":5}',
    '[]',
    'null',
    '{}',
    '{"__proto__":{"x":10}}',
  ])('takes %s for nonsense, and the captcha is good still', async (point_json) => {
    const { token, x } = await app.captcha()
    expect(await app.post('captcha/verify', { token, sender: number, point_json })).toMatchObject(
      failure('COMMON.0400'),
    )
    expect((await app.verify(token, x, number)).status).toBe(200)
  })

  test.each([
    ['PARAM.0004', { token: 'a', sender: number }],
    ['PARAM.0005', { point_json: '{"x":1}', sender: number }],
    ['PARAM.0006', { point_json: '{"x":1}', token: 'a' }],
    ['CAPTCHA.0004', { point_json: '{"x":1,"y":5}', token: 'never-given', sender: number }],
  ])('answers %s', async (code, body) => {
    expect(await app.post('captcha/verify', body)).toMatchObject(failure(code))
  })

  test('is for the device and the application that were shown it', async () => {
    const { token, x } = await app.captcha()
    const elsewhere = new AppDevice(server)
    const other = new AppDevice(server, { clientId: await server.addApplication({}), fingerprint: app.fingerprint })
    for (const stranger of [elsewhere, other]) {
      expect(await stranger.verify(token, x, number)).toMatchObject(failure('CAPTCHA.0004'))
    }
    expect((await app.verify(token, x, number)).status).toBe(200)
  })

  test('has a time limit', async () => {
    const { token, x } = await app.captcha()
    await server.database.pool.query(`update captchas set expires_at = now() - interval '1 second'`)
    expect(await app.verify(token, x, number)).toMatchObject(failure('CAPTCHA.0003'))
  })

  test('passes once when 32 come at once', async () => {
    const { token, x } = await app.captcha()
    const answers = await Promise.all(Array.from({ length: 32 }, () => app.verify(token, x, number)))
    const codes = answers.map(({ status, body }) => (status === 200 ? 'passed' : body.error_code))
    expect(codes.filter((code) => code === 'passed').length).toBe(1)
    expect(codes.filter((code) => code === 'CAPTCHA.0004').length).toBe(31)
  })

  test('is refused to a network that has put too many wrong', async () => {
    const limits = { wrong: { attempts: 3, seconds: 60 } }
    const strict = await startTestServer({ captchaLimits: limits })
    const guesser = new AppDevice(strict)
    for (let tries = 0; tries < 3; tries++) {
      const { token, x } = await guesser.captcha()
      expect(await guesser.verify(token, x + 40, number)).toMatchObject(failure('CAPTCHA.0002'))
    }
    const { token, x } = await guesser.captcha()
    expect((await guesser.verify(token, x, number)).status).toBe(429)
    await strict.close()
  })
})

test('outside demo mode nobody is told where a piece belongs', async () => {
  const real = await startTestServer({ beside: server, env: { SEED: 'none' } })
  const { body } = await new AppDevice(real).call<{ token: string }>('GET', 'captcha')
  const answer = await fetch(`http://localhost:${new URL(real.issuer).port}/dev/captcha?token=${body.token}`)
  expect(answer.status).toBe(404)
  await answer.text()
  await real.close()
})
