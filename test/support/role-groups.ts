import { randomUUID } from 'node:crypto'
import type { components } from '../../generated/account.ts'
import { RoleGroups } from '../../server/domain/role-groups/role-groups.ts'
import { type Answer, ask, type Envelope, personToken } from './api.ts'
import type { Installation } from './installation.ts'

export type RoleGroup = components['schemas']['RoleGroup']

/** A person with an access token. */
export interface Insider {
  readonly id: string
  readonly token: string
}

const password = 'Password.of.the.test.1'

/** Adds a person who has these roles, and signs them in. */
export async function personWith(server: Installation, ...roles: string[]): Promise<Insider> {
  const userName = `insider-${randomUUID()}`
  const id = await server.addUser({ userName, password })
  const groups = new RoleGroups(server.database.db)
  for (const role of roles) await groups.addRole({}, id, role)
  return { id, token: await personToken(server, 'openid', userName, password) }
}

/** A name that no role group has. */
export const groupName = () => `Test.Group${randomUUID().replace(/[^a-z]/g, '')}`

/** Asks an operation on role groups. */
export function askRoles(
  server: Installation,
  operation: string,
  token: string | undefined,
  body?: object,
): Promise<Answer<Envelope<RoleGroup>>> {
  const method = body === undefined ? 'GET' : 'POST'
  const given = { ...(token !== undefined && { token }), ...(body !== undefined && { body }) }
  return ask(server, method, `/api/v1.0/roles${operation}`, given)
}

/** Adds so many people, of whom nothing more is needed, in one statement. @returns their GUIDs */
export async function addPeople(server: Installation, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const rows = ids.map((id) => ({ id, userName: `user-${id}` }))
  await server.database.db.insertInto('users').values(rows).execute()
  return ids
}
