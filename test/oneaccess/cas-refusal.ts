import { expect } from 'vitest'

/** What a validation says of a ticket that is not, or no longer, good. */
export const invalidTicket = { authenticationFailure: { code: 'INVALID_TICKET', description: expect.any(String) } }
