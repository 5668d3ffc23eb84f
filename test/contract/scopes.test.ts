import { expect, test } from 'vitest'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import { allScopes } from '../../server/domain/applications/scopes.ts'

const { flows } = accountDocument.components.securitySchemes.oauth2

test('the server knows the scopes of the contract, and no others', () => {
  expect([...allScopes].sort()).toEqual(Object.keys(flows.authorizationCode.scopes).sort())
})
