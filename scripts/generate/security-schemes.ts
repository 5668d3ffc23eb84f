import { type ContractDocument, resolve } from './document.ts'

/** What the server and the mock read of a document's security schemes: kind, header of an API key, code of a refusal. */
export function securitySchemes(document: ContractDocument): Record<string, object> {
  const schemes = Object.entries(document.components?.securitySchemes ?? {})
  return Object.fromEntries(
    schemes.map(([name, raw]) => {
      const { type, scheme, in: place, name: header, 'x-refusal': refusal } = resolve(document, raw)
      return [name, { type, scheme, in: place, name: header, refusal }]
    }),
  )
}
