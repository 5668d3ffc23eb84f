import { type Html, html } from '../../server/pages/html.ts'
import { blocks, code, fold, heading, statusChip } from './markup.ts'
import { type Content, type Example, localized, type Operation } from './model.ts'
import { isForBrowsers } from './samples/request.ts'
import { otherSamplesOf, samplesOf } from './samples.ts'
import type { SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** From this many failures on, they are folded into one line that opens. */
const MANY = 4

const languageNames = { fetch: 'fetch', java: 'Java', python: 'Python', go: 'Go' } as const

/** The requests of an operation, for the command line and for the SDK. */
export function samples(operation: Operation, view: SchemaView): Html {
  const t = texts[view.language]
  const all = samplesOf(operation, (example) => localized(example, 'summary', view.language))
  const browser = isForBrowsers(operation) && html`<p class="aside">${t.browserOnly}</p>`
  const shown = (language: 'curl' | 'sdk') =>
    all.map((sample, index) => {
      const text = sample[language]
      if (text === undefined) return undefined
      const name = `${t[language]}${sample.name && ` · ${sample.name}`}`
      return fold(name, code(text), { open: language === 'curl' && index === 0, group: `request-${operation.id}` })
    })
  const others = Object.entries(otherSamplesOf(operation)).map(([name, text]) =>
    fold(languageNames[name as keyof typeof languageNames], code(text), { group: `request-${operation.id}` }),
  )
  return html`${heading('request', t.request, view.language)}<div class="panel">${shown('curl')}${shown('sdk')}${others}</div>${browser}`
}

/** What the server sends, where an operation is an event. */
export function arrivals(operation: Operation, view: SchemaView): Html {
  const rows = Object.values(operation.body?.content ?? {})
    .flatMap(({ examples }) => Object.values(examples ?? {}))
    .map((example, index) =>
      fold(localized(example, 'summary', view.language), shownExample(example, 'application/json', view), {
        open: index === 0,
        group: `request-${operation.id}`,
      }),
    )
  return html`${heading('request', texts[view.language].sent, view.language)}<div class="panel">${rows}</div>`
}

interface Answer {
  status: string
  mediaType: string
  key: string
  example: Example
}

/** The examples of every answer; many failures are folded into one line that opens. */
export function answerExamples(operation: Operation, view: SchemaView): Html | undefined {
  const all = operation.responses.flatMap(([status, response]) =>
    Object.entries((response.content ?? {}) as Record<string, Content>).flatMap(([mediaType, content]) =>
      Object.entries(content.examples ?? {}).map(([key, example]): Answer => ({ status, mediaType, key, example })),
    ),
  )
  if (all.length === 0) return undefined
  const t = texts[view.language]
  const failures = all.filter(({ status }) => !/^[23]/.test(status))
  const apart = failures.length >= MANY ? failures : []
  const row = (answer: Answer, index: number, group: string) =>
    fold(
      html`${statusChip(answer.status)} ${localized(answer.example, 'summary', view.language)} <code class="key" title="Prefer: example=${answer.key}">${answer.key}</code>`,
      shownExample(answer.example, answer.mediaType, view),
      { open: index === 0, group },
    )
  const rows = all
    .filter((answer) => !apart.includes(answer))
    .map((answer, index) => row(answer, index, `answer-${operation.id}`))
  const behind = apart.map((answer) => row(answer, -1, `failure-${operation.id}`))
  return html`${heading('examples', t.examples, view.language)}${rows.length > 0 && html`<div class="panel">${rows}</div>`}${
    behind.length > 0 &&
    html`<div class="panel">${fold(`${t.failures} (${behind.length})`, html`<div class="inner">${behind}</div>`)}</div>`
  }`
}

function shownExample(example: Example, mediaType: string, { language }: SchemaView): Html {
  const { value } = example
  const note = localized(example, 'description', language)
  const text = typeof value === 'string' && !mediaType.includes('json') ? value : JSON.stringify(value, null, 2)
  const inside = messageIn(value)
  return html`${note && html`<div class="aside">${blocks(note)}</div>`}${code(text)}${
    inside !== undefined &&
    html`<p class="aside">${texts[language].contentOf}</p>${code(JSON.stringify(inside, null, 2))}`
  }`
}

/** What the text in the `data` of an event holds, where it is JSON. */
function messageIn(value: unknown): unknown {
  const { data } = Object(value) as { data?: unknown }
  return typeof data === 'string' && data.startsWith('{') ? JSON.parse(data) : undefined
}
