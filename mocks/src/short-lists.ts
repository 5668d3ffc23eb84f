import type { MockOperation } from './contract.ts'

/** More rows than one are enough to see a list; made-up ones would fill it up to the limit of the contract. */
const MOST_ITEMS = 5

interface Bounds {
  minItems?: number
  maxItems?: number
  minProperties?: number
  maxProperties?: number
}

function shorten(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const bounds = value as Bounds
  if (typeof bounds.maxItems === 'number')
    bounds.maxItems = Math.min(bounds.maxItems, Math.max(MOST_ITEMS, bounds.minItems ?? 0))
  if (typeof bounds.maxProperties === 'number')
    bounds.maxProperties = Math.min(bounds.maxProperties, Math.max(MOST_ITEMS, bounds.minProperties ?? 0))
  Object.values(value).forEach(shorten)
}

/** The operation with answers whose lists and maps are short, to make answers up from: full ones are megabytes. */
export function withShortLists(prism: MockOperation['prism']): MockOperation['prism'] {
  const responses = structuredClone(prism.responses)
  shorten(responses)
  return { ...prism, responses }
}
