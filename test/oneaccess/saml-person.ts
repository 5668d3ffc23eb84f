import type { Installation } from '../support/installation.ts'
import { Person } from '../support/person.ts'

/** Where sign-ons by SAML begin and go on. */
export const sso = '/api/v1/saml2/idp/sso'

/** The full name of a format of names. */
export const format = (name: string) =>
  `urn:oasis:names:tc:SAML:${name === 'emailAddress' || name === 'unspecified' ? '1.1' : '2.0'}:nameid-format:${name}`

/** A browser in which somebody is signed in. */
export async function signedIn(
  server: Installation,
  username = 'testUserName',
  password = 'Abc.123456',
): Promise<Person> {
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), username, password)
  return person
}

/** The id of a user. */
export async function idOf({ database }: Installation, userName: string): Promise<string> {
  const { id } = await database.db
    .selectFrom('users')
    .select('id')
    .where('userName', '=', userName)
    .executeTakeFirstOrThrow()
  return id
}
