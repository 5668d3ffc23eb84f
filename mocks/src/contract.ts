import { readFile } from 'node:fs/promises'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { type OperationId, operations } from '../../generated/operations.ts'

type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number]

/** One operation: its policy from the generated table, and its documented answers as Prism reads them. */
export interface MockOperation {
  id: OperationId
  policy: (typeof operations)[OperationId]
  prism: PrismOperation
}

/** A contract document with its operations, in document order. */
export interface MockDocument {
  api: string
  title: string
  version: string
  operations: MockOperation[]
}

/** An example of an answer, by the key it has in the contract. */
export interface AnswerExample {
  /** The documented status; 500 for an example of the `default` answer. */
  status: number
  mediaType: string
  name: string
  value: unknown
}

/** The bundled contract documents of this installation. */
export async function loadDocuments(): Promise<MockDocument[]> {
  const apis = [...new Set(Object.values(operations).map((operation) => operation.api))]
  return Promise.all(apis.map(loadDocument))
}

async function loadDocument(api: string): Promise<MockDocument> {
  const text = await readFile(new URL(`../../generated/${api}.json`, import.meta.url), 'utf8')
  const bundle = JSON.parse(text) as { info: { title: string; version: string } }
  const byId = new Map((await getHttpOperationsFromSpec(bundle)).map((operation) => [operation.iid, operation]))
  const found: MockOperation[] = []
  for (const [key, policy] of Object.entries(operations)) {
    const prism = byId.get(key)
    if (policy.api === api && prism) found.push({ id: key as OperationId, policy, prism })
  }
  return { api, title: bundle.info.title, version: bundle.info.version, operations: found }
}

/** Every named example of an operation's answers, in document order. */
export function answerExamples({ prism }: MockOperation): AnswerExample[] {
  return prism.responses.flatMap((response) =>
    (response.contents ?? []).flatMap((content) =>
      (content.examples ?? []).flatMap((example) =>
        'value' in example
          ? [
              {
                status: response.code === 'default' ? 500 : Number(response.code),
                mediaType: content.mediaType,
                name: example.key,
                value: example.value,
              },
            ]
          : [],
      ),
    ),
  )
}

/**
 * The example value of an operation's answer that the mock's own login builds on.
 * @throws Error when the contract no longer has one
 */
export function exampleOf(document: MockDocument, id: OperationId, status: number): Record<string, unknown> {
  const operation = document.operations.find((candidate) => candidate.id === id)
  const example = operation && answerExamples(operation).find((candidate) => candidate.status === status)
  if (!example) throw new Error(`The contract has no example for ${id} ${status}.`)
  return example.value as Record<string, unknown>
}

/** The status of a success: the lowest documented 2xx, else the lowest 3xx. */
export function successStatus(operation: MockOperation): number {
  const [lowest] = operation.policy.responses
    .filter((code) => /^[23]\d\d$/.test(code))
    .map(Number)
    .sort((a, b) => a - b)
  return lowest ?? 200
}
