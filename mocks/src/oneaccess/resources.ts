import { type MockDocument, parameterExample } from '../contract.ts'
import type { Act, Call } from '../face.ts'
import { isSame, pick, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'
import { bodyOf, createActs, found, listed, within } from './acts.ts'
import { createKinds, refuse, timeText } from './kinds.ts'
import { createPeople, type People } from './people.ts'

/** What is kept below `/api/v2/tenant`, and what each operation does to it. */
export interface Resources {
  people: People
  acts: Readonly<Record<string, Act>>
  reset(): void
}

/** The memory of the OneAccess API: one line an operation. It begins with the contract's examples. */
export function createResources(document: MockDocument, world: World): Resources {
  const { clock, ids } = world
  const kinds = createKinds(document, world)
  const { user, organization, applicationOrganization, account, role } = kinds
  const { create, change, remove, read, list } = createActs(clock, ids)

  const setPassword = change(user, ({ body }) => {
    const { password, pwd_must_modify = false } = body as Row
    return { password, pwd_must_modify, pwd_change_at: timeText(clock()) }
  })
  const isBelow = (row: Row, from: unknown): boolean => {
    const parent = organization.rows.get(row.parent_id)
    return row.org_id === from || (parent !== undefined && isBelow(parent, from))
  }
  const relationsOf = (row: Row) => row.user_org_relation_list as readonly Row[]

  /** Adds accounts to a role or takes them out: which of them there are, and which not (AR6, AR7). */
  const setMembers = (added: boolean): Act => {
    return (call, answer) => {
      const before = found(role, call, bodyOf(call).role_id)
      const asked = [...new Set(bodyOf(call).account_Ids as string[])]
      const members = before.members as readonly unknown[]
      const isThere = (id: string) => {
        const row = account.rows.get(id)
        return row !== undefined && within(account, call)(row) && (added || members.includes(id))
      }
      const success_list = asked.filter(isThere)
      const others = members.filter((id) => !success_list.includes(String(id)))
      role.rows.put({ ...before, members: added ? [...others, ...success_list] : others })
      return { ...answer, body: { success_list, fail_list: asked.filter((id) => !success_list.includes(id)) } }
    }
  }
  const rolesOf = (row: Row, call: Call) =>
    role.rows
      .all()
      .filter((one) => within(role, call)(one) && (one.members as readonly unknown[]).includes(row.id))
      .map(({ id, code, name }) => ({ role_id: id, role_code: code, role_name: name, privileges: [] }))

  const people = createPeople(user.rows, user.blank, world)
  const acts: Record<string, Act> = {
    getProfile: (call, answer) => ({ ...answer, body: people.shown(answer.body as Row, people.of(call)) }),
    updateProfile(call, answer) {
      change(user)({ ...call, params: { user_id: people.of(call) } }, answer)
      return answer
    },
    createTenantUser: create(user),
    getTenantUser: read(user),
    updateTenantUser: change(user),
    deleteTenantUser(call, answer) {
      const { user_id } = found(user, call)
      for (const row of account.rows.all()) if (row.user_id === user_id) account.rows.remove(row)
      return remove(user)(call, answer)
    },
    enableTenantUser: change(user, () => ({ disabled: false })),
    disableTenantUser: change(user, () => ({ disabled: true })),
    changeTenantUserPassword: setPassword,
    verifyAndChangeTenantUserPassword(call, answer) {
      const { password } = found(user, call)
      if (password !== undefined && password !== bodyOf(call).old_password)
        throw refuse('PWD.0007', 'the user was given another password')
      return setPassword(call, answer)
    },
    findTenantUserByUserName(call, answer) {
      const { user_name } = bodyOf(call)
      const row = user.rows.find((one) => isSame(one.user_name, user_name))
      if (!row) throw refuse('USER.0001', `there is no user ${user_name}`)
      return { ...answer, body: pick(row, user.shown) }
    },
    listTenantUsers: list(user, ({ query }) => {
      const [org, after] = [query.get('org_id'), query.get('updated_at_greater') ?? '']
      if (org && !organization.rows.get(org)) throw refuse('ORG.0001', `there is no organization ${org}`)
      const belongs = (row: Row) => !org || row.org_id === org || relationsOf(row).some(({ org_id }) => org_id === org)
      return (row) => belongs(row) && String(row.updated_at) > after
    }),
    createOrganization: create(organization),
    getOrganization: read(organization),
    updateOrganization: change(organization),
    deleteOrganization: remove(organization, [
      [organization, 'parent_id', 'ORG.0020'],
      [user, 'org_id', 'ORG.0022'],
    ]),
    listOrganizations: list(organization, ({ query }) => {
      const [from, deep] = [query.get('org_id'), query.get('all_child') === 'true']
      if (!from) return () => true
      if (!organization.rows.get(from)) throw refuse('ORG.0001', `there is no organization ${from}`)
      return (row) => row.org_id === from || row.parent_id === from || (deep && isBelow(row, from))
    }),
    createApplicationOrganization: create(applicationOrganization),
    getApplicationOrganization: read(applicationOrganization),
    updateApplicationOrganization: change(applicationOrganization),
    deleteApplicationOrganization: remove(applicationOrganization, [
      [applicationOrganization, 'parent_id', 'APP_ORG.0007'],
    ]),
    listApplicationOrganizations: list(applicationOrganization),
    createApplicationAccount: create(account),
    authorizeApplicationAccount: create(account, (call) => ({ ...bodyOf(call), user_id: call.params.user_id })),
    getApplicationAccount(call, answer) {
      const row = found(account, call)
      const documented = (row.roles ?? []) as readonly Row[]
      const roles = rolesOf(row, call).filter(({ role_id }) => !documented.some((one) => one.role_id === role_id))
      return { ...answer, body: { ...pick(row, account.shown), roles: [...documented, ...roles] } }
    },
    updateApplicationAccount: change(account),
    deleteApplicationAccount: remove(account),
    enableApplicationAccount: change(account, () => ({ disabled: false })),
    disableApplicationAccount: change(account, () => ({ disabled: true })),
    listApplicationAccounts: list(account, ({ query }) => {
      const type = query.get('account_type')
      return (row) => !type || row.account_type === type
    }),
    listTenantUserApplicationAccounts(call, answer) {
      const { user_id } = found(user, call)
      const shown = ['id', 'application_id', 'account_name', 'account_type', 'name', 'extension']
      const rows = account.rows.all().filter((row) => row.user_id === user_id)
      return listed(call, answer, rows, shown)
    },
    createApplicationRole: create(role),
    getApplicationRole: read(role),
    updateApplicationRole: change(role),
    deleteApplicationRole: remove(role),
    listApplicationRoles: list(role),
    addApplicationRoleMembers: setMembers(true),
    removeApplicationRoleMembers: setMembers(false),
    listApplicationRoleMembers(call, answer) {
      const rows = (found(role, call).members as readonly unknown[])
        .map((id) => account.rows.get(id))
        .filter((row) => row !== undefined)
      return listed(call, answer, rows, account.shown)
    },
  }

  const known = [
    parameterExample(document, 'listApplicationRoles', 'application_id'),
    ...world.clients.map(({ applicationId }) => applicationId),
  ]
  /** Looks at the application first; any will do, unless the mock is strict. */
  const inApplication = (act: Act): Act => {
    return (call, answer) => {
      const { application_id } = call.params
      if (world.strict && application_id !== undefined && !known.includes(application_id))
        throw refuse('APP.0001', `there is no application ${application_id}`)
      return act(call, answer)
    }
  }

  return {
    people,
    acts: Object.fromEntries(Object.entries(acts).map(([id, act]) => [id, inApplication(act)])),
    reset: () => {
      for (const { rows } of Object.values(kinds)) rows.reset()
    },
  }
}
