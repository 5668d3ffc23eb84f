import type { SerializeOptions } from 'cookie'
import type { Logger } from 'pino'
import type { operations as AccountOperations, Readable, Writable } from '../../generated/account.ts'
import type { operations as OneAccessOperations } from '../../generated/oneaccess.ts'
import type { OperationId, Operations } from '../../generated/operations.ts'
import type { Api, ThrownFormat } from './faces.ts'

import type { Authenticator, Rights } from './policy/authenticate.ts'
import type { RequestInfo } from './request/call.ts'
import type { UploadedFile } from './request/multipart.ts'
import type { Streamed } from './stream.ts'
import type { Xml } from './xml.ts'

export type { Api } from './faces.ts'
export type { RequestInfo } from './request/call.ts'
export type { UploadedFile } from './request/multipart.ts'

/** The types of every operation, over all documents. */
type OperationTypes = AccountOperations & OneAccessOperations

/** The operations of a document that our handlers answer; the others are the OpenID engine's. */
export type HandlerId<A extends Api = Api> = {
  [Id in OperationId]: Operations[Id] extends { api: A; servedBy: 'handler' } ? Id : never
}[OperationId]

/** The names of the security schemes that a document's operations use. */
export type SchemeName<A extends Api> = {
  [Id in HandlerId<A>]: NamesOf<Operations[Id]['security'][number]>
}[HandlerId<A>]
type NamesOf<Alternative> = Alternative extends unknown ? Extract<keyof Alternative, string> : never

/** Whom the credential of each scheme stands for. */
export type CallersOf<A extends Api> = { readonly [S in SchemeName<A>]: Rights }

/** What the product brings to the contract: its services, its pages, and who its callers are. */
export interface Product {
  readonly deps: unknown
  readonly page: unknown
  readonly callers: { readonly [A in Api]: CallersOf<A> }
  /** The application that a header names (`x-caller: named-application`). */
  readonly namedApplication: Rights
}

/** An authenticator for every scheme that a document's operations use, none missing. */
export type AuthenticatorsOf<A extends Api, Callers> = {
  readonly [S in SchemeName<A>]: Authenticator<At<Callers, S>>
}
type At<Callers, S> = S extends keyof Callers ? Callers[S] : never

/** Nothing at all: reading any name from it is an error. */
type Nothing = Readonly<Record<never, never>>
type Known<T> = [NonNullable<T>] extends [never] ? Nothing : Readonly<NonNullable<T>>

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined
type Body<T> = [NonNullable<T>] extends [never]
  ? undefined
  : Writable<Content<NonNullable<T>>> | (undefined extends T ? undefined : never)

type FilesOf<Id extends OperationId> = 'multipart/form-data' extends Operations[Id]['requestMediaTypes'][number]
  ? readonly UploadedFile[]
  : undefined

/** Whom the credentials of one alternative of a policy stand for; nobody for `{}`. */
type CallerBy<Alternative, Callers> = Alternative extends unknown
  ? [keyof Alternative] extends [never]
    ? undefined
    : Callers[keyof Alternative & keyof Callers]
  : never

/** The callers that `security` lets in, without those that `x-caller` shuts out. */
type CallerOf<Id extends OperationId, P extends Product> = Operations[Id]['caller'] extends 'named-application'
  ? P['namedApplication']
  : Operations[Id]['security'] extends readonly []
    ? undefined
    : Operations[Id]['caller'] extends 'user' | 'client'
      ? Extract<
          CallerBy<Operations[Id]['security'][number], P['callers'][Operations[Id]['api']]>,
          { kind: Operations[Id]['caller'] }
        >
      : CallerBy<Operations[Id]['security'][number], P['callers'][Operations[Id]['api']]>

export interface Context<Id extends OperationId, P extends Product> {
  readonly params: Known<OperationTypes[Id]['parameters']['path']>
  readonly query: Known<OperationTypes[Id]['parameters']['query']>
  /** The header parameters of the operation, under the names that the contract gives them. */
  readonly headers: Known<OperationTypes[Id]['parameters']['header']>
  readonly body: Body<OperationTypes[Id]['requestBody']>
  /** The files of a multipart body; their fields are empty texts in `body`. */
  readonly files: FilesOf<Id>
  readonly caller: CallerOf<Id, P>
  readonly request: RequestInfo
  readonly deps: P['deps']
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

/** What is sent while it is made. */
type StreamedMedia = 'text/event-stream' | 'application/octet-stream' | 'text/csv' | 'image/webp'
/** What is sent as a document of XML. */
type XmlMedia = 'application/xml' | 'application/samlmetadata+xml'
type MediaBody<C, Page> = {
  [M in keyof C]: M extends 'text/html'
    ? Page
    : M extends StreamedMedia
      ? Streamed
      : M extends XmlMedia
        ? Xml
        : Readable<C[M]>
}[keyof C]
type BodyPart<T, Page> = T extends { content: infer C }
  ? { readonly body: MediaBody<C, Page> }
  : { readonly body?: undefined }

type ReplyWith<S, T, Page> = {
  readonly status: S
  readonly cookies?: readonly Cookie[]
  /** What went wrong, for the log, where a page says so. */
  readonly reason?: string
} & HeadersPart<T extends { headers: infer H } ? H : Nothing> &
  BodyPart<T, Page>

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
export type Reply<Id extends OperationId, P extends Product> = {
  [S in StatusOf<Id>]: ReplyWith<S, OperationTypes[Id]['responses'][S], P['page']>
}[StatusOf<Id>]

export type Handler<Id extends OperationId, P extends Product> = (
  context: Context<Id, P>,
) => Reply<Id, P> | Promise<Reply<Id, P>>

/** Every operation of a document that handlers answer, none missing and none too many. */
export type HandlersOf<A extends Api, P extends Product> = { readonly [Id in HandlerId<A>]: Handler<Id, P> }
