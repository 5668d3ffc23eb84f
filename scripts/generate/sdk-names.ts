import { type ContractDocument, type ContractOperation, operationsOf, resolve } from './document.ts'

/** The name of an operation in the client: `client.<group>.<method>`. */
export interface SdkName {
  group: string
  method: string
}

/** Where a browser goes itself: the client gives the addresses of these, and calls none of them. */
export const PAGES = 'pages'

/** The media types of an operation's successes, in their order. */
export function successTypes(document: ContractDocument, { responses }: ContractOperation): string[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    status.startsWith('2') ? Object.keys(resolve(document, response as { content?: object }).content ?? {}) : [],
  )
}

/** Whether a person's browser opens the address, and a program only leads it there. */
function isPage(document: ContractDocument, operation: ContractOperation): boolean {
  return (
    operation['x-error-format'] === 'html' && [undefined, 'text/html'].includes(successTypes(document, operation)[0])
  )
}

/** An operationId without the noun of its tag, singular or plural, behind the verb: `listTenantUsers` is `list`. */
function withoutNoun(operationId: string, noun: string | undefined): string {
  return noun === undefined ? operationId : operationId.replace(new RegExp(`(?<=[a-z])${noun}s?(?![a-z])`), '')
}

/**
 * The name of each operation by its operationId (docs/decisions/0032): the group is that of its tag, the method its
 * operationId without the tag's noun. Pages keep their whole operationId.
 * @throws Error when two operations had one name, or a tag has no group
 */
export function sdkNames(document: ContractDocument): Map<string, SdkName> {
  const tags = new Map(document.tags?.map((tag) => [tag.name, tag['x-sdk']]))
  const names = new Map<string, SdkName>()
  const taken = new Map<string, string>()
  for (const { operation } of operationsOf(document)) {
    const { operationId } = operation
    const tag = tags.get(operation.tags[0] ?? '')
    if (tag === undefined) throw new Error(`The tag of ${operationId} has no \`x-sdk\`.`)
    const name = isPage(document, operation)
      ? { group: PAGES, method: operationId }
      : { group: tag.group, method: withoutNoun(operationId, tag.noun) }
    const text = `${name.group}.${name.method}`
    const other = taken.get(text)
    if (other !== undefined) throw new Error(`${operationId} and ${other} would both be ${text}.`)
    taken.set(text, operationId)
    names.set(operationId, name)
  }
  return names
}

/** The operations by group, groups and operations in the order of the document. */
export function groupsOf<Entry extends { operation: ContractOperation }>(
  entries: readonly Entry[],
  names: ReadonlyMap<string, SdkName>,
): Map<string, (Entry & { name: string })[]> {
  const groups = new Map<string, (Entry & { name: string })[]>()
  for (const entry of entries) {
    const { group, method } = names.get(entry.operation.operationId) as SdkName
    groups.set(group, [...(groups.get(group) ?? []), { ...entry, name: method }])
  }
  return groups
}
