import { type Html, html } from '../../server/pages/html.ts'
import type { DocsParameter, Operation } from './model.ts'
import { asksFor, BINARY, isForBrowsers, isShown } from './samples/request.ts'
import type { SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** What a reader brings to prove who calls: by scheme, the name under which it is kept, and whether it is hidden while typed. */
const credentials: readonly (readonly [schemes: string[], name: string, label: string])[] = [
  [['oauth2', 'managementToken', 'accessToken'], 'bearer', 'Authorization: Bearer'],
  [['clientBasic'], 'client', 'client_id'],
  [['clientBasic'], 'secret', 'client_secret'],
  [['sessionSignature'], 'signature', 'X-signature'],
  [['stateToken'], 'state', 'X-state-token'],
]

/** A body as it is typed: JSON as it stands, forms as one `name=value` a line. */
interface Body {
  mediaType: string
  text: string
}

/**
 * The form that calls an operation from its page; a script fills in where it may call, and shows it only then. Undefined for what
 * only a browser opens, and for what the server sends.
 */
export function tryForm(operation: Operation, { language }: SchemaView): Html | undefined {
  if (operation.event !== undefined || isForBrowsers(operation)) return undefined
  const t = texts[language]
  const bodies = bodiesOf(operation)
  const secrets = credentials
    .filter(([schemes]) => asksFor(operation, ...schemes))
    .map(
      ([, name, label]) =>
        html`<label>${label} <input name="${name}" data-credential autocomplete="off" spellcheck="false"></label>`,
    )
  const file =
    bodies.some(({ text }) => text.includes(BINARY)) && html`<label>${t.file} <input type="file" name="file"></label>`
  const choice =
    bodies.length > 1 &&
    html`<label>${t.examples} <select name="example">${bodies.map((_body, index) => html`<option value="${index}">${index + 1}</option>`)}</select></label>`
  const body =
    bodies[0] &&
    html`${choice}<label>${t.body} <textarea name="body" rows="8" spellcheck="false">${bodies[0].text}</textarea></label>${file}`
  return html`<form class="try" hidden data-method="${operation.method.toUpperCase()}" data-path="${operation.path}" data-bodies="${JSON.stringify(bodies)}">
<h2 id="try">${t.tryIt}</h2>
<label>${t.tryAt} <select name="at"></select></label>
${secrets.length > 0 && html`<fieldset><legend>${t.security}</legend>${secrets}<p>${t.keptInTab}</p></fieldset>`}
${operation.parameters.map((parameter) => input(parameter))}
${body}
<button type="submit">${t.send}</button>
<p role="status"></p>
<pre class="received" tabindex="0" hidden><code></code></pre>
</form>`
}

function input(parameter: DocsParameter): Html {
  const { name, in: place, required, example } = parameter
  const value = isShown(parameter) ? String(example ?? '') : ''
  return html`<label>${name} <small>${place}${required && ' *'}</small> <input name="${name}" data-place="${place}" value="${value}" placeholder="${String(example ?? '')}" autocomplete="off" spellcheck="false"></label>`
}

function bodiesOf({ body }: Operation): Body[] {
  return Object.entries(body?.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
    Object.values(examples).map(({ value }) => ({ mediaType, text: textOf(mediaType, value) })),
  )
}

function textOf(mediaType: string, value: unknown): string {
  if (mediaType.includes('json')) return JSON.stringify(value, null, 2)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, item]) => `${name}=${item}`)
    .join('\n')
}
