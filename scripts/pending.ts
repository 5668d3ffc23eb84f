import { pendingOperations } from '../server/handlers/account/pending.ts'

/** Prints how many operations of the contract the server does not have yet; with `--list` also which. */
if (process.argv.includes('--list')) for (const id of pendingOperations) console.log(id)
console.log(pendingOperations.length)
