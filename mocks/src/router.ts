import type { MockOperation } from './contract.ts'

/** What a path and method lead to. */
export type Route =
  | { kind: 'operation'; operation: MockOperation }
  | { kind: 'method-not-allowed'; allowed: string[]; operation: MockOperation }
  | { kind: 'not-found' }

interface Candidate {
  segments: string[]
  /** Fewer templated segments win, as in the OpenAPI specification's path matching. */
  templated: number
  operation: MockOperation
}

function matches(candidate: Candidate, segments: string[]): boolean {
  if (candidate.segments.length !== segments.length) return false
  return candidate.segments.every((part, index) => part.startsWith('{') || part === segments[index])
}

/** A function from method and path to the operation behind them; HEAD is answered like GET. */
export function createRouter(operations: MockOperation[]): (method: string, path: string) => Route {
  const candidates = operations
    .map((operation): Candidate => {
      const segments = operation.policy.path.split('/')
      return { segments, templated: segments.filter((part) => part.startsWith('{')).length, operation }
    })
    .sort((a, b) => a.templated - b.templated)
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
    const segments = path.split('/')
    const atPath = candidates.filter((candidate) => matches(candidate, segments))
    const found = atPath.find(({ operation }) => operation.policy.method === wanted)
    if (found) return { kind: 'operation', operation: found.operation }
    const [first] = atPath
    if (!first) return { kind: 'not-found' }
    const methods: string[] = atPath.map(({ operation }) => operation.policy.method.toUpperCase())
    if (methods.includes('GET')) methods.push('HEAD')
    return { kind: 'method-not-allowed', allowed: [...new Set(methods), 'OPTIONS'], operation: first.operation }
  }
}
