import { type Html, html } from '../../server/views/html.ts'
import { resolve } from '../generate/document.ts'
import { badge, blocks, code, fold, inline } from './markup.ts'
import { type Content, type DocsResponse, localized, type Mark, type Operation } from './model.ts'
import { samplesOf } from './samples.ts'
import { field, fields, type SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** One operation: what it is on the left, what one sends and gets on the right. */
export function operationSection(operation: Operation, view: SchemaView): Html {
  const { language } = view
  const { source } = operation
  return html`<section class="operation" id="${operation.id}">
<header>
<h2><a href="#${operation.id}">${localized(operation, 'summary', language)}</a> ${badge(source.mark, language, `${source.page} ${source.title}`)}</h2>
<p class="address"><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span> <code>${operation.path}</code></p>
</header>
<div class="columns">
<div class="about">
${blocks(localized(operation, 'description', language))}
${sources(operation, view)}
${access(operation, view)}
${parameters(operation, view)}
${requestBody(operation, view)}
${answers(operation, view)}
</div>
<div class="shown">${samples(operation, view)}${answerExamples(operation, view)}</div>
</div>
</section>
`
}

function sources({ source, id }: Operation, { language }: SchemaView): Html {
  const pages = source.pages.map(
    (entry) =>
      html`<li><code>${entry.page}</code> <span lang="zh-CN">${entry.title}</span> ${badge(entry.mark, language)}</li>`,
  )
  return html`<dl class="facts"><dt>${texts[language].source}</dt><dd><ul class="sources">${pages}</ul></dd><dt>operationId</dt><dd><code>${id}</code></dd></dl>`
}

/** Who may call: the alternatives of `security`, and roles. */
function access({ contract }: Operation, { language }: SchemaView): Html {
  const t = texts[language]
  const alternatives = contract.security
  const scopes = alternatives.flatMap(({ oauth2 }) => (oauth2 ? [oauth2] : []))
  const ways: Html[] = []
  const wanted = scopes.filter((names) => names.length > 0)
  if (scopes.length > wanted.length) ways.push(inline(t.anyToken))
  else if (scopes.length > 0) {
    const listed = wanted.map(
      (names, index) => html`${index > 0 && ` ${t.or} `}${names.map((name) => html`<code>${name}</code> `)}`,
    )
    ways.push(html`${inline(t.token)} ${listed}`)
  }
  if (alternatives.some((alternative) => 'clientBasic' in alternative)) ways.push(inline(t.clientBasic))
  const roles = contract['x-roles'] ?? []
  return html`<h3>${t.security}</h3>
${ways.length === 0 ? html`<p>${t.public}</p>` : html`<ul class="access">${ways.map((way) => html`<li>${way}</li>`)}</ul>`}
${roles.length > 0 && html`<p>${t.roles}: ${roles.map((role) => html`<code>${role}</code> `)}</p>`}`
}

function parameters(operation: Operation, view: SchemaView): Html | undefined {
  if (operation.parameters.length === 0) return undefined
  const rows = operation.parameters.map((parameter) =>
    field(
      parameter.name,
      parameter.schema ?? {},
      {
        required: parameter.required,
        place: parameter.in,
        description: localized(parameter, 'description', view.language),
        mark: parameter['x-source']?.mark as Mark | undefined,
      },
      view,
    ),
  )
  return html`<h3>${texts[view.language].parameters}</h3><ul class="fields">${rows}</ul>`
}

function requestBody({ body }: Operation, view: SchemaView): Html | undefined {
  if (!body) return undefined
  const t = texts[view.language]
  const parts = Object.entries(body.content).map(
    ([mediaType, { schema }]) =>
      html`<p class="media"><code>${mediaType}</code>${body.required && html` <span class="required">${t.required}</span>`}</p>${schema && fields(schema, view)}`,
  )
  return html`<h3>${t.body}</h3>${parts}`
}

function statusChip(status: string): Html {
  const family = /^\d/.test(status) ? status[0] : 'x'
  return html`<span class="status status-${family}">${status}</span>`
}

function answers(operation: Operation, view: SchemaView): Html {
  const rows = operation.responses.map(([status, response]) =>
    fold(
      html`${statusChip(status)} ${inline(localized(response, 'description', view.language))}`,
      answer(response, view),
      { open: /^2/.test(status) },
    ),
  )
  return html`<h3>${texts[view.language].responses}</h3><div class="answers">${rows}</div>`
}

function answer(response: DocsResponse, view: SchemaView): Html {
  const t = texts[view.language]
  const headers = Object.entries(response.headers ?? {}).map(([name, raw]) => {
    const header = resolve(view.document, raw)
    return html`<li><div class="field"><code class="name">${name}</code></div><div class="note">${inline(localized(header, 'description', view.language))} <code class="limit">${String(header.example ?? '')}</code></div></li>`
  })
  const contents = Object.entries(response.content ?? {}).map(
    ([mediaType, { schema }]) => html`<p class="media"><code>${mediaType}</code></p>${schema && fields(schema, view)}`,
  )
  const nothing = headers.length === 0 && contents.length === 0
  return html`${headers.length > 0 && html`<h4>${t.headers}</h4><ul class="fields">${headers}</ul>`}${contents}${nothing && html`<p>${t.noBody}</p>`}`
}

function samples(operation: Operation, view: SchemaView): Html {
  const t = texts[view.language]
  const all = samplesOf(operation, (example) => localized(example, 'summary', view.language))
  const browser = operation.contract['x-error-format'] === 'html' && html`<p class="aside">${t.browserOnly}</p>`
  const shown = (language: 'curl' | 'sdk') =>
    all.map((sample, index) => {
      const text = sample[language]
      if (text === undefined) return undefined
      const name = `${t[language]}${sample.name && ` · ${sample.name}`}`
      return fold(name, code(text), { open: language === 'curl' && index === 0, group: `request-${operation.id}` })
    })
  return html`<div class="panel">${shown('curl')}${shown('sdk')}</div>${browser}`
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

function answerExamples(operation: Operation, view: SchemaView): Html | undefined {
  const all = operation.responses.flatMap(([status, response]) =>
    Object.entries((response.content ?? {}) as Record<string, Content>).flatMap(([mediaType, content]) =>
      Object.entries(content.examples ?? {}).map(([key, example]) => ({ status, mediaType, key, example })),
    ),
  )
  if (all.length === 0) return undefined
  const rows = all.map(({ status, mediaType, key, example }, index) =>
    fold(
      html`${statusChip(status)} ${localized(example, 'summary', view.language)} <code class="key" title="Prefer: example=${key}">${key}</code>`,
      code(mediaType.includes('json') ? JSON.stringify(example.value, null, 2) : asText(example.value)),
      { open: index === 0, group: `answer-${operation.id}` },
    ),
  )
  return html`<h3>${texts[view.language].examples}</h3><div class="panel">${rows}</div>`
}
