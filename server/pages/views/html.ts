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
 * Markup that is safe to send. Only the `html` template makes one, so a plain string can never pass for markup:
 * the private field makes the type nominal, and the class tells the two apart at run time. `String(page)` is the document.
 */
export class Html {
  readonly #markup: string

  /** Use the `html` tag; the strings array it receives is what proves that the literal parts come from source text. */
  constructor(strings: TemplateStringsArray, values: readonly HtmlValue[]) {
    this.#markup = String.raw({ raw: strings }, ...values.map(render))
  }

  /** The markup as text, ready for a `text/html; charset=utf-8` body. */
  toString(): string {
    return this.#markup
  }
}

/**
 * Escapes text for an element's content and for a quoted attribute value (OWASP output encoding, HTML body and attribute context).
 * NUL is dropped: an HTML parser would replace or ignore it, which hides differences from whoever compares the text.
 */
export function escapeHtml(text: string): string {
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
