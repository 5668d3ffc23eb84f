import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { lint, rulesAfter, run } from './lint.ts'

const root = join(import.meta.dirname, '../..')

/** How each document names the pages that its operations come from. */
const pages = { account: /^(api|doc)-\d+$/, oneaccess: /^(M|U|O|AO|AA|AR|S|I)\d+$/ }

describe('the contract', () => {
  it('has no finding, not even a warning', async () => {
    expect(await lint(root)).toEqual([])
  })

  it('is what the generated files say', async () => {
    const { code, output } = await run(root, 'scripts/generate.ts', '--check')
    expect([code, output]).toEqual([0, 'Generated files are up to date.\n'])
  })

  it('marks the source of every operation', () => {
    for (const [id, { api, source }] of Object.entries(operations)) {
      expect(['documented', 'observed', 'older', 'sister', 'inferred'], id).toContain(source.mark)
      expect(source.page, id).toMatch(pages[api])
    }
  })
})

describe('our lint rules find in the Account API', () => {
  const common = 'openapi/paths/account/login-key.yaml'
  const details = 'openapi/paths/account/user-details.yaml'
  it.each([
    ['an operation without a policy', common, '    security: []\n', '', 'contract/operation-keys'],
    ['a source with an unknown mark', common, 'mark: observed', 'mark: guessed', 'contract/operation-keys'],
    [
      'an operation without a default answer',
      common,
      'x-error-format: envelope',
      'x-error-format: cas',
      'contract/operation-keys',
    ],
    ['an unknown error shape', common, 'x-error-format: envelope', 'x-error-format: other', 'contract/operation-keys'],
    [
      'a key the router takes for a method',
      common,
      'publicKey:\n',
      'publicKey:\n  x-note: 1\n',
      'contract/operation-keys',
    ],
    ['a missing Chinese text', common, 'summary: 获取RSA公钥', 'other: x', 'contract/chinese-texts'],
    [
      'an operationId that is used twice',
      common,
      'operationId: getLoginPublicKey',
      'operationId: issueToken',
      'contract/unique-operation-ids',
    ],
    [
      'an answer without an example',
      common,
      '            examples:',
      '            x-examples:',
      'contract/named-examples',
    ],
    [
      'an example that is not true',
      common,
      '-----BEGIN PUBLIC KEY',
      '-----BEGIN KEY',
      'no-invalid-media-type-examples',
    ],
    [
      'an open answer',
      'openapi/components/schemas.yaml',
      '  additionalProperties: false\n',
      '',
      'contract/closed-responses',
    ],
    ['a field without a limit', 'openapi/components/forms.yaml', '  maxLength: 128\n', '', 'contract/bounded-inputs'],
    [
      'a parameter without a limit',
      'openapi/components/parameters.yaml',
      '    maxLength: 128\n',
      '',
      'contract/bounded-inputs',
    ],
    [
      'a field of a JSON body without a limit',
      'openapi/components/trusted.yaml',
      '    types: { type: string, maxLength: 64, ',
      '    types: { type: string, ',
      'contract/bounded-inputs',
    ],
    [
      'a list without a limit',
      'openapi/paths/account/oem.yaml',
      '            maxItems: 100\n',
      '',
      'contract/bounded-inputs',
    ],
    [
      'a return code that no example shows',
      common,
      '    security:',
      '    x-return-codes: [CreateUserFailed]\n    security:',
      'contract/return-codes',
    ],
    [
      'a return code that is not listed',
      'openapi/paths/account/trusted-lookup.yaml',
      '    x-return-codes: [UserNotFound]\n',
      '',
      'contract/return-codes',
    ],
    [
      'a return code that nobody knows',
      common,
      '    security:',
      '    x-return-codes: [Unknown]\n    security:',
      'contract/return-codes',
    ],
    [
      'an example with another number than the table',
      'openapi/components/failures.yaml',
      'status: 40401',
      'status: 40402',
      'contract/return-codes',
    ],
    [
      'an example under another HTTP status than the table',
      'openapi/components/return-codes.yaml',
      '  error: NotRoleGroupManager\n  http: 403',
      '  error: NotRoleGroupManager\n  http: 410',
      'contract/return-codes',
    ],
    [
      'an example with another text than the table',
      'openapi/components/failures.yaml',
      'message: There is no such user.',
      'message: Nobody.',
      'contract/return-codes',
    ],
    [
      'a number that stands twice in the table',
      'openapi/components/return-codes.yaml',
      'status: 40401',
      'status: 40402',
      'contract/return-codes',
    ],
    [
      'a field with an unknown mark',
      'openapi/components/manage.yaml',
      'x-source: { mark: inferred } }',
      'x-source: { mark: guessed } }',
      'contract/source-marks',
    ],
    [
      'an unknown part of a source',
      'openapi/paths/account/oem.yaml',
      'parts: { method:',
      'parts: { verb:',
      'contract/source-marks',
    ],
    [
      'a sample that nobody knows',
      details,
      'x-sample: userDetails',
      'x-sample: nobody',
      'no-invalid-media-type-examples',
    ],
    [
      'a role that nobody knows',
      'openapi/paths/account/roles.yaml',
      'Account.RoleManager',
      'Account.RolesManager',
      'contract/policies',
    ],
    [
      'a role without a Chinese text',
      'openapi/components/roles.yaml',
      '  x-zh: { description: 新建',
      '  x-zh: { other: 新建',
      'contract/policies',
    ],
    ['a token whose owner is not said', 'openapi/account.yaml', '    x-caller: user\n', '', 'contract/policies'],
    [
      'a role for a client',
      'openapi/paths/account/roles.yaml',
      '    x-roles:',
      '    x-caller: client\n    x-roles:',
      'contract/policies',
    ],
    [
      'a caller where anybody may call',
      common,
      '    security:',
      '    x-caller: user\n    security:',
      'contract/policies',
    ],
    [
      'a token’s owner who is a named application',
      details,
      '    security:',
      '    x-caller: named-application\n    security:',
      'contract/policies',
    ],
    [
      'work before the engine where a handler answers',
      common,
      '    security:',
      '    x-engine: token\n    x-served-by: handler\n    security:',
      'contract/operation-keys',
    ],
    [
      'work before the engine that nobody knows',
      'openapi/paths/account/token-management.yaml',
      'x-engine: token',
      'x-engine: tokens',
      'contract/operation-keys',
    ],
    [
      'a word of the validator',
      common,
      'x-unknown-parameters: ignored',
      'x-eov-allow-unknown-query-parameters: true',
      'contract/operation-keys',
    ],
    [
      'another word about unknown parameters',
      common,
      'x-unknown-parameters: ignored',
      'x-unknown-parameters: refused',
      'contract/operation-keys',
    ],
  ])('%s', async (_what, file, from, to, rule) => {
    expect(await rulesAfter(['account'], { file, from, to })).toContain(rule)
  })
})
