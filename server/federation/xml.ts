const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 has no way to write (section 2.2): control characters, lone surrogates, two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text for an element or an attribute of XML; what XML cannot write is left out. */
export function escapeXml(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
}

/** Whether elements may have that name, behind the prefix `cas` too (XML 1.0 section 2.3, Namespaces in XML 1.0 section 3). */
export function isElementName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)
}
