import { readFileSync } from 'node:fs'
import { type ContractDocument, operationsOf, resolve } from '../../scripts/generate/document.ts'

const document: ContractDocument = JSON.parse(
  readFileSync(new URL('../../generated/account.json', import.meta.url), 'utf8'),
)

interface Response {
  content?: Record<string, { examples?: Record<string, { value: unknown }> }>
}

/**
 * The first example of what an operation answers when it succeeds.
 * @throws Error when there is none
 */
export function contractExample(operationId: string): unknown {
  for (const { operation } of operationsOf(document)) {
    if (operation.operationId !== operationId) continue
    const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
    const { content = {} } = resolve(document, (success?.[1] ?? {}) as Response)
    const [example] = Object.values(content).flatMap(({ examples = {} }) => Object.values(examples))
    if (example) return example.value
  }
  throw new Error(`${operationId} has no example of a success`)
}
