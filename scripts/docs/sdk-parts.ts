import { type Contract, localized, type Operation } from './model.ts'
import { type Language, texts } from './texts.ts'

/** The page that lists what the SDK has, below the folder of a language. */
export const SDK_PAGE = 'reference/sdk.html'

/** The pages of the exports, in their order, each with the modules of `client/src` that it is about. */
const modules = {
  account: /^account-/,
  oneaccess: /^oneaccess\//,
  auth: /^auth\//,
  events: /^events\//,
  errors: /^(errors|unwrap|user-messages)\./,
  calls: /./,
} as const

export type SdkPart = keyof typeof modules

export const sdkParts = Object.keys(modules) as SdkPart[]

/** The part to which a module belongs: the first that names it. */
export function partOf(module: string): SdkPart {
  return sdkParts.find((part) => modules[part].test(module)) ?? 'calls'
}

/** Where the exports of a part stand. */
export function pageOfPart(part: SdkPart): string {
  return `reference/sdk/${part}.html`
}

/** Where the named methods of a document stand. */
export function pageOfMethods({ api }: Contract): string {
  return `reference/sdk/${api}-methods.html`
}

/** The title of the page of a document's named methods. */
export function titleOfMethods(contract: Contract, language: Language): string {
  return `${texts[language].sdkMethods}: ${contract.title[language]}`
}

/** The pages below that of the SDK, as menus and lists show them. */
export function sdkPlaces(contracts: readonly Contract[], language: Language): { path: string; title: string }[] {
  return [
    ...contracts.map((contract) => ({ path: pageOfMethods(contract), title: titleOfMethods(contract, language) })),
    ...sdkParts.map((part) => ({ path: pageOfPart(part), title: texts[language].sdkParts[part] })),
  ]
}

/** A named method and what it calls. */
export interface Method {
  name: string
  operation: Operation
  summary: string
}

/** The named methods of a document by their group, in the order of the document. */
export function methodsOf(contract: Contract, language: Language): Map<string, Method[]> {
  const groups = new Map<string, Method[]>()
  for (const operation of contract.groups.flatMap(({ operations }) => operations)) {
    if (!operation.sdkName) continue
    const { group, method } = operation.sdkName
    const entry = { name: method, operation, summary: localized(operation, 'summary', language) }
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  return groups
}
