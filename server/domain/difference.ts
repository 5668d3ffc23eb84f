type Values = Readonly<Record<string, string | null | undefined>>

/** What of a thing a change makes different: as it was, and as it is then. What is left out stays as it is. */
export function difference<Change extends { readonly [Field in keyof Change]?: Values[string] }>(
  thing: { readonly [Field in keyof Change]?: Values[string] },
  change: Change,
): { before: Values; after: Partial<Change> & Values } {
  const fields = Object.keys(change) as (keyof Change & string)[]
  const changed = fields.filter((field) => change[field] !== undefined && change[field] !== thing[field])
  const of = (from: typeof thing) => Object.fromEntries(changed.map((field) => [field, from[field]]))
  return { before: of(thing), after: of(change) as Partial<Change> & Values }
}
