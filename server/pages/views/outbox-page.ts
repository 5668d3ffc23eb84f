import { type Html, html } from '../html.ts'
import { type Messages, messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'

/** A message as the outbox shows it. */
export interface ShownMessage {
  readonly to: string
  readonly channel: 'sms' | 'mail'
  readonly purpose: keyof Messages['outbox']['purposes']
  readonly text: string
  readonly code: string | null
  /** ISO 8601. */
  readonly at: string
}

export interface OutboxModel extends PageModel {
  /** Only messages to this number or address are shown; all when empty. */
  readonly to: string
  readonly messages: readonly ShownMessage[]
}

/** The page at `/dev/outbox`: what demo mode keeps instead of sending it. */
export function outboxPage(model: OutboxModel): Html {
  const text = messages(model.locale).outbox
  return layout({
    ...model,
    title: text.title,
    width: 'wide',
    content: html`<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<form class="form" method="get" action="/dev/outbox">
<div class="field">
<label for="to">${text.to}</label>
<input id="to" name="to" type="text" value="${model.to}" autocomplete="off" autocapitalize="none" spellcheck="false">
</div>
<button class="button" type="submit">${text.show}</button>
</form>
${list(model.messages, text)}`,
  })
}

function list(shown: readonly ShownMessage[], text: Messages['outbox']): Html {
  if (shown.length === 0) return html`<p class="outbox__about">${text.none}</p>`
  return html`<ol class="outbox">
${shown.map((message) => entry(message, text))}</ol>`
}

function entry({ to, channel, purpose, text: words, code, at }: ShownMessage, text: Messages['outbox']): Html {
  return html`<li>
<strong><bdi>${to}</bdi></strong>${code !== null && html` <code class="outbox__code">${code}</code>`}
<p>${words}</p>
<p class="outbox__about">${text.channels[channel]} · ${text.purposes[purpose]} · <time datetime="${at}">${at.replace('T', ' ').slice(0, 19)} UTC</time></p>
</li>
`
}
