import type { OperationId, Operations } from '../../generated/operations.ts'

export type Api = Operations[OperationId]['api']

/** What is particular about an API, beside what each operation says of itself. */
interface Face {
  /** Addresses below it fail in one shape, those that no operation has too. */
  readonly prefix: string
  readonly format: ErrorFormat
  /** Addresses below it are dozens, so that their validators are cut finer. */
  readonly crowded?: string
  /** Whether a JSON body without a media type is read as what it is meant to be. */
  readonly readsUntypedJson: boolean
  /** Whether a JSON body with half a character in it is refused whole; where it is not, each item of a list is judged by itself. */
  readonly refusesHalfCharacters: boolean
  /** The header that names the calling application, where the contract says that nothing proves it. */
  readonly applicationHeader?: string
  /** What OAuth endpoints answer to a missing or wrong token, where the vendor has another word than RFC 6750. */
  readonly oauthRefusal?: { readonly oauthError: string; readonly description: string }
}

/** The APIs of the contract. Whatever differs between them and no operation says stands here. */
export const faces: Readonly<Record<Api, Face>> = {
  account: { prefix: '/api/v1.0/', format: 'envelope', readsUntypedJson: false, refusesHalfCharacters: false },
  oneaccess: {
    prefix: '/api/v2/',
    format: 'error-code',
    crowded: '/api/v2/tenant/',
    // The vendor's samples of its JSON calls leave the Content-Type out, although its tables require it (section 1.2).
    readsUntypedJson: true,
    refusesHalfCharacters: true,
    applicationHeader: 'x-client-id',
    // The page of the user information (I11) documents it.
    oauthRefusal: {
      oauthError: 'unauthorized',
      description: 'Full authentication is required to access this resource',
    },
  },
}

/**
 * How operations word their failures (`x-error-format`).
 * `thrown`: every failure is thrown and shaped in one place; no handler answers one.
 * `json`: programs read it: any page may, without the browser's cookies, and 401 and 403 tell which token is asked for.
 */
export const formats = {
  envelope: { thrown: true, json: true },
  'error-code': { thrown: true, json: true },
  oauth: { thrown: false, json: true },
  cas: { thrown: true, json: false },
  'cas-text': { thrown: true, json: false },
  html: { thrown: false, json: false },
  login: { thrown: false, json: false },
} as const satisfies Record<string, { thrown: boolean; json: boolean }>

export type ErrorFormat = keyof typeof formats

/** The shapes in which failures are always thrown, whatever their status. */
export type ThrownFormat = {
  [F in ErrorFormat]: (typeof formats)[F]['thrown'] extends true ? F : never
}[ErrorFormat]

/** The shape of the failures at an address that no operation has; undefined where the address does not tell. */
export function formatOfAddress(path: string): ErrorFormat | undefined {
  return Object.values(faces).find(({ prefix }) => path.startsWith(prefix))?.format
}
