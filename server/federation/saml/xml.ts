/** Markup: made by the `xml` template only, so that a text is never taken for it. */
export class Xml {
  readonly #markup: string

  /** Not to be called: use the `xml` tag. */
  constructor(strings: TemplateStringsArray, values: readonly XmlValue[]) {
    this.#markup = String.raw({ raw: strings }, ...values.map(render))
  }

  toString(): string {
    return this.#markup
  }
}

/** What a template may contain; nothing at all (undefined, false) prints as ''. */
export type XmlValue = string | Xml | undefined | false | readonly XmlValue[]

/** Template tag: the literal parts are markup, every interpolation is escaped unless it is markup already. */
export function xml(strings: TemplateStringsArray, ...values: XmlValue[]): Xml {
  return new Xml(strings, values)
}

/** Markup that is markup already, such as a signed element. */
export const markup = (signed: string): Xml => new Xml([signed] as unknown as TemplateStringsArray, [])

function render(value: XmlValue): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Xml) return value.toString()
  if (typeof value === 'string') return escapeXml(value)
  return value.map(render).join('')
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/**
 * Escapes text for an element's content and for a quoted attribute. White space that a parser would change is written as a
 * reference (XML 1.0 sections 2.11 and 3.3.3); what no document may hold, such as U+0001 (section 2.2), is left out.
 */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => escapes.get(sign) ?? `&#${sign.charCodeAt(0)};`)
}
