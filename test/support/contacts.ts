import { randomUUID } from 'node:crypto'

let numbers = 0

/** A mobile number that nobody has. */
export function freePhone(): string {
  numbers += 1
  return `1371234${String(numbers).padStart(4, '0')}`
}

/** A mail address that nobody has. */
export const freeMail = () => `person-${randomUUID()}@example.com`
