import { type Html, html } from '../html.ts'
import { type Messages, messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { factList, nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface ErrorModel extends PageModel {
  /** HTTP status code of the answer. */
  readonly status: number
  /** What went wrong, in one word, for whoever looks into it; the text is that of the reason, else that of the status. */
  readonly reason?: string | undefined
  /** OAuth error code (RFC 6749 4.1.2.1), for the application's developers. */
  readonly error?: string | undefined
  /** Instead of the text that belongs to the status. */
  readonly detail?: string | undefined
  readonly requestId: string
  /** The application that the person came from. */
  readonly wayBack?: { readonly name: string; readonly url: string } | undefined
}

function textOf({ status, reason, detail }: ErrorModel, text: Messages['error']): { title: string; detail: string } {
  if (isKnown(reason, text.reasons)) return text.reasons[reason]
  const failure = text.failures[isKnown(status, text.failures) ? status : 'other']
  return { title: failure.title, detail: detail ?? failure.detail }
}

function isKnown<Texts extends object>(key: PropertyKey | undefined, texts: Texts): key is keyof Texts {
  return key !== undefined && Object.hasOwn(texts, key)
}

/** Says what went wrong and what to do, with the request's id for whoever looks into it. */
export function errorPage(model: ErrorModel): Html {
  const text = messages(model.locale).error
  const { title, detail } = textOf(model, text)
  const { wayBack, error, reason } = model
  const codes = [...new Set([error, reason])].map((code) => code && html`<code>${code}</code> `)
  return layout({
    ...model,
    title,
    content: html`<p class="status">${model.status}</p>
<h1>${title}</h1>
<p class="lead">${detail}</p>
${factList([
  [text.code, (error ?? reason) && html`${codes}`],
  [text.requestId, html`<code>${model.requestId}</code>`],
])}
<div class="actions">
${wayBack && html`<a class="button button--primary" href="${safeUrl(wayBack.url)}"><span>${text.back(nameOf(wayBack.name))}</span></a>`}
<a class="button" href="/">${text.home}</a>
</div>`,
  })
}
