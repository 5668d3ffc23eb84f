import { expect, test } from 'vitest'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import { allScopes } from '../../server/oidc/scopes.ts'
import { KNOWN_SCOPES } from '../../server/pages/text/messages.ts'

const { flows } = accountDocument.components.securitySchemes.oauth2

test('the server knows the scopes of the contract, and no others', () => {
  expect([...allScopes].sort()).toEqual(Object.keys(flows.authorizationCode.scopes).sort())
})

test('the consent page has words for every scope of the contract', () => {
  expect([...KNOWN_SCOPES].sort()).toEqual([...allScopes].sort())
})
