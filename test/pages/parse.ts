/** A start tag as an HTML tokenizer sees it. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/**
 * The start tags of a document, read with the attribute rules of the HTML standard (13.2.5.32 and following) as far as our own
 * templates need them: quoted, bare and empty attributes. An attribute that a hostile value managed to add shows up here.
 */
export function tagsOf(markup: string): readonly Tag[] {
  const tags: Tag[] = []
  for (const [, name = '', rest = ''] of markup.matchAll(/<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g)) {
    const attributes = new Map<string, string>()
    for (const match of rest.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)) {
      attributes.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '')
    }
    tags.push({ name: name.toLowerCase(), attributes })
  }
  return tags
}
