const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** What a template may contain. Text and numbers are escaped; nothing at all (null, undefined, false) prints as ''. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[]

/**
 * Markup that is safe to send. It is made by the `html` template only, so a plain string is never taken for markup: the
 * compiler tells them apart by the private field, the program by `instanceof`. `String(page)` is the document.
 */
export class Html {
  readonly #markup: string

  /** Not to be called: use the `html` tag. Only a tag receives a `TemplateStringsArray`, so the literal parts are source text. */
  constructor(strings: TemplateStringsArray, values: readonly HtmlValue[]) {
    let markup = strings[0] ?? ''
    for (const [index, value] of values.entries()) markup += render(value) + strings[index + 1]
    this.#markup = markup
  }

  /** The markup as text, ready for a `text/html; charset=utf-8` body. */
  toString(): string {
    return this.#markup
  }
}

/**
 * Escapes text for an element's content and for a quoted attribute value (OWASP output encoding, HTML body and attribute context).
 * NUL is dropped, since HTML parsers do not agree on what to make of it.
 */
export function escapeHtml(text: string): string {
  // Most texts have nothing to escape.
  if (!/[&<>"'`\0]/.test(text)) return text
  return text.replaceAll('\0', '').replace(/[&<>"'`]/g, (character) => ESCAPES[character] ?? '')
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(render).join('')
}

/** Template tag: the literal parts are markup, every interpolation is escaped unless it is `Html` (or a list of it) already. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings, values)
}
