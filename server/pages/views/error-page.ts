import { type Messages, messages } from '../text/index.ts'
import { type Html, html } from './html.ts'
import { layout, type PageModel } from './layout.ts'
import { factList } from './parts.ts'

export interface ErrorModel extends PageModel {
  /** HTTP status code of the answer. */
  readonly status: number
  /** Instead of the text that belongs to the status. */
  readonly title?: string | undefined
  /** Instead of the text that belongs to the status. */
  readonly detail?: string | undefined
  readonly requestId: string
  /** OAuth error code (RFC 6749 4.1.2.1), for the application's developers. */
  readonly error?: string | undefined
}

type Failures = Messages['error']['failures']

function isKnown(status: number | 'other', failures: Failures): status is keyof Failures {
  return Object.hasOwn(failures, status)
}

/** Says what went wrong and what to do, with the request's id for whoever looks into it. */
export function errorPage(model: ErrorModel): Html {
  const text = messages(model.locale).error
  const failure = text.failures[isKnown(model.status, text.failures) ? model.status : 'other']
  const title = model.title ?? failure.title
  return layout({
    ...model,
    title,
    content: html`<p class="status">${model.status}</p>
<h1>${title}</h1>
<p class="lead">${model.detail ?? failure.detail}</p>
${factList([
  [text.code, model.error && html`<code>${model.error}</code>`],
  [text.requestId, html`<code>${model.requestId}</code>`],
])}
<div class="actions"><a class="button" href="/">${text.home}</a></div>`,
  })
}
