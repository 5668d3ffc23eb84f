import { contractFetch } from '../../support/contract-fetch.ts'
import { formOf, type Parameters } from './flow.ts'

/** One answer, not followed. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly location: string | null
  readonly body: string
}

interface KeptCookie {
  readonly name: string
  readonly path: string
  readonly value: string
}

/** A browser that goes one step at a time, with cookies that an attacker can look at and change. */
export class Browser {
  #cookies: KeptCookie[] = []
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** The value of a cookie. */
  cookie(name: string): string | undefined {
    return this.#cookies.find((cookie) => cookie.name === name)?.value
  }

  /** Everything that it holds. */
  cookies(): readonly Readonly<KeptCookie>[] {
    return this.#cookies
  }

  /** Puts another value into a cookie, wherever it is sent, or a new cookie into the browser; undefined forgets it. */
  plant(name: string, value: string | undefined): void {
    const path = this.#cookies.find((cookie) => cookie.name === name)?.path ?? '/'
    this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name)
    if (value !== undefined) this.#cookies.push({ name, path, value })
  }

  get(path: string | URL): Promise<Answer> {
    return this.#send(path, {})
  }

  post(path: string | URL, fields: Parameters): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: formOf(fields) })
  }

  /** Goes on from an answer for as long as it leads to another page of the same origin. */
  async follow(answer: Answer): Promise<Answer> {
    const target = answer.location && new URL(answer.location, this.#origin)
    return target && target.origin === this.#origin ? this.follow(await this.get(target)) : answer
  }

  /** The hidden fields of a page's form, with these changed. */
  fieldsOf({ body }: Answer, changed: Parameters): Parameters {
    const inputs = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /\sname="([^"]*)"/.exec(input)?.[1] ?? '',
      /\svalue="([^"]*)"/.exec(input)?.[1] ?? '',
    ])
    return { ...Object.fromEntries(inputs), ...changed }
  }

  async #send(path: string | URL, init: RequestInit): Promise<Answer> {
    const url = new URL(path, this.#origin)
    const cookie = this.#cookies
      .filter((kept) => url.pathname === kept.path || url.pathname.startsWith(kept.path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const response = await contractFetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en', accept: 'text/html' },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const { status, headers } = response
    return { status, headers, location: headers.get('location'), body: await response.text() }
  }

  #keep(line: string): void {
    const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s)
    const path = /; *path=([^;]*)/i.exec(line)?.[1] ?? '/'
    this.#cookies = this.#cookies.filter((kept) => kept.name !== name || kept.path !== path)
    if (value !== '' && !/expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.push({ name, path, value })
  }
}
