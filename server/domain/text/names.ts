/** What is there without being seen: Unicode's default ignorable code points, such as the zero width space. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * The form in which user names, mail addresses and other names are compared; what was typed is stored and shown as it was.
 * Compatibility forms are one (NFKC: full width, ligatures, composed and decomposed), upper and lower case are one, what is
 * invisible does not count, blanks count as one between words and not at all at the ends.
 *
 * Case is mapped as RFC 8265 section 3.3 maps it, to lower case in no language in particular: a dotless ı is no i, so that
 * `gıthub.com` is not `github.com`, and ß is not ss, as people who bear either name expect. The two lower-case sigmas are one,
 * because their capital is.
 *
 * The tables do the same in SQL (`canonical_name` of migration 0002), for rows that are written by hand; a test holds both
 * together.
 */
export function canonicalName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ς', 'σ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
}
