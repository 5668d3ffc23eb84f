import { randomUUID } from 'node:crypto'
import type { components } from '../../generated/account.ts'
import { type Answer, ask, type Envelope } from '../support/api.ts'
import type { Installation } from '../support/installation.ts'

type Users = Envelope<components['schemas']['ManagedUser']>
export type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A word that nobody else's text has. */
export const word = () => `w${randomUUID().replaceAll('-', '')}`

/** Reads below the users of the back office. */
export function readManaged(server: Installation, path: string, query: Query, token: string): Promise<Answer<Users>> {
  const entries = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
  return ask(server, 'GET', `/api/v1.0/manage/users${path}?${new URLSearchParams(entries)}`, { token })
}

/** List and search, as one manager asks them. */
export const managedBy = (server: Installation, { token }: { readonly token: string }) => ({
  list: (query: Query = {}) => readManaged(server, '', query, token),
  search: (keyword: string, query: Query = {}) => readManaged(server, '/search', { keyword, ...query }, token),
})

export const guidsOf = ({ body }: { readonly body: Users }) => body.data.map(({ guid }) => guid)

/** Users with the fields of each, made a minute after each other, and a keyword that finds them all. */
export async function people(server: Installation, ...each: object[]) {
  const mark = word()
  const ids: string[] = []
  for (const [index, fields] of each.entries()) {
    const createdAt = new Date(Date.UTC(2020, 0, 1, 0, index))
    ids.push(await server.addUser({ displayName: mark, createdAt, ...fields }))
  }
  return { mark, ids }
}
