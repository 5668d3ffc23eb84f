import { type ContractDocument, operationsOf, webhooksOf } from './document.ts'

const verbs = [
  'add',
  'apply',
  'authorize',
  'bind',
  'cancel',
  'change',
  'check',
  'confirm',
  'create',
  'delete',
  'disable',
  'edit',
  'enable',
  'end',
  'export',
  'find',
  'get',
  'introspect',
  'invite',
  'issue',
  'list',
  'login',
  'logout',
  'push',
  'query',
  'receive',
  'refresh',
  'register',
  'remove',
  'request',
  'reset',
  'resume',
  'revoke',
  'save',
  'search',
  'send',
  'set',
  'show',
  'skip',
  'start',
  'submit',
  'unbind',
  'update',
  'upload',
  'validate',
  'verify',
]

/**
 * What a linter of single documents cannot see, and what the tools behind the contract cannot digest.
 * @throws Error that names the document and the place
 */
export function checkBundles(documents: Map<string, ContractDocument>): void {
  const owners = new Map<string, string>()
  for (const [api, document] of documents) {
    if (!document.openapi.startsWith('3.1.')) throw new Error(`${api}: the validator reads OpenAPI 3.1 only.`)
    for (const name of Object.keys(document.components?.schemas ?? {})) {
      if (/-\d+$/.test(name)) throw new Error(`${api}: the component ${name} was renamed; names must be unique.`)
    }
    const operations = [...operationsOf(document)].map(({ path, method, operation }) => ({
      id: operation.operationId,
      place: `${method} ${path}`,
    }))
    const webhooks = [...webhooksOf(document)].map(({ event, webhook }) => ({ id: webhook.operationId, place: event }))
    for (const { id, place } of [...operations, ...webhooks]) {
      const owner = owners.get(id)
      if (owner) throw new Error(`The operationId ${id} is used in ${owner} and in ${api} (${place}).`)
      owners.set(id, api)
      if (!verbs.some((verb) => id.startsWith(verb) && /^[A-Z]/.test(id.slice(verb.length)))) {
        throw new Error(`${api}: ${id} does not begin with a verb of the list.`)
      }
    }
  }
}
