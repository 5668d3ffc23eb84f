import type { HeadersOptions, Middleware } from 'openapi-fetch'
import { type Paging, pagesOf } from './pages.ts'
import { type OperationTable, type Route, readRoute } from './routes.ts'
import type { Call, Caller, CallInit, CallOptions } from './transport/caller.ts'
import type { CallResult, Method } from './typed-call.ts'
import { type Unwrapped, unwrap } from './unwrap.ts'

/** What a named method takes behind what its operation takes. */
export interface NamedOptions extends CallOptions {
  readonly headers?: HeadersOptions | undefined
  /** For this call alone, behind those of the client. */
  readonly middleware?: Middleware[] | undefined
}

/** What a named method gives: the data of the operation's success. */
export type DataOf<Paths, Path extends keyof Paths, M extends Method> = Unwrapped<
  Awaited<CallResult<Paths, Path, M, 'json'>>
>

/** What the methods of an API are made of. */
interface Parts extends Pick<Caller, 'url'> {
  readonly call: Call
  readonly paging: Paging
}

/** How an answer is read that is not JSON, by the letter of its route. */
const formats = { x: 'text', o: 'blob', r: 'stream' } as const

/** The methods of an API by group and name; what each takes and gives is for its type to say. */
export function namedMethods<Methods extends object>(table: OperationTable, parts: Parts): Methods {
  const groups = Object.entries(table).map(([group, entries]) => {
    const make = group === 'pages' ? addressOf : callOf
    const methods = Object.entries(entries).map(([name, entry]) => [name, make(readRoute(entry), parts)] as const)
    return [group, Object.fromEntries(methods)] as const
  })
  return Object.fromEntries(groups) as Methods
}

/** Takes the values of the path from the beginning of the arguments. */
function takePath({ path }: Route, rest: unknown[]): Record<string, string> {
  return Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, rest.shift() as string]))
}

function callOf(route: Route, { call, paging }: Parts) {
  const { method, path } = route
  const format = Object.entries(formats).find(([letter]) => route.has(letter))
  return (...rest: unknown[]): Promise<unknown> => {
    const place = takePath(route, rest)
    const body = route.has('f') || route.has('b') ? rest.shift() : undefined
    const query = (route.has('q') ? rest.shift() : undefined) as Record<string, unknown> | undefined
    const options = rest.shift() as CallInit | undefined
    const send = (asked = query) =>
      call(method, path, { ...options, params: { path: place, query: asked }, body, parseAs: format?.[1] })
    if (!route.has('p')) return unwrap(send())
    return pagesOf(paging, query ?? {}, options?.signal, async (page) => {
      const outcome = await send(page)
      await unwrap(outcome)
      return outcome.data
    })
  }
}

function addressOf(route: Route, { url }: Parts) {
  return (...rest: unknown[]): string => {
    const place = takePath(route, rest)
    return url(route.path, rest.shift() as object | undefined, place)
  }
}
