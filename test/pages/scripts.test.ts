import { createHash, webcrypto } from 'node:crypto'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { findAsset } from '../../server/pages/assets/assets.ts'

type Listener = (event: Readonly<Record<string, unknown>>) => unknown

/** As much of a browser window as the scripts of the frames use. `withheld` makes the browser keep cookies from the frame. */
function fakeWindow(options: { cookie?: string; withheld?: 'blocked' | 'partitioned'; secure?: boolean } = {}) {
  const jar = new Map(
    (options.cookie ?? '').split('; ').flatMap((pair) => (pair ? [pair.split('=') as [string, string]] : [])),
  )
  const listeners: Listener[] = []
  const parent = { postMessage: vi.fn() }
  const document = {
    referrer: 'https://app.example.com/page',
    hasStorageAccess: async () => options.withheld === undefined && options.secure !== false,
    getElementById: () => ({ dataset: {} }),
    get cookie() {
      return [...jar].map((pair) => pair.join('=')).join('; ')
    },
    set cookie(text: string) {
      const [pair = '', ...attributes] = text.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (options.withheld === 'blocked') return
      if (attributes.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    },
  }
  const window = {
    parent,
    isSecureContext: options.secure !== false,
    addEventListener: (_type: string, listener: Listener) => listeners.push(listener),
  }
  const location = { protocol: options.secure === false ? 'http:' : 'https:' }
  return { window, parent, document, location, listeners, jar }
}

function run(name: string, fake: ReturnType<typeof fakeWindow>) {
  const { window, document, location } = fake
  const context = createContext({
    window,
    document,
    location,
    crypto: webcrypto,
    TextEncoder,
    URL,
    btoa,
    decodeURIComponent,
  })
  return runInContext(`(async () => {${findAsset(name)?.body.toString('utf8')}\n})()`, context)
}

describe('check-session-frame.js', () => {
  const ORIGIN = 'https://app.example.com'

  function sessionState(clientId: string, origin: string, browserState: string, salt: string) {
    const hash = createHash('sha256').update(`${clientId} ${origin} ${browserState} ${salt}`).digest('base64url')
    return `${hash}.${salt}`
  }

  async function ask(
    data: unknown,
    options: Parameters<typeof fakeWindow>[0] = {},
    origin = ORIGIN,
    ownSource = false,
  ) {
    const fake = fakeWindow({ cookie: 'other=1; oa_browser_state=testState', ...options })
    await run('check-session-frame.js', fake)
    const source = ownSource ? { postMessage: vi.fn() } : fake.parent
    await fake.listeners[0]?.({ data, origin, source })
    return source.postMessage.mock.calls
  }

  it('answers unchanged while the browser state is the same', async () => {
    const data = `TestClient ${sessionState('TestClient', ORIGIN, 'testState', 'testSalt')}`
    expect(await ask(data)).toEqual([['unchanged', ORIGIN]])
  })

  it('answers changed when the browser state is another one or gone', async () => {
    const data = `TestClient ${sessionState('TestClient', ORIGIN, 'testState', 'testSalt')}`
    expect(await ask(data, { cookie: 'oa_browser_state=other' })).toEqual([['changed', ORIGIN]])
    expect(await ask(data, { cookie: '' })).toEqual([['changed', ORIGIN]])
  })

  it('binds the state to client and origin', async () => {
    const state = sessionState('TestClient', ORIGIN, 'testState', 'testSalt')
    expect(await ask(`OtherClient ${state}`)).toEqual([['changed', ORIGIN]])
    expect(await ask(`TestClient ${state}`, {}, 'https://other.example.com')).toEqual([
      ['changed', 'https://other.example.com'],
    ])
  })

  it('takes an absent cookie for the empty state', async () => {
    const data = `TestClient ${sessionState('TestClient', ORIGIN, '', 'testSalt')}`
    expect(await ask(data, { cookie: '' })).toEqual([['unchanged', ORIGIN]])
  })

  it('answers error, which stops an application, when cookies are withheld', async () => {
    const data = `TestClient ${sessionState('TestClient', ORIGIN, 'testState', 'testSalt')}`
    expect(await ask(data, { cookie: '', withheld: 'partitioned' })).toEqual([['error', ORIGIN]])
  })

  it.each(['', 'TestClient', 'TestClient x.y', 'a b c', 7, null, { clientId: 'TestClient' }])(
    'answers error to %j',
    async (data) => {
      expect(await ask(data)).toEqual([['error', ORIGIN]])
    },
  )

  it('answers a frame of the same origin as the page around it, and no other', async () => {
    expect(await ask('', {}, ORIGIN, true)).toEqual([['error', ORIGIN]])
    expect(await ask('', {}, 'https://evil.example.com', true)).toEqual([])
    expect(await ask('', {}, 'null')).toEqual([])
  })
})

describe('session-listener.js', () => {
  async function listen(status: string, options: Parameters<typeof fakeWindow>[0] = {}) {
    const fake = fakeWindow(options)
    const dataset = { status, guid: status === 'signed_in' ? 'testGuid' : '', targetOrigin: 'https://www.example.com' }
    fake.document.getElementById = () => ({ dataset })
    await run('session-listener.js', fake)
    return { calls: fake.parent.postMessage.mock.calls, jar: fake.jar }
  }
  const message = (status: string, guid: string | null) => [
    [{ type: 'openaccount.session', status, guid }, 'https://www.example.com'],
  ]

  it('tells the target origin, and only it, who is signed in', async () => {
    expect((await listen('signed_in')).calls).toEqual(message('signed_in', 'testGuid'))
  })

  it('says signed_out when the frame sees its cookies, and leaves no probe behind', async () => {
    const { calls, jar } = await listen('signed_out')
    expect(calls).toEqual(message('signed_out', null))
    expect([...jar]).toEqual([])
  })

  it.each(['blocked', 'partitioned'] as const)('says unknown when cookies are %s', async (withheld) => {
    expect((await listen('signed_out', { withheld })).calls).toEqual(message('unknown', null))
  })

  it('does not ask for storage access where the answer means nothing', async () => {
    expect((await listen('signed_out', { secure: false })).calls).toEqual(message('signed_out', null))
    expect((await listen('signed_out', { secure: false, withheld: 'blocked' })).calls).toEqual(message('unknown', null))
  })
})

describe('openaccount-session.js', () => {
  const ACCOUNT = 'https://accounts.example.com'

  function load() {
    const listeners = new Set<Listener>()
    const frame = { contentWindow: {}, src: '', setAttribute: () => undefined, remove: vi.fn() }
    const append = vi.fn()
    const timers: (() => void)[] = []
    const context = createContext({
      URL,
      location: { origin: 'https://www.example.com', pathname: '/page' },
      document: { createElement: () => frame, body: { append } },
      window: {
        addEventListener: (_type: string, listener: Listener) => listeners.add(listener),
        removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
      },
      setTimeout: (callback: () => void) => timers.push(callback),
      clearTimeout: () => undefined,
    })
    runInContext(findAsset('openaccount-session.js')?.body.toString('utf8') ?? '', context)
    const check = (options: Readonly<Record<string, unknown>>): Promise<unknown> =>
      context.OpenAccountSession.check(options)
    const post = (event: Readonly<Record<string, unknown>>) => {
      for (const listener of listeners) listener({ origin: ACCOUNT, source: frame.contentWindow, ...event })
    }
    return { check, post, frame, append, timers, listeners }
  }

  const answer = { type: 'openaccount.session', status: 'signed_in', guid: 'testGuid' }

  it('gives the answer of the frame, and removes it', async () => {
    const page = load()
    const result = page.check({ accountOrigin: ACCOUNT, returnUrl: 'https://www.example.com/listen?a=b' })
    page.post({ data: answer })
    expect(await result).toEqual({ status: 'signed_in', guid: 'testGuid' })
    expect(page.frame.src).toBe(
      `${ACCOUNT}/usercenter/checksession?returnUrl=https%3A%2F%2Fwww.example.com%2Flisten%3Fa%3Db`,
    )
    expect(page.append).toHaveBeenCalledOnce()
    expect(page.frame.remove).toHaveBeenCalledOnce()
    expect(page.listeners.size).toBe(0)
  })

  it('listens to the account origin and its own frame only', async () => {
    const page = load()
    const result = page.check({ accountOrigin: ACCOUNT })
    page.post({ data: answer, origin: 'https://evil.example.com' })
    page.post({ data: answer, source: {} })
    page.post({ data: { ...answer, type: 'other' } })
    page.post({ data: null })
    expect(page.listeners.size).toBe(1)
    page.post({ data: { ...answer, status: 'signed_out', guid: null } })
    expect(await result).toEqual({ status: 'signed_out', guid: null })
  })

  it('knows nothing after the timeout, and does not try again', async () => {
    const page = load()
    const result = page.check({ accountOrigin: ACCOUNT })
    for (const fire of page.timers) fire()
    expect(await result).toEqual({ status: 'unknown', guid: null })
    expect(page.append).toHaveBeenCalledOnce()
    expect(page.timers).toHaveLength(1)
  })

  it.each([{ status: 'signed_in' }, { status: 'signed_in', guid: '' }, { status: 'other' }, { status: 'unknown' }])(
    'takes %j for unknown',
    async (data) => {
      const page = load()
      const result = page.check({ accountOrigin: ACCOUNT })
      page.post({ data: { type: 'openaccount.session', ...data } })
      expect(await result).toEqual({ status: 'unknown', guid: null })
    },
  )

  it.each(['', 'accounts.example.com', 'javascript:alert(1)', undefined])(
    'refuses the account origin %j',
    async (accountOrigin) => {
      const page = load()
      await expect(page.check({ accountOrigin })).rejects.toMatchObject({ name: 'TypeError' })
      expect(page.append).not.toHaveBeenCalled()
    },
  )
})
