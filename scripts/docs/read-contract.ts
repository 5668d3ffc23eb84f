import { readFile } from 'node:fs/promises'
import {
  type ContractOperation,
  type ContractParameter,
  type ContractWebhook,
  operationsOf,
  type Reference,
  resolve,
  webhooksOf,
} from '../generate/document.ts'
import { sdkNames } from '../generate/sdk-names.ts'
import {
  type Contract,
  type DocsDocument,
  type DocsResponse,
  type Group,
  inBoth,
  type Localized,
  type Operation,
  type Source,
} from './model.ts'
import type { Language } from './texts.ts'
import { translate } from './translate.ts'

/** Reads `generated/<api>.json`. */
export async function readContract(root: string, api: string): Promise<Contract> {
  const document = JSON.parse(await readFile(`${root}/generated/${api}.json`, 'utf8')) as DocsDocument
  const untranslated = await translate(root, document)
  const all = [...readOperations(api, document), ...readEvents(api, document)]
  const groups = document.tags.map((tag): Group => {
    const title = inBoth(tag, 'name')
    return {
      api,
      title,
      ...parted(title),
      description: inBoth(tag, 'description'),
      path: `reference/${api}/${tag.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.html`,
      operations: all.filter(({ tags }) => tags[0] === tag.name).map(({ operation }) => operation),
    }
  })
  return {
    api,
    document,
    groups,
    untranslated,
    title: inBoth(document.info, 'title'),
    description: inBoth(document.info, 'description'),
  }
}

/** A name such as `Management / Users` in its two parts. */
function parted(title: Record<Language, string>): Pick<Group, 'section' | 'name'> {
  const [zh, en] = [title.zh, title.en].map((text) => /^(.+?)\s*\/\s*(.+)$/.exec(text)?.slice(1))
  if (!zh || !en) return { name: title }
  const part = (index: number) => ({ zh: zh[index] ?? '', en: en[index] ?? '' })
  return { section: part(0), name: part(1) }
}

interface Found {
  tags: string[]
  operation: Operation
}

function readOperations(api: string, document: DocsDocument): Found[] {
  const names = sdkNames(document)
  return [...operationsOf(document)].map(({ path, method, operation, shared }) => ({
    tags: operation.tags,
    operation: { ...read(api, document, operation, shared), method, path, sdkName: names.get(operation.operationId) },
  }))
}

function readEvents(api: string, document: DocsDocument): Found[] {
  return [...webhooksOf(document)].map(({ event, webhook }) => ({
    tags: webhook.tags,
    operation: {
      ...read(api, document, webhook as ContractWebhook & ContractOperation, []),
      method: 'post',
      path: '',
      event,
    },
  }))
}

function read(
  api: string,
  document: DocsDocument,
  operation: ContractOperation,
  shared: (ContractParameter | Reference)[],
): Omit<Operation, 'method' | 'path'> {
  const body = operation.requestBody && resolve(document, operation.requestBody)
  const source = operation['x-source'] as Source
  return {
    ...(operation as Localized),
    api,
    id: operation.operationId,
    contract: operation,
    source: { ...source, pages: source.pages ?? [source] },
    page: `reference/${api}/${operation.operationId}.html`,
    parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter)),
    body: body && { required: (body as { required?: boolean }).required ?? false, content: body.content },
    responses: Object.entries(operation.responses).map(([status, response]) => [
      status,
      resolve(document, response as DocsResponse | Reference),
    ]),
  }
}
