/** The operations of an API by group and name: method, path, and letters for what no type can tell, see `Route`. */
export type OperationTable = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * What a client must know of an operation before it calls. Its letters: `f` takes a form, `b` another body, `q` a query;
 * `p` answers in pages; `t` takes an access token, `s` a signature of the session token; `e` a success of it is empty
 * although its status does not say so; `u` a GET that changes something; `x` answers text, `o` bytes, `r` a stream.
 */
export interface Route {
  /** Method and path as in the contract, such as `GET /connect/userinfo`. */
  readonly operation: string
  readonly method: Method
  readonly path: string
  has(letter: string): boolean
}

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

export type Method = (typeof methods)[number]

/** Reads an entry of the table. */
export function readRoute(entry: string): Route {
  const [method, path, letters = ''] = entry.split(' ') as [Method, string, string?]
  return { operation: `${method} ${path}`, method, path, has: (letter) => letters.includes(letter) }
}

/** The routes of a table by their operations. */
export function readRoutes(table: OperationTable): ReadonlyMap<string, Route> {
  const routes = Object.values(table).flatMap((group) => Object.values(group).map(readRoute))
  return new Map(routes.map((route) => [route.operation, route]))
}

/** How the body of a request is written. */
export interface BodyFormat {
  /** The media type; left out where the runtime says it, because only it knows the boundary between the parts. */
  readonly mediaType?: string
  readonly serialize: (body: never) => string | FormData
}

/** How a body is written that is not JSON: a form when `isForm`, else by its media type. */
export function bodyFormat(isForm: boolean | undefined, mediaType: string | undefined): BodyFormat | undefined {
  if (isForm) return { mediaType: 'application/x-www-form-urlencoded', serialize: formBody }
  if (mediaType === 'multipart/form-data') return { serialize: multipartBody }
  return mediaType === undefined ? undefined : { mediaType, serialize: (text: string) => text }
}

/** Writes a form (application/x-www-form-urlencoded), leaving out what is undefined. */
export function formBody(fields: object): string {
  return fill(new URLSearchParams(), fields).toString()
}

/** Writes a form with files (RFC 7578), leaving out what is undefined. A File keeps its name; a Blob is named `blob`. */
function multipartBody(fields: object): FormData {
  return fill(new FormData(), fields)
}

function fill<Form extends URLSearchParams | FormData>(form: Form, fields: object): Form {
  for (const [name, value] of Object.entries(fields)) {
    // Only a form with parts is ever given a file: the types of the contract see to it.
    if (value !== undefined) form.append(name, (value instanceof Blob ? value : String(value)) as string)
  }
  return form
}
