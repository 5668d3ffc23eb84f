import type { Installation } from '../support/installation.ts'
import { plain } from '../support/markup.ts'
import { type Page, Person } from '../support/person.ts'

let made = 0

/** A person with an account of their own. */
export async function newcomer(server: Installation, user: Parameters<Installation['addUser']>[0] = {}) {
  made += 1
  const userName = `newcomer-${made}-${Date.now()}`
  const password = 'Kettle.Blue.42'
  const id = await server.addUser({ userName, password, ...user })
  return { id, userName: user.userName ?? userName, password: user.password ?? password }
}

/** A browser in which that person is signed in. */
export async function signedIn(
  server: Installation,
  { userName, password }: { userName: string; password: string },
): Promise<Person> {
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), userName, password)
  return person
}

/** Sends a form of a page, with the hidden fields that it has there. @param action the address of the form */
export function send(person: Person, page: Page, action: string, fields: Record<string, string> = {}): Promise<Page> {
  const body = new URLSearchParams({ __RequestVerificationToken: tokenOf(page), ...fields })
  return person.visit(action, { method: 'POST', body })
}

/** The token of a page's forms. */
export function tokenOf({ body }: Page): string {
  return plain(/name="__RequestVerificationToken" value="([^"]*)"/.exec(body)?.[1] ?? '')
}

/** What stands below a field that is wrong. */
export function errorAt({ body }: Page, field: string): string | undefined {
  const text = new RegExp(`<p class="field__error" id="${field}-error" role="alert">([^<]*)</p>`).exec(body)?.[1]
  return text === undefined ? undefined : plain(text)
}
