const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** What XML 1.0 has no way to write (section 2.2): control characters, lone surrogates, two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text for an element or an attribute of XML; what XML cannot write is left out. */
export function escapeXml(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign)
}

/**
 * The name as one that an element may have behind a prefix (Namespaces in XML 1.0 section 3): other characters become `_`, and so
 * do the three letters that XML takes for none (XML 1.0 section 2.3).
 */
export function elementName(name: string): string {
  const written = name.replace(/[^\p{L}\p{Nd}_.-]|[ªµº]/gu, '_')
  return /^[\p{L}_]/u.test(written) ? written : `_${written}`
}
