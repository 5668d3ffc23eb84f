import autocannon from 'autocannon'
import type { Peer } from './peer.ts'
import type { Answer, Step, Walk } from './walk.ts'

/** What is asked of a server: one request again and again, or a walk of its own for each connection. */
export type Load = { readonly step: Step } | { readonly walks: readonly Walk[] }

/** What came of it. */
export interface Figures {
  /** Requests, or whole walks. */
  readonly perSecond: number
  /** Of single requests, in milliseconds. */
  readonly p99: number
  /** Processor time of the server for each, in milliseconds; undefined where the system does not tell. */
  readonly cpu?: number
}

/** How many connections ask at once, unless the walks are counted. */
const connections = 10

/**
 * Asks a server for some seconds.
 * @throws when an answer was no success: 2xx, or a redirect inside a walk, which fails by itself where it leads to nothing
 */
export async function measure({ origin, cpuSeconds }: Peer, load: Load, seconds: number): Promise<Figures> {
  const before = cpuSeconds()
  const figures =
    'step' in load ? await repeat(origin, load.step, { seconds }) : await walkAll(origin, load.walks, seconds)
  const after = cpuSeconds()
  if (before === undefined || after === undefined) return figures
  return { ...figures, cpu: ((after - before) * 1_000) / (figures.perSecond * seconds) }
}

/** @param pace requests a second, instead of as many as go */
export async function repeat(
  origin: string,
  { path, ...step }: Step,
  { seconds, pace }: { seconds: number; pace?: number },
): Promise<Figures> {
  const first = await fetch(origin + path, step)
  if (!first.ok) throw new Error(`${path} answers ${first.status}: ${await first.text()}`)
  const result = await autocannon({
    url: origin + path,
    ...step,
    duration: seconds,
    connections: pace === undefined ? connections : 1,
    ...(pace !== undefined && { overallRate: pace }),
  })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${failures} of ${result.requests.total} answers of ${path} were not 2xx`)
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 }
}

async function walkAll(origin: string, walks: readonly Walk[], seconds: number): Promise<Figures> {
  const waiting = [...walks]
  // A request that is made on the way gets none from autocannon.
  const { host } = new URL(origin)
  let done = 0
  let failure: Error | undefined
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>()
  const setupClient = (client: autocannon.Client): void => {
    const walk = waiting.pop()
    if (!walk) throw new Error('autocannon has opened more connections than it was told to')
    let steps = walk()
    let answer: Answer | undefined
    const next = (): Step => {
      const step = answer ? steps.next(answer) : steps.next()
      if (!step.done) return step.value
      done += 1
      steps = walk()
      answer = undefined
      return next()
    }
    client.setRequests([
      {
        setupRequest: () => {
          try {
            const { headers, ...step } = next()
            return { method: 'GET', ...step, headers: { host, ...headers } }
          } catch (error) {
            failure ??= error as Error
            instance.stop()
            return { method: 'GET', path: '/', headers: {} }
          }
        },
        onResponse: (status, body, _context, headers) => {
          answer = { status, body, headers: fieldsOf(headers ?? {}) }
        },
      },
    ])
  }
  const instance = autocannon(
    { url: origin, duration: seconds, connections: walks.length, timeout: 30, setupClient },
    (error, result) => (error ? reject(error) : resolve(result)),
  )
  const result = await promise
  if (failure) throw failure
  if (result.errors + result.timeouts > 0) throw new Error(`${result.errors} connections broke`)
  return { perSecond: done / result.duration, p99: result.latency.p99 }
}

function fieldsOf(headers: Readonly<Record<string, string | string[] | undefined>>): Answer['headers'] {
  return new Map(Object.entries(headers).map(([name, value = []]) => [name.toLowerCase(), [value].flat()]))
}
