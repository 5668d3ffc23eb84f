import { readFile } from 'node:fs/promises'
import {
  type ContractDocument,
  type ContractOperation,
  type ContractParameter,
  type ContractSchema,
  operationsOf,
  type Provenance,
  type Reference,
  resolve,
} from '../generate/document.ts'
import type { Language } from './texts.ts'
import { translate } from './translate.ts'

export type Mark = 'documented' | 'observed' | 'inferred'

/** What may carry a Chinese text beside the English one. */
export interface Localized {
  summary?: string
  description?: string
  'x-zh'?: Readonly<Record<string, string>>
}

/** A schema with everything the docs show of it. */
export interface DocsSchema extends ContractSchema, Localized {
  title?: string
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  required?: string[]
  properties?: Record<string, DocsSchema | Reference>
  items?: DocsSchema | Reference
  'x-source'?: Partial<Provenance>
}

export interface DocsParameter extends ContractParameter, Localized {
  example?: unknown
  schema?: DocsSchema | Reference
  'x-source'?: Partial<Provenance>
}

export interface Content {
  schema?: DocsSchema | Reference
  examples?: Record<string, { summary?: string; value: unknown; 'x-zh'?: Readonly<Record<string, string>> }>
}

export interface DocsResponse extends Localized {
  headers?: Record<string, (Localized & { example?: unknown }) | Reference>
  content?: Record<string, Content>
}

export interface Operation extends Localized {
  api: string
  id: string
  method: string
  path: string
  contract: ContractOperation
  source: Provenance & { mark: Mark; pages: (Provenance & { mark: Mark })[] }
  parameters: DocsParameter[]
  body?: { required: boolean; content: Record<string, Content> }
  responses: [status: string, response: DocsResponse][]
}

/** The operations that stand on one page. */
export interface Group {
  api: string
  title: Record<Language, string>
  description: Record<Language, string>
  /** The page, below the folder of a language. */
  path: string
  operations: Operation[]
}

/** One bundled document, ready to be shown. */
export interface Contract {
  api: string
  document: ContractDocument
  title: Record<Language, string>
  description: Record<Language, string>
  groups: Group[]
  /** English texts that the Chinese pages show for want of Chinese ones. */
  untranslated: string[]
}

/** The text in the language asked for, or in English where there is no other. */
export function localized(
  node: Localized & { title?: string; name?: string },
  key: string,
  language: Language,
): string {
  const own = (node as Record<string, unknown>)[key]
  const text = language === 'zh' ? (node['x-zh']?.[key] ?? own) : own
  return typeof text === 'string' ? text : ''
}

function inBoth(node: Localized, key: string): Record<Language, string> {
  return { zh: localized(node, key, 'zh'), en: localized(node, key, 'en') }
}

/** Reads `generated/<api>.json`. */
export async function readContract(root: string, api: string): Promise<Contract> {
  const document = JSON.parse(await readFile(`${root}/generated/${api}.json`, 'utf8')) as ContractDocument & {
    info: Localized
    tags: (Localized & { name: string })[]
  }
  const untranslated = await translate(root, document)
  const groups = document.tags.map(
    (tag): Group => ({
      api,
      title: inBoth(tag, 'name'),
      description: inBoth(tag, 'description'),
      path: `reference/${api}/${tag.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.html`,
      operations: [...operationsOf(document)]
        .filter(({ operation }) => operation.tags[0] === tag.name)
        .map((found) => readOperation(api, document, found)),
    }),
  )
  return {
    api,
    document,
    groups,
    untranslated,
    title: inBoth(document.info, 'title'),
    description: inBoth(document.info, 'description'),
  }
}

type Found = ReturnType<typeof operationsOf> extends Generator<infer Item> ? Item : never

function readOperation(api: string, document: ContractDocument, { path, method, operation, shared }: Found): Operation {
  const body = operation.requestBody && resolve(document, operation.requestBody)
  const source = operation['x-source'] as Operation['source']
  return {
    ...(operation as Localized),
    api,
    id: operation.operationId,
    method,
    path,
    contract: operation,
    source: { ...source, pages: source.pages ?? [source] },
    parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter)),
    body: body && { required: (body as { required?: boolean }).required ?? false, content: body.content },
    responses: Object.entries(operation.responses).map(([status, response]) => [
      status,
      resolve(document, response as DocsResponse | Reference),
    ]),
  }
}
