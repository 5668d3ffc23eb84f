import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { components } from '../../generated/account.ts'
import { sessionCookie } from '../../server/sign-on/browser-sessions.ts'
import { type Answer, ask, type Envelope } from './api.ts'
import type { Installation } from './installation.ts'
import { outbox } from './outbox.ts'
import { Person } from './person.ts'
import { type Insider, personWith } from './role-groups.ts'
import type { TestServer } from './server.ts'

export type ExportApplication = components['schemas']['ExportApplication']
export type DownloadRecord = components['schemas']['DownloadRecord']
type Wish = Partial<components['schemas']['UserExportCreate']>

const path = '/api/v1.0/manage/users/export'

/** A person who may export users, with a mailbox. */
export interface Exporter extends Insider {
  readonly email: string
  readonly userName: string
}

/** Adds such a person. */
export async function exporter(server: Installation, ...roles: string[]): Promise<Exporter> {
  const insider = await personWith(server, 'ZMS.UserManager', ...roles)
  const email = `${insider.id}@example.com`
  const { userName } = await server.database.db
    .updateTable('users')
    .set({ email, displayName: 'Exporter' })
    .where('id', '=', insider.id)
    .returning('userName')
    .executeTakeFirstOrThrow()
  return { ...insider, email, userName }
}

/** The operations on exports, as one person asks them. */
export function exportsOf(server: Installation, { token }: Pick<Insider, 'token'>) {
  const query = (values: Record<string, string | number>) =>
    `?${new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))}`
  return {
    apply: (wish: Wish): Promise<Answer<Envelope<ExportApplication>>> =>
      ask(server, 'POST', path, { token, body: { reason: 'For a test', filter: {}, ...wish } }),
    cancel: (guid: string): Promise<Answer<Envelope<ExportApplication>>> =>
      ask(server, 'DELETE', path + query({ guid }), { token }),
    fetch: (guid: string, reason?: string): Promise<Answer<Envelope<DownloadRecord>>> =>
      ask(server, 'GET', path + query({ guid, ...(reason !== undefined && { reason }) }), { token }),
    list: (values: Record<string, number> = {}): Promise<Answer<Envelope<ExportApplication>>> =>
      ask(server, 'GET', `${path}/applications${query(values)}`, { token }),
    downloads: (values: Record<string, string | number> = {}): Promise<Answer<Envelope<DownloadRecord>>> =>
      ask(server, 'GET', `${path}/downloads${query(values)}`, { token }),
  }
}

/** How far that person's export is. */
export async function exportState(server: Installation, by: Exporter, guid: string): Promise<string | undefined> {
  return (await exportsOf(server, by).list()).body.data.find((application) => application.guid === guid)?.state
}

/** Where the file of an attempt lies. */
export const exportFile = ({ dataDir }: TestServer, guid: string, format = 'xlsx', attempt = 1) =>
  join(dataDir, 'files/user-exports', `${guid}-${attempt}.${format}`)

/** Applies and waits until the file is there. @returns the application's GUID */
export async function downloadable(server: Installation, by: Exporter, wish: Wish = {}): Promise<string> {
  const guid = (await exportsOf(server, by).apply(wish)).body.data[0]?.guid ?? ''
  await vi.waitFor(async () => expect(await exportState(server, by, guid)).toBe('downloadable'), {
    timeout: 30_000,
    interval: 200,
  })
  return guid
}

/** Asks for the file, and gives the address that was mailed. */
export async function mailedLink(server: Installation, by: Exporter, guid: string): Promise<string> {
  expect((await exportsOf(server, by).fetch(guid)).status).toBe(201)
  const [mail] = await outbox(server, by.email)
  expect(mail).toMatchObject({ purpose: 'export_ready', channel: 'mail' })
  return /http\S+/.exec(mail?.text ?? '')?.[0] ?? ''
}

/** A browser in which the person is signed in. */
export async function browserOf(server: Installation, by: Pick<Exporter, 'userName'>): Promise<Person> {
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), by.userName, 'Password.of.the.test.1')
  return person
}

/** The file at a mailed address, as that browser gets it. */
export async function fileAt(person: Person, link: string): Promise<{ answer: Response; content: Buffer }> {
  const answer = await fetch(link, {
    headers: { cookie: `${sessionCookie}=${person.cookie(sessionCookie)}` },
    redirect: 'manual',
  })
  return { answer, content: Buffer.from(await answer.arrayBuffer()) }
}
