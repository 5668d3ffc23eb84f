import { describe, expect, it } from 'vitest'
import { rulesAfter } from './lint.ts'

const system = 'openapi/paths/oneaccess/system.yaml'
const profile = 'openapi/paths/oneaccess/profile.yaml'
const organizations = 'openapi/paths/oneaccess/organizations.yaml'
const users = 'openapi/paths/oneaccess/users.yaml'
const codes = 'openapi/components/oneaccess/error-codes.yaml'
const failures = 'openapi/components/oneaccess/failures.yaml'
const events = 'openapi/webhooks/oneaccess/users.yaml'

describe('our lint rules find in the OneAccess API', () => {
  it.each([
    [
      'an error code that no example shows',
      system,
      'APP.0001, ',
      'APP.0001, APP_ACCOUNT.0004, ',
      'contract/error-codes',
    ],
    ['an error code that is not listed', users, '    x-error-codes: [USER.0001]\n', '', 'contract/error-codes'],
    ['an error code that nobody knows', system, 'APP.0001, ', 'APP.0001, X.0001, ', 'contract/error-codes'],
    ['a code for a missing header that is not listed', system, ', PARAM.0002', '', 'contract/error-codes'],
    [
      'a code for a missing field that is not listed',
      'openapi/components/oneaccess/parameters.yaml',
      'x-missing-code: PARAM.0002',
      'x-missing-code: PARAM.0005',
      'contract/error-codes',
    ],
    ['an example with another text than the table', failures, 'Permission denied.', 'Go away.', 'contract/error-codes'],
    [
      'an example whose text leaves the value out',
      failures,
      'Remaining attempts: 8.',
      'Remaining attempts: .',
      'contract/error-codes',
    ],
    [
      'an example under another HTTP status than the table',
      codes,
      'COMMON.0403, http: 403',
      'COMMON.0403, http: 400',
      'contract/error-codes',
    ],
    ['a code without a Chinese text', codes, 'x-zh: { message: 没有权限。, ', 'x-zh: { ', 'contract/error-codes'],
    ['a code that stands twice in the table', codes, 'code: COMMON.0403', 'code: COMMON.0401', 'contract/error-codes'],
    ['a code that no operation answers', codes, ', general: true', '', 'contract/error-codes'],
    [
      'return codes, which are the other document’s',
      system,
      'x-error-codes:',
      'x-return-codes: [InvalidRequest]\n    x-error-codes:',
      'contract/return-codes',
    ],
    ['a refusal of a scheme that is not listed', profile, ', PARAM.0030]', ']', 'contract/policies'],
    [
      'a policy without 401',
      organizations,
      '    security:',
      '    x-error-format: html\n    security:',
      'contract/policies',
    ],
    [
      'an app that says its name and is called something else',
      system,
      '    security:',
      '    x-caller: user\n    security:',
      'contract/policies',
    ],
    ['a permission that nobody knows', organizations, 'org_all', 'org_everything', 'contract/policies'],
    ['a management token without permissions', organizations, 'x-permissions:', 'x-others:', 'contract/policies'],
    [
      'an unknown error shape',
      system,
      '    security:',
      '    x-error-format: code\n    security:',
      'contract/operation-keys',
    ],
    ['an event without a policy', events, '    security:\n      - callbackToken: []\n', '', 'contract/operation-keys'],
    [
      'an event that says how we would answer it',
      events,
      '    security:',
      '    x-error-format: error-code\n    security:',
      'contract/operation-keys',
    ],
    [
      'an event without a Chinese text',
      events,
      '      summary: 用户创建事件',
      '      other: x',
      'contract/chinese-texts',
    ],
    [
      'an event that is not camelCase',
      events,
      'receiveCreateUserEvent',
      'receive-event',
      'contract/unique-operation-ids',
    ],
    ['an event without an example', events, 'examples:', 'x-examples:', 'contract/named-examples'],
  ])('%s', async (_what, file, from, to, rule) => {
    expect(await rulesAfter(['oneaccess'], { file, from, to })).toContain(rule)
  })

  it('an operationId that the other document has', async () => {
    const change = { file: system, from: 'operationId: getServerDate', to: 'operationId: getLoginPublicKey' }
    expect(await rulesAfter(['oneaccess'], change)).toEqual([])
    expect(await rulesAfter(['account', 'oneaccess'], change)).toEqual(['contract/unique-operation-ids'])
  })

  it('nothing where no 401 is due: a bad signature answers 400, and the marks older and sister are known', async () => {
    const change = { file: profile, from: 'mark: documented', to: 'mark: older' }
    expect(await rulesAfter(['oneaccess'], change)).toEqual([])
  })
})
