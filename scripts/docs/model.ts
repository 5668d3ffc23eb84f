import type {
  ContractDocument,
  ContractOperation,
  ContractParameter,
  ContractSchema,
  ContractScheme,
  Provenance,
  Reference,
} from '../generate/document.ts'
import type { SdkName } from '../generate/sdk-names.ts'
import type { Language } from './texts.ts'

/** Where a part comes from, the surest first. */
export const marks = ['documented', 'observed', 'older', 'sister', 'inferred'] as const
export type Mark = (typeof marks)[number]

/** Anything in the contract that can have Chinese texts (`x-zh`) beside its English ones. */
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
  minProperties?: number
  maxProperties?: number
  writeOnly?: boolean
  required?: string[]
  properties?: Record<string, DocsSchema | Reference>
  items?: DocsSchema | Reference
  /** The schema of values under names that `properties` does not list. */
  additionalProperties?: boolean | DocsSchema | Reference
  /** The schemas of values whose names match a pattern. */
  patternProperties?: Record<string, DocsSchema | Reference>
  /** The schema of the document that a string contains, as JSON in a string. */
  contentMediaType?: string
  contentEncoding?: string
  contentSchema?: DocsSchema | Reference
  'x-source'?: Partial<Provenance>
}

export interface DocsParameter extends ContractParameter, Localized {
  example?: unknown
  allowEmptyValue?: boolean
  schema?: DocsSchema | Reference
  'x-source'?: Partial<Provenance>
}

export interface Example extends Localized {
  value: unknown
}

export interface Content {
  schema?: DocsSchema | Reference
  examples?: Record<string, Example>
}

/** A header of an answer. */
export interface DocsHeader extends Localized {
  required?: boolean
  example?: unknown
  schema?: DocsSchema | Reference
}

export interface DocsResponse extends Localized {
  headers?: Record<string, DocsHeader | Reference>
  content?: Record<string, Content>
}

/** Where an operation comes from: one page of the public reference or several. */
export type Source = Provenance & {
  mark: Mark
  pages: (Provenance & { mark: Mark })[]
  /** Parts of it that are less sure than the rest. */
  parts?: Record<string, Mark>
}

/** What the docs read of an operation, and of an event that the server sends. */
export type Policy = Pick<ContractOperation, 'security'> &
  Partial<Pick<ContractOperation, 'x-error-format' | 'x-roles' | 'x-permissions' | 'x-return-codes' | 'x-error-codes'>>

export interface Operation extends Localized {
  api: string
  id: string
  method: string
  /** The name of the event, where this is an event that the server sends: it has no path then. */
  event?: string
  path: string
  contract: Policy
  source: Source
  /** Its page, below the folder of a language. */
  page: string
  /** Its name in the SDK; an event is received by `createEventReceiver`. */
  sdkName?: SdkName
  parameters: DocsParameter[]
  body?: { required: boolean; content: Record<string, Content> }
  responses: [status: string, response: DocsResponse][]
}

/** Operations that belong together. */
export interface Group {
  api: string
  title: Record<Language, string>
  /** The first part of a name such as `Management / Users`: groups that share it are shown together. */
  section?: Record<Language, string>
  /** The name without the section. */
  name: Record<Language, string>
  description: Record<Language, string>
  /** The page that lists them, below the folder of a language. */
  path: string
  operations: Operation[]
}

/** What an application is allowed to do, as an administrator sets it. */
export interface PermissionCode extends Localized {
  code: string
  mark: Mark
}

/** A bundled document with the parts that only the docs read. */
export interface DocsDocument extends ContractDocument {
  info: ContractDocument['info'] & Localized
  tags: (Localized & { name: string })[]
  'x-permission-codes'?: PermissionCode[]
}

/** How a caller proves who it is. */
export type DocsScheme = ContractScheme & Localized

/** One bundled document, ready to be shown. */
export interface Contract {
  api: string
  document: DocsDocument
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

/** A text in both languages. */
export function inBoth(node: Localized, key: string): Record<Language, string> {
  return { zh: localized(node, key, 'zh'), en: localized(node, key, 'en') }
}
