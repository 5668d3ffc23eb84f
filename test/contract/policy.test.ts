import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Operation, operationsOf } from '../../server/contract/operation.ts'
import { checkPolicies } from '../../server/contract/policy/authorize.ts'
import { Failure, type FailureKind } from '../../server/domain/failure.ts'
import { answer, itemError } from '../../server/handlers/account/answers.ts'
import type { Handler } from '../../server/handlers/types.ts'
import { refused, sdk } from './oneaccess-app.ts'
import { oneAccessStubs, startTinyApp, stubs, type TinyApp } from './tiny-app.ts'

const listRoleGroups: Handler<'listRoleGroups'> = ({ query }) => ({
  status: 200,
  body: { status: 0, message: 'success', error: null, data: [], totalNum: 0, ...query },
})
/** It answers a code that its operation does not document. */
const getUserBasic: Handler<'getUserBasic'> = () => {
  throw new Failure('role_group_name_taken')
}
const getServerDate: Handler<'getServerDate'> = ({ caller }) => ({
  status: 200,
  body: { timestamp: caller.kind === 'named-application' ? '1' : '0' },
})
const getTenantUser = (() => {
  throw new Failure('organization_code_taken')
}) as Handler<'getTenantUser'>

let app: TinyApp
beforeAll(async () => {
  app = await startTinyApp(
    { handlers: { ...stubs, listRoleGroups, getUserBasic } },
    { handlers: { ...oneAccessStubs, getServerDate, getTenantUser } },
  )
})
afterAll(() => app.close())

async function ask(path: string, headers: Record<string, string>): Promise<[number, Record<string, unknown>]> {
  const response = await fetch(app.origin + path, { headers: { 'X-L': 'en', ...headers } })
  return [response.status, (await response.json()) as Record<string, unknown>]
}

describe('roles of the back office', () => {
  const roles = (authorization: string) => ask('/api/v1.0/roles', { authorization })

  it('let in whoever has one of those that the operation names', async () => {
    expect(await roles('Bearer role-Account.RoleManager')).toMatchObject([200, { status: 0 }])
  })

  it('turn away whoever has another, or none, with a code of its own', async () => {
    for (const token of ['role-Account.UserManager', 'with-ZMS.Basic']) {
      expect(await roles(`Bearer ${token}`)).toMatchObject([403, { error: 'RoleRequired', status: 40301 }])
    }
  })

  it('are asked for after the token', async () => {
    expect(await roles('Bearer nobody')).toMatchObject([401, { error: 'Unauthorized' }])
  })
})

describe('the kind of caller', () => {
  it('keeps clients from what is a person’s, and persons from what is a client’s', async () => {
    expect(await ask('/api/v1.0/user/basic', { authorization: 'Bearer client-ZMS.Basic' })).toMatchObject([
      403,
      { error: 'Forbidden' },
    ])
    expect(await ask('/api/v1.0/trusted/users/guids', { authorization: 'Bearer with-ZMS.Users.Read' })).toMatchObject([
      403,
      { error: 'Forbidden' },
    ])
  })

  it('is no secret at the user information: a token of nobody is no valid one there', async () => {
    expect(await ask('/connect/userinfo', { authorization: 'Bearer client-openid' })).toMatchObject([
      401,
      { error: 'invalid_token' },
    ])
  })
})

describe('permission codes', () => {
  it('let in the application that has one of those that the operation names', async () => {
    // What it answers is a fault; the policy has let it in.
    expect((await ask('/api/v2/tenant/users/a', { authorization: 'Bearer may-user_read' }))[0]).toBe(500)
  })

  it('turn away the application that has others', async () => {
    expect(await ask('/api/v2/tenant/users/a', { authorization: 'Bearer may-org_all' })).toEqual([
      403,
      refused('COMMON.0403', 'Permission denied.'),
    ])
  })
})

describe('an application that is named and not proven', () => {
  it('is the caller', async () => {
    expect(await ask('/api/v2/sdk/server-date', sdk)).toEqual([200, { timestamp: '1' }])
  })

  it('has to exist', async () => {
    expect(await ask('/api/v2/sdk/server-date', { ...sdk, 'X-client-id': 'nobody' })).toEqual([
      400,
      refused('APP.0001', 'Application does not exist.'),
    ])
  })
})

describe('a failure with a code that the operation does not document', () => {
  it.each([
    ['/api/v1.0/user/basic', 'with-ZMS.Basic', 'getUserBasic', 'RoleGroupNameTaken'],
    ['/api/v2/tenant/users/a', 'may-all', 'getTenantUser', 'ORG.0012'],
  ])('is a fault of the server at %s, which names both', async (path, token, id, code) => {
    const [status, body] = await ask(path, { authorization: `Bearer ${token}` })
    expect(status).toBe(500)
    expect(JSON.stringify(body)).toContain(`${id} answers ${code}, which it does not document`)
    expect(app.lines.join()).toContain(code)
  })
})

describe('a code that one item of a bulk answer shows', () => {
  const body = JSON.stringify([{ phone: '13800000001' }, { phone: '13800000002' }])
  const createUsers = (...kinds: FailureKind[]): Handler<'createUsers'> => {
    return () =>
      answer(kinds.map((kind, index) => ({ error: itemError(new Failure(kind), 'en', { index }), userInfo: null })))
  }
  const invite = async (handler: Handler<'createUsers'>, strictResponses: boolean) => {
    const bulk = await startTinyApp({ handlers: { ...stubs, createUsers: handler }, strictResponses })
    try {
      const headers = { authorization: 'Bearer client-ZMS.Users.Create', 'content-type': 'application/json' }
      const response = await fetch(`${bulk.origin}/api/v1.0/users/inviteUsers`, { method: 'POST', headers, body })
      return { status: response.status, text: await response.text(), log: bulk.lines.join() }
    } finally {
      await bulk.close()
    }
  }
  const fault = 'createUsers answers PhoneTaken, which it does not document'

  it('is a fault of the server when the operation does not document it, whatever the others show', async () => {
    const { status, text } = await invite(createUsers('user_not_created', 'phone_taken'), true)
    expect([status, text]).toEqual([500, expect.stringContaining(fault)])
  })

  it('is logged and sent in production', async () => {
    const { status, log } = await invite(createUsers('user_not_created', 'phone_taken'), false)
    expect([status, log]).toEqual([200, expect.stringContaining(fault)])
  })

  it('is an answer when the operation documents it, or it is a general one', async () => {
    const { status, log } = await invite(createUsers('user_not_created', 'id_token_not_made'), true)
    expect([status, log]).toEqual([200, expect.not.stringContaining('an answer breaks the contract')])
  })
})

describe('the start', () => {
  const check = (changed: Partial<Operation>) => {
    const [operation] = operationsOf('account').filter(({ id }) => id === 'listRoleGroups')
    if (!operation) throw new Error('the contract has no such operation')
    return () => checkPolicies([{ ...operation, ...changed }], (name) => name === 'oauth2')
  }

  it('stops for a policy that nothing enforces', () => {
    expect(check({})).not.toThrow()
    expect(check({ security: [{ magic: [] }] })).toThrow('names the scheme magic, which nothing checks')
    expect(check({ security: [{ oauth2: [], magic: [] }] })).toThrow('asks for two credentials at once')
    const open: Operation['security'][] = [[], [{}], [{ oauth2: [] }, {}]]
    for (const security of open) {
      expect(check({ security })).toThrow('lets in whoever has no credential')
    }
  })
})
