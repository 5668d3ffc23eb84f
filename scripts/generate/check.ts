import { type ContractDocument, operationsOf } from './document.ts'

const verbs = [
  'add',
  'apply',
  'cancel',
  'check',
  'confirm',
  'create',
  'delete',
  'edit',
  'end',
  'export',
  'find',
  'get',
  'introspect',
  'invite',
  'issue',
  'list',
  'push',
  'query',
  'receive',
  'refresh',
  'register',
  'remove',
  'request',
  'resume',
  'revoke',
  'save',
  'search',
  'send',
  'set',
  'show',
  'submit',
  'unbind',
  'update',
  'upload',
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
    for (const { path, method, operation } of operationsOf(document)) {
      const id = operation.operationId
      const owner = owners.get(id)
      if (owner) throw new Error(`The operationId ${id} is used in ${owner} and in ${api} (${method} ${path}).`)
      owners.set(id, api)
      if (!verbs.some((verb) => id.startsWith(verb) && /^[A-Z]/.test(id.slice(verb.length)))) {
        throw new Error(`${api}: ${id} does not begin with a verb of the list.`)
      }
    }
  }
}
