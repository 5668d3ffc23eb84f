import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

type Node = Record<string, unknown>

const TEXT_KEYS = ['summary', 'description']

/** Parts that hold data, not texts of the contract. */
const DATA_KEYS = new Set([
  ...['servers', 'value', 'example', 'x-zh', 'x-source', 'x-return-codes'],
  // Of the descriptions of journeys.
  ...['payload', 'outputs'],
])

/**
 * Puts the Chinese from `openapi/guides/texts.zh.yaml` beside every short English text that has none of its own.
 * @returns the English texts that have no Chinese anywhere, each once
 */
export async function translate(root: string, document: object): Promise<string[]> {
  const chinese = await textsOf(root)
  const missing = new Set<string>()
  visit(document, (node) => {
    const own = (node['x-zh'] ?? {}) as Record<string, string>
    for (const key of TEXT_KEYS) {
      const text = node[key]
      if (typeof text !== 'string' || own[key] !== undefined) continue
      const found = chinese[text]
      if (found === undefined) missing.add(text)
      else own[key] = found
    }
    if (Object.keys(own).length > 0) node['x-zh'] = own
  })
  return [...missing]
}

const read = new Map<string, Promise<Record<string, string>>>()

/** The Chinese by its English; every document and every set of journeys asks for it. */
function textsOf(root: string): Promise<Record<string, string>> {
  const texts = read.get(root) ?? readFile(`${root}/openapi/guides/texts.zh.yaml`, 'utf8').then((text) => parse(text))
  read.set(root, texts)
  return texts
}

function visit(value: unknown, act: (node: Node) => void, names = false): void {
  if (typeof value !== 'object' || value === null) return
  // Below `properties` the keys are the names of fields, whatever they are.
  if (!Array.isArray(value) && !names) act(value as Node)
  for (const [key, child] of Object.entries(value)) {
    if (names || !DATA_KEYS.has(key)) visit(child, act, !names && key === 'properties')
  }
}
