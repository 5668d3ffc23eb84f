import type { Request } from 'express'

/** Where the validator routed a request to. */
export interface ValidatedRoute {
  readonly operationId: string | undefined
  /** In their documented types. */
  readonly pathParams: Readonly<Record<string, unknown>>
}

/** What the validator notes on a request; undefined when it knew no route for it, and so checked nothing. */
export function routeOf(request: Request): ValidatedRoute | undefined {
  const { openapi } = request as {
    openapi?: { schema?: { operationId?: string }; pathParams?: Record<string, unknown> }
  }
  return openapi && { operationId: openapi.schema?.operationId, pathParams: openapi.pathParams ?? {} }
}
