import type { SerializeOptions } from 'cookie'
import type { Logger } from 'pino'
import type { operations as AccountOperations, Readable, Writable } from '../../generated/account.ts'
import type { operations as OneAccessOperations } from '../../generated/oneaccess.ts'
import type { OperationId, Operations } from '../../generated/operations.ts'
import type { Principal } from '../auth/principal.ts'
import type { Deps } from '../deps.ts'
import type { Locale } from '../errors/domain-error.ts'
import type { Html } from '../pages/views/html.ts'

/** The types of every operation, over all documents. */
type OperationTypes = AccountOperations & OneAccessOperations

export type Api = Operations[OperationId]['api']

/** The operations of a document that our handlers answer; the others are the OpenID engine's. */
export type HandlerId<A extends Api = Api> = {
  [Id in OperationId]: Operations[Id] extends { api: A; servedBy: 'handler' } ? Id : never
}[OperationId]

/** Nothing at all: reading any name from it is an error. */
type Nothing = Readonly<Record<never, never>>
type Known<T> = [NonNullable<T>] extends [never] ? Nothing : Readonly<NonNullable<T>>

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined
type Body<T> = [NonNullable<T>] extends [never]
  ? undefined
  : Writable<Content<NonNullable<T>>> | (undefined extends T ? undefined : never)

/** One file of a multipart body. */
export interface UploadedFile {
  /** The name of its field. */
  readonly field: string
  /** What the caller calls the file; never to be used as a path. */
  readonly filename: string
  /** What the caller says it is; to be checked by looking inside. */
  readonly mediaType: string
  readonly content: Buffer
}

type FilesOf<Id extends OperationId> = 'multipart/form-data' extends Operations[Id]['requestMediaTypes'][number]
  ? readonly UploadedFile[]
  : undefined

/** No principal on a public operation, maybe one where `{}` is among the alternatives, else always one. */
type PrincipalOf<Id extends OperationId> = Operations[Id]['security'] extends readonly []
  ? undefined
  : Nothing extends Operations[Id]['security'][number]
    ? Principal | undefined
    : Principal

/** What a handler may know about the request itself. */
export interface RequestInfo {
  /** Given to the caller as `X-Request-Id` and written to the log. */
  readonly id: string
  /** The caller's address; behind a trusted proxy, the one it names. */
  readonly ip: string
  readonly userAgent: string
  readonly locale: Locale
  readonly cookies: Readonly<Record<string, string>>
  /** Path and query. */
  readonly url: string
  /** The origin that stands in tokens and links. */
  readonly issuer: string
}

export interface Context<Id extends OperationId> {
  readonly params: Known<OperationTypes[Id]['parameters']['path']>
  readonly query: Known<OperationTypes[Id]['parameters']['query']>
  readonly body: Body<OperationTypes[Id]['requestBody']>
  /** The files of a multipart body; their fields are empty texts in `body`. */
  readonly files: FilesOf<Id>
  readonly principal: PrincipalOf<Id>
  readonly request: RequestInfo
  readonly deps: Deps
  readonly log: Logger
}

export interface Cookie {
  readonly name: string
  readonly value: string
  readonly options?: SerializeOptions
}

/** Index signatures of the generated types would make every header name a known one. */
type Named<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] }
type MoreHeaders = Readonly<Record<string, string | number>>
type HeadersPart<T> =
  Nothing extends Named<T>
    ? { readonly headers?: Named<T> & MoreHeaders }
    : { readonly headers: Named<T> & MoreHeaders }

type MediaBody<C> = { [M in keyof C]: M extends 'text/html' ? Html : Readable<C[M]> }[keyof C]
type BodyPart<T> = T extends { content: infer C } ? { readonly body: MediaBody<C> } : { readonly body?: undefined }

type ReplyWith<S, T> = { readonly status: S; readonly cookies?: readonly Cookie[] } & HeadersPart<
  T extends { headers: infer H } ? H : Nothing
> &
  BodyPart<T>

/** The shapes in which failures are always thrown, whatever their status. */
type ThrownFormat = 'envelope' | 'error-code' | 'cas' | 'cas-text'

/** The numeric statuses of an operation; without those of failures that are always thrown. */
type StatusOf<Id extends OperationId> = {
  [S in Extract<keyof OperationTypes[Id]['responses'], number>]: [Operations[Id]['errorFormat'], `${S}`] extends [
    ThrownFormat,
    `${4 | 5}${string}`,
  ]
    ? never
    : S
}[Extract<keyof OperationTypes[Id]['responses'], number>]

/** One member per status that the handler may answer; `default` is for thrown errors only. */
export type Reply<Id extends OperationId> = {
  [S in StatusOf<Id>]: ReplyWith<S, OperationTypes[Id]['responses'][S]>
}[StatusOf<Id>]

export type Handler<Id extends OperationId> = (context: Context<Id>) => Reply<Id> | Promise<Reply<Id>>

/** Every operation of a document that handlers answer, none missing and none too many. */
export type HandlersOf<A extends Api> = { readonly [Id in HandlerId<A>]: Handler<Id> }
