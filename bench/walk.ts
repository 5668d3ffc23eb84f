/** A request as the load sends it. */
export interface Step {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Its answer. */
export interface Answer {
  readonly status: number
  /** Of header fields that came more than once, all. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/** What one connection does once: gives requests and is told their answers. Begun anew when it has ended. */
export type Walk = () => Generator<Step, void, Answer>

/** Walks once, by fetch: what has to be there before anything is measured. */
export async function walkOnce(origin: string, walk: Walk): Promise<void> {
  const steps = walk()
  let step = steps.next()
  while (!step.done) {
    const { path, method = 'GET', headers = {}, body } = step.value
    const answer = await fetch(origin + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    })
    const fields = new Map([...answer.headers].map(([name, value]) => [name, [value]]))
    fields.set('set-cookie', answer.headers.getSetCookie())
    step = steps.next({ status: answer.status, headers: fields, body: await answer.text() })
  }
}

export const form = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
})

export const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` })

/** A browser's cookies, as far as one origin sets them; paths do not matter here. */
export class Cookies {
  readonly #values = new Map<string, string>()

  keep(answer: Answer): void {
    for (const line of answer.headers.get('set-cookie') ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') this.#values.delete(name)
      else this.#values.set(name, value)
    }
  }

  header(): { cookie: string } {
    return { cookie: [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
}
