import { type Html, html } from '../../server/pages/html.ts'
import { resolve } from '../generate/document.ts'
import { access } from './access.ts'
import { failureCodes } from './failures.ts'
import { badge, blocks, fold, heading, inline, statusChip } from './markup.ts'
import { type DocsResponse, localized, type Operation } from './model.ts'
import { answerExamples, arrivals, samples } from './panels.ts'
import { parameters } from './parameters.ts'
import { field, fields, type SchemaView } from './schema.ts'
import { texts } from './texts.ts'
import { tryForm } from './try-form.ts'

/** One operation: what it is on the left, what one sends and gets on the right. */
export function operationSection(operation: Operation, view: SchemaView): Html {
  const { language } = view
  const { source } = operation
  return html`<section class="operation" id="${operation.id}">
<header>
<h1>${localized(operation, 'summary', language)} ${badge(source.mark, language, `${source.page} ${source.title}`)}</h1>
<p class="address">${address(operation, view)}</p>
</header>
<div class="columns">
<div class="about">
${blocks(localized(operation, 'description', language))}
${sources(operation, view)}
${access(operation, view)}
${parameters(operation, view)}
${requestBody(operation, view)}
${answers(operation, view)}
${failureCodes(operation, view)}
</div>
<div class="shown">${operation.event === undefined ? samples(operation, view) : arrivals(operation, view)}${tryForm(operation, view)}${answerExamples(operation, view)}</div>
</div>
</section>
`
}

function address(operation: Operation, { language }: SchemaView): Html {
  const t = texts[language]
  const method = html`<span class="method method-${operation.method}">${operation.method.toUpperCase()}</span>`
  if (operation.event === undefined) return html`${method} <code>${operation.path}</code>`
  return html`${method} <code>{${t.callbackAddress}}</code> · ${t.event} <code>${eventType(operation)}</code>`
}

/** The name of an event as it is sent: `createUser` arrives as `CREATE_USER`. */
function eventType({ event = '' }: Operation): string {
  return event.replaceAll(/[A-Z]/g, '_$&').toUpperCase()
}

function sources({ source, id }: Operation, { language }: SchemaView): Html {
  const t = texts[language]
  const pages = source.pages.map(
    (entry) =>
      html`<li><code>${entry.page}</code> <span lang="zh-CN">${entry.title}</span> ${badge(entry.mark, language)}</li>`,
  )
  const parts = Object.entries(source.parts ?? {}).map(
    ([part, mark]) =>
      html`<li>${(t.parts as Readonly<Record<string, string>>)[part] ?? part} ${badge(mark, language)}</li>`,
  )
  return html`<dl class="facts"><dt>${t.source}</dt><dd><ul class="sources">${pages}${parts}</ul></dd><dt>operationId</dt><dd><code>${id}</code></dd></dl>`
}

function requestBody({ body }: Operation, view: SchemaView): Html | undefined {
  if (!body) return undefined
  const t = texts[view.language]
  const parts = Object.entries(body.content).map(
    ([mediaType, { schema }]) =>
      html`<p class="media"><code>${mediaType}</code>${body.required && html` <span class="required">${t.required}</span>`}</p>${schema && fields(schema, view)}`,
  )
  return html`${heading('body', t.body, view.language)}${parts}`
}

function answers(operation: Operation, view: SchemaView): Html {
  // Most failures have one shape: it stands where it comes first.
  const shown = new Map<string, string>()
  const rows = operation.responses.map(([status, response]) =>
    fold(
      html`${statusChip(status)} ${inline(localized(response, 'description', view.language))}`,
      answer(status, response, shown, view),
      { open: /^2/.test(status) },
    ),
  )
  return html`${heading('answers', texts[view.language].responses, view.language)}<div class="answers">${rows}</div>`
}

function answer(status: string, response: DocsResponse, shown: Map<string, string>, view: SchemaView): Html {
  const t = texts[view.language]
  const headers = Object.entries(response.headers ?? {}).map(([name, raw]) => {
    const header = resolve(view.document, raw)
    const { required, example, schema = {} } = header
    return field(
      name,
      schema,
      { required, example, description: localized(header, 'description', view.language) },
      view,
    )
  })
  const contents = Object.entries(response.content ?? {}).map(([mediaType, { schema }]) => {
    const key = JSON.stringify(schema)
    const before = shown.get(key)
    if (schema && before === undefined) shown.set(key, status)
    const body = before === undefined ? schema && fields(schema, view) : html`<p>${t.asIn} ${statusChip(before)}</p>`
    return html`<p class="media"><code>${mediaType}</code></p>${body}`
  })
  const nothing = headers.length === 0 && contents.length === 0
  return html`${headers.length > 0 && html`<h3>${t.headers}</h3><ul class="fields">${headers}</ul>`}${contents}${nothing && html`<p>${t.noBody}</p>`}`
}
