import { pendingOperations as account } from '../server/handlers/account/pending.ts'
import { pendingOperations as oneaccess } from '../server/handlers/oneaccess/pending.ts'

/** Prints how many operations of each document the server does not have yet, and the sum; with `--list` also which. */
const pending = { account, oneaccess }
for (const [api, operations] of Object.entries(pending)) {
  if (process.argv.includes('--list')) for (const id of operations) console.log(`${api} ${id}`)
  console.log(`${api}: ${operations.length}`)
}
console.log(`total: ${account.length + oneaccess.length}`)
