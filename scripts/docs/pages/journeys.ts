import { type Html, html } from '../../../server/pages/html.ts'
import { inputsOf, type JourneySet, type Step, type Workflow } from '../journeys.ts'
import { blocks, code, fold, inline, relative } from '../markup.ts'
import { localized, type Operation } from '../model.ts'
import type { Page, Site } from '../page.ts'
import { type Language, texts } from '../texts.ts'

/** An operation with the place where it stands. */
interface Place {
  operation: Operation
  url: string
}

/** The journeys of one file. */
export function journeysPage(site: Site, set: JourneySet, language: Language): Page {
  const { info, workflows } = set.description
  const title = localized(info, 'title', language)
  const description = localized(info, 'summary', language)
  const places = new Map(
    site.contracts
      .flatMap(({ groups }) => groups)
      .flatMap((group) =>
        group.operations.map((operation): [string, Place] => [
          operation.id,
          { operation, url: relative(set.path, operation.page) },
        ]),
      ),
  )
  const content = html`<h1>${title}</h1><p class="lead">${description}</p>${blocks(localized(info, 'description', language))}
<p><a href="${relative(`${language}/${set.path}`, set.file)}">Arazzo 1.0</a></p>
${workflows.map((workflow) => section(set, workflow, places, language))}`
  return { path: set.path, api: set.api, title, description, kind: 'text', content }
}

function section(set: JourneySet, workflow: Workflow, places: ReadonlyMap<string, Place>, language: Language): Html {
  const t = texts[language]
  const inputs = inputsOf(set, workflow).map(
    ([name, input]) =>
      html`<tr><td><code>${name}</code></td><td><code>${String(input.default ?? '')}</code></td><td>${inline(localized(input, 'description', language))}</td></tr>`,
  )
  const outputs = Object.keys(workflow.outputs ?? {})
  return html`<section class="journey" id="${workflow.workflowId}">
<h2><a href="#${workflow.workflowId}">${localized(workflow, 'summary', language)}</a></h2>
${inputs.length > 0 && html`<div class="scroll"><table class="codes inputs"><thead><tr><th>${t.inputs}</th><th>${t.defaultValue}</th><th>${t.meaning}</th></tr></thead><tbody>${inputs}</tbody></table></div>`}
<ol class="steps">${workflow.steps.map((step) => stepOf(set, step, places, language))}</ol>
${outputs.length > 0 && html`<p>${t.result}: ${names(outputs)}</p>`}
</section>
`
}

function stepOf(set: JourneySet, step: Step, places: ReadonlyMap<string, Place>, language: Language): Html {
  const t = texts[language]
  const place = places.get(step.operationId ?? '')
  const other = set.description.workflows.find(({ workflowId }) => workflowId === step.workflowId)
  const head = place
    ? html`<h3><a href="${place.url}">${localized(place.operation, 'summary', language)}</a></h3>
<p class="address"><span class="method method-${place.operation.method}">${place.operation.method.toUpperCase()}</span> <code>${place.operation.path}</code></p>`
    : html`<h3><a href="#${other?.workflowId ?? ''}">${other && localized(other, 'summary', language)}</a></h3>`
  const note = localized(step, 'description', language)
  const expected = (step.successCriteria ?? []).map(({ condition }) => html`<code>${condition}</code> `)
  const kept = Object.keys(step.outputs ?? {})
  return html`<li>${head}${note && html`<p>${inline(note)}</p>`}${sent(step, t)}
<dl class="facts">${expected.length > 0 && html`<dt>${t.expected}</dt><dd>${expected}</dd>`}${kept.length > 0 && html`<dt>${t.passedOn}</dt><dd>${names(kept)}</dd>`}</dl></li>
`
}

/** What a step sends: headers and parameters as lines, then the body. */
function sent(step: Step, t: (typeof texts)[Language]): Html | undefined {
  const all = step.parameters ?? []
  const lines = all.flatMap((parameter) =>
    'name' in parameter ? [`${parameter.name}: ${String(parameter.value)}`] : [],
  )
  // The shared ones are the header set of an app.
  if (lines.length < all.length) lines.push(`… ${t.headerSet}`)
  const { payload } = step.requestBody ?? {}
  const body =
    payload === undefined ? undefined : typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2)
  const text = [lines.join('\n'), body].filter(Boolean).join('\n\n')
  return text === '' ? undefined : fold(t.request, code(text))
}

function names(all: readonly string[]): Html[] {
  return all.map((name) => html`<code>${name}</code> `)
}
