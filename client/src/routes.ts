/** What a client must know of operations before it calls, and no type can tell; names as `GET /connect/userinfo`. */
export interface OperationTables {
  /** The operations that take a form (application/x-www-form-urlencoded). */
  readonly forms: readonly string[]
  /** The media type of the request body, where it is neither a form nor JSON. */
  readonly mediaTypes: Readonly<Record<string, string>>
  /** The operations whose success has no content although its status does not say so. */
  readonly emptyAnswers?: readonly string[]
  /** The GET operations that change something. */
  readonly unsafeReads: readonly string[]
}

/** Whether sending an operation twice changes no more than sending it once (RFC 9110 section 9.2.1). */
export function isSafe({ unsafeReads }: OperationTables, operation: string): boolean {
  return operation.startsWith('GET ') && !unsafeReads.includes(operation)
}

/** How the body of a request is written. */
export interface BodyFormat {
  /** The media type; left out where the runtime says it, because only it knows the boundary between the parts. */
  readonly mediaType?: string
  readonly serialize: (body: never) => string | FormData
}

/** How an operation's body is written, where it is not JSON. */
export function bodyFormat({ forms, mediaTypes }: OperationTables, operation: string): BodyFormat | undefined {
  if (forms.includes(operation)) return { mediaType: 'application/x-www-form-urlencoded', serialize: formBody }
  const mediaType = mediaTypes[operation]
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
