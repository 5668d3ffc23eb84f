import { type Html, html } from '../../server/pages/html.ts'
import { resolve } from '../generate/document.ts'
import { codeLink, heading, inline, PERMISSION_CODES_PAGE, relative } from './markup.ts'
import { type DocsScheme, localized, type Operation } from './model.ts'
import type { SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** The guide that says how to get what a scheme asks for. */
const guides: Readonly<Record<string, string>> = {
  managementToken: 'access-credentials',
  sessionSignature: 'session-token-signature',
  stateToken: 'login-states',
  callbackToken: 'event-callbacks',
}

/** Who may call: the alternatives of `security`, then roles and permission codes. */
export function access({ contract, api }: Operation, view: SchemaView): Html {
  const t = texts[view.language]
  const schemes = view.document.components?.securitySchemes ?? {}
  const schemeOf = (name: string) => resolve(view.document, schemes[name] ?? {}) as DocsScheme
  const wanted = contract.security.flatMap((alternative) => Object.entries(alternative))
  const tokens = wanted.filter(([name]) => schemeOf(name).type === 'oauth2').map(([, scopes]) => scopes)
  const ways: Html[] = tokens.length > 0 ? [token(tokens, view)] : []
  for (const [name] of wanted) {
    const scheme = schemeOf(name)
    if (scheme.type !== 'oauth2') ways.push(other(api, name, scheme, view))
  }
  const roles = contract['x-roles'] ?? []
  return html`${heading('access', t.security, view.language)}
${ways.length === 0 ? html`<p>${t.public}</p>` : html`<ul class="access">${ways.map((way) => html`<li>${way}</li>`)}</ul>`}
${roles.length > 0 && html`<p>${t.roles}: ${roles.map((role) => html`<code>${role}</code> `)}</p>`}${permissions(contract['x-permissions'] ?? [], view)}`
}

function token(alternatives: string[][], { language }: SchemaView): Html {
  const t = texts[language]
  if (alternatives.some((scopes) => scopes.length === 0)) return inline(t.anyToken)
  const listed = alternatives.map(
    (scopes, index) => html`${index > 0 && ` ${t.or} `}${scopes.map((scope) => html`<code>${scope}</code> `)}`,
  )
  return html`${inline(t.token)} ${listed}`
}

/** A scheme that the contract itself describes. */
function other(api: string, name: string, scheme: DocsScheme, view: SchemaView): Html {
  const t = texts[view.language]
  const guide = guides[name]
  const refusal = scheme['x-refusal']
  const header = scheme.name ?? (scheme.scheme === 'bearer' ? 'Authorization: Bearer' : undefined)
  return html`${header && html`<code>${header}</code>: `}${inline(localized(scheme, 'description', view.language))}${
    refusal && html` ${t.refusal} ${codeLink(refusal, view)}`
  }${guide && html` <a href="${relative(view.page, `guides/${api}/${guide}.html`)}">${t.guide}</a>`}`
}

function permissions(codes: readonly string[], view: SchemaView): Html | undefined {
  if (codes.length === 0) return undefined
  const link = (code: string) =>
    html`<a class="code" href="${relative(view.page, PERMISSION_CODES_PAGE)}#${code}"><code>${code}</code></a> `
  return html`<p>${texts[view.language].permissions}: ${codes.map(link)}</p>`
}
