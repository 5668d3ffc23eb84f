import type { IncomingMessage } from 'node:http'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Locale } from '../pages/language.ts'
import type { BrowserDetails } from '../sign-on/browser-sessions.ts'
import type { FormFault } from '../sign-on/request-tokens.ts'
import type { SignOutRequest } from '../sign-on/sign-out-request.ts'

/** What is known of the form that was sent with a request. */
export type SentForm = { readonly fault: FormFault } | { readonly token: string; readonly signOut?: SignOutRequest }

/** What a page of the engine needs to know of its request, which Koa does not tell. */
export interface PageContext {
  readonly requestId: string
  readonly locale: Locale
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly browser?: BrowserDetails
  /** Path and query of the page; undefined where asking for them again does not give it again. */
  readonly address: string | undefined
  /** Has the reason of a failure written into the log, beside the request's id. */
  readonly failed: (reason: string) => void
  form?: SentForm
  /** Whether a code was typed in that no device has. */
  wrongCode?: boolean
}

const contexts = new WeakMap<IncomingMessage, PageContext>()

const unknown: PageContext = { requestId: '', locale: 'zh', cookies: {}, address: undefined, failed: () => {} }

/** Remembers what the pages of this request need. */
export function setPageContext(req: IncomingMessage, context: PageContext): void {
  contexts.set(req, context)
}

/** What was remembered of this request. */
export function pageContext({ req }: Pick<KoaContextWithOIDC, 'req'>): PageContext {
  return contexts.get(req) ?? unknown
}
