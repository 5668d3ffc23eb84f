import { readFileSync } from 'node:fs'
import { type ContractDocument, operationsOf, resolve } from '../../scripts/generate/document.ts'

/** A document of the contract. */
export function contractDocument(api: 'account' | 'oneaccess'): ContractDocument {
  return JSON.parse(readFileSync(new URL(`../../generated/${api}.json`, import.meta.url), 'utf8'))
}

const documents = [contractDocument('account'), contractDocument('oneaccess')]

interface Response {
  content?: Record<string, { examples?: Record<string, { value: unknown }> }>
}

/**
 * The first example of what an operation answers when it succeeds; undefined when that has no content.
 * @throws Error when there is none
 */
export function contractExample(operationId: string): unknown {
  for (const document of documents) {
    for (const { operation } of operationsOf(document)) {
      if (operation.operationId !== operationId) continue
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
      const { content } = resolve(document, (success?.[1] ?? {}) as Response)
      if (success && !content) return undefined
      const [example] = Object.values(content ?? {}).flatMap(({ examples = {} }) => Object.values(examples))
      if (example) return example.value
    }
  }
  throw new Error(`${operationId} has no example of a success`)
}
