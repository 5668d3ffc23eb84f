import type { Operation } from './operation.ts'

/** What answers at one path: the operation of each method, lower case. */
export interface Route {
  readonly path: string
  readonly operations: ReadonlyMap<string, Operation>
}

/**
 * Finds the route of a path: literal paths by one look-up, paths with parameters by their patterns.
 * Paths are compared letter by letter; a percent-encoded letter is another letter.
 */
export class RouteTable {
  readonly #literal = new Map<string, Route>()
  readonly #patterns: { pattern: RegExp; route: Route }[] = []

  constructor(operations: readonly Operation[]) {
    const byPath = Map.groupBy(operations, ({ path }) => path)
    for (const [path, list] of byPath) {
      const route = { path, operations: new Map(list.map((operation) => [operation.method, operation])) }
      if (!path.includes('{')) this.#literal.set(path, route)
      else this.#patterns.push({ pattern: patternOf(path), route })
    }
    this.#patterns.sort((a, b) => comparePaths(a.route.path, b.route.path))
  }

  find(path: string): Route | undefined {
    return this.#literal.get(path) ?? this.#patterns.find(({ pattern }) => pattern.test(path))?.route
  }
}

/** Puts a literal segment before a parameter in its place: `/users/{id}/me` answers before `/users/{id}/{part}`. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const index = left.findIndex((segment, place) => segment.includes('{') !== (right[place] ?? '').includes('{'))
  if (index < 0) return 0
  return left[index]?.includes('{') ? 1 : -1
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/\{[^}]+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+')
  return new RegExp(`^${source}$`)
}

/** The `Allow` header of a route (RFC 9110 section 10.2.1). */
export function allowedMethods(route: Route): string {
  const methods = [...route.operations.keys()].map((method) => method.toUpperCase())
  if (methods.includes('GET')) methods.push('HEAD')
  return [...methods, 'OPTIONS'].join(', ')
}
