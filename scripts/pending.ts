import { pendingOperations } from './pending-operations.ts'

/** Prints how many operations of each document the server does not have yet, and the sum; with `--list` also which. */
for (const [api, operations] of Object.entries(pendingOperations)) {
  if (process.argv.includes('--list')) for (const id of operations) console.log(`${api} ${id}`)
  console.log(`${api}: ${operations.length}`)
}
console.log(`total: ${Object.values(pendingOperations).flat().length}`)
