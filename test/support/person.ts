import { contractFetch } from './contract-fetch.ts'
import { plain } from './markup.ts'

/** A page as a browser shows it. */
export interface Page {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

interface KeptCookie {
  value: string
  path: string
}

/**
 * A person's browser without scripts: keeps cookies, follows redirects on the server's own origin, fills in forms.
 * A redirect that leaves the origin is where a walk ends: its page has status 303 and that address.
 */
export class Person {
  readonly #cookies = new Map<string, KeptCookie>()
  readonly #origin: string
  readonly #headers: Record<string, string>
  /** The origin of another node of the installation, which answers from now on in place of the one that people see. */
  node: string | undefined

  constructor(origin: string, headers: Record<string, string> = { 'accept-language': 'en' }) {
    this.#origin = origin
    this.#headers = headers
  }

  /** The value of a cookie, whatever its path. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  /** Forgets a cookie, as a browser does whose owner clears it. */
  forget(name: string): void {
    this.#cookies.delete(name)
  }

  /** Goes to an address and on to wherever it leads. */
  async visit(address: string | URL, init: RequestInit = {}): Promise<Page> {
    let url = new URL(address, this.#origin)
    let next: RequestInit = init
    for (let hop = 0; hop < 12; hop += 1) {
      const response = await contractFetch(this.node ? new URL(url.pathname + url.search, this.node) : url, {
        ...next,
        redirect: 'manual',
        headers: { ...this.#headers, cookie: this.#cookieHeader(url), ...next.headers },
      })
      this.#keep(response)
      const location = response.headers.get('location')
      const target = location ? new URL(location, url) : undefined
      if (!target || response.status < 300 || response.status > 399) {
        return { url, status: response.status, headers: response.headers, body: await response.text() }
      }
      if (target.origin !== this.#origin) {
        return { url: target, status: response.status, headers: response.headers, body: '' }
      }
      url = target
      next = {}
    }
    throw new Error(`${address} leads round in circles`)
  }

  /** One request and no more: a form when there are fields. @returns where it leads, unfollowed, or what it shows */
  async step(path: string, fields?: Record<string, string>): Promise<{ location: string; body: string }> {
    const url = new URL(path, this.#origin)
    const form = fields && { method: 'POST', body: new URLSearchParams(fields) }
    const headers = { ...this.#headers, cookie: this.#cookieHeader(url) }
    const response = await contractFetch(url, { ...form, redirect: 'manual', headers })
    this.#keep(response)
    return { location: response.headers.get('location') ?? '', body: await response.text() }
  }

  /**
   * Sends the page's form with its hidden fields.
   * @param fields what the person fills in, and the name and value of the button
   */
  async submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const form = /<form[^>]*\saction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.body)
    if (!form) throw new Error(`there is no form on ${page.url}: ${page.body.slice(0, 200)}`)
    const hidden = [...(form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      plain(/\sname="([^"]*)"/.exec(input)?.[1] ?? ''),
      plain(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ''),
    ])
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields })
    return this.visit(new URL(plain(form[1] ?? ''), page.url), { method: 'POST', body })
  }

  /** Fills in the sign-in page. */
  signIn(page: Page, username = 'testUserName', password = 'Abc.123456'): Promise<Page> {
    return this.submit(page, { username, password })
  }

  /** Whether somebody is signed in, in this browser. */
  async isSignedIn(): Promise<boolean> {
    return (await this.visit('/usercenter')).url.pathname === '/usercenter'
  }

  #cookieHeader(url: URL): string {
    return [...this.#cookies]
      .filter(
        ([, { path }]) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const attribute = (wanted: string) =>
        attributes.map((text) => text.split('=')).find(([key]) => key?.toLowerCase() === wanted)?.[1]
      const [expires, maxAge] = [attribute('expires'), attribute('max-age')]
      // RFC 6265 section 5.3: what needs no clock goes before.
      const isOver = maxAge === undefined ? expires && Date.parse(expires) <= Date.now() : Number(maxAge) <= 0
      if (value === '' || isOver) this.#cookies.delete(name)
      else this.#cookies.set(name, { value, path: attribute('path') ?? '/' })
    }
  }
}
