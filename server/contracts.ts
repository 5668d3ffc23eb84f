import accountDocument from '../generated/account.json' with { type: 'json' }
import oneAccessDocument from '../generated/oneaccess.json' with { type: 'json' }
import { type Operation, operationsOf } from './contract/operation.ts'
import { cutDocument, type OpenApiDocument } from './contract/validate/document-parts.ts'

/** Both documents as they are mounted: one each in a process, however many applications it has. */
export const contracts = {
  account: contractOf(accountDocument, operationsOf('account')),
  oneAccess: contractOf(oneAccessDocument, operationsOf('oneaccess')),
}

function contractOf(document: OpenApiDocument, operations: Operation[]) {
  return { operations, parts: cutDocument(document, operations) }
}
