import type { components } from '../../generated/account.ts'
import { ask, type Envelope, personToken } from '../support/api.ts'
import { freeMail, freePhone } from '../support/contacts.ts'
import type { Installation } from '../support/installation.ts'
import type { TestServer } from '../support/server.ts'

type User = components['schemas']['UserDetails']

/** The password that they sign in with. */
export const password = 'Password.of.the.test.1'

/** The three edits of the back office, as one manager asks them unless another token is given. */
export function editsBy(server: Installation, { token: own }: { readonly token: string }) {
  const edit =
    (what: 'details' | 'security' | 'unbind') =>
    (body: object, token = own) =>
      ask<Envelope<User>>(server, 'POST', `/api/v1.0/manage/users/${what}`, { token, body })
  return { editDetails: edit('details'), editSecurity: edit('security'), unbind: edit('unbind') }
}

/** A person with a number and an address, who can sign in. */
export async function managedPerson(server: Installation, fields: { password?: string | null } = {}) {
  const [userName, phone, email] = [`person-${crypto.randomUUID()}`, freePhone(), freeMail()]
  const word = fields.password === null ? {} : { password }
  const proved = { phoneVerified: true, emailVerified: true }
  const id = await server.addUser({ userName, itc: '+86', phone, email, ...proved, ...word })
  const signIn = (word = password, name = userName) => personToken(server, 'openid ZMS.UserDetails.Write', name, word)
  return { id, userName, phone, email, signIn }
}

/** What is stored of that person. */
export const rowOf = ({ database }: Installation, id: string) =>
  database.db
    .selectFrom('users')
    .leftJoin('passwordCredentials', 'passwordCredentials.userId', 'users.id')
    .select([
      'userName',
      'itc',
      'phone',
      'phoneVerified',
      'email',
      'emailVerified',
      'accountState',
      'mustChange',
      'hash',
    ])
    .where('users.id', '=', id)
    .executeTakeFirstOrThrow()

/** Whether an access token still opens the account. */
export const isLetIn = async (server: Installation, token: string) =>
  (await ask(server, 'GET', '/api/v1.0/user/basic', { token })).status !== 401

/** Links a login at a provider with that person. */
export const bind = (
  { app }: TestServer,
  userId: string,
  provider: string,
  externalId = crypto.randomUUID() as string,
) => app.services.deps.externalLogins.add({}, { userId, provider, externalId })
