import type { JSONWebKeySet, JWK } from 'jose'
import type { Insertable } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../../server/db/schema.ts'
import { challengeOf, formOf, obtainCode, type Tokens, tokensOf, verifier } from '../../security/support/flow.ts'
import { createTestDatabase } from '../../setup/database.ts'
import { Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  type ApplicationName,
  applicationNames,
  credentialsOf,
  makeApplication,
  redirectUri,
  type TestApplication,
  takenLater,
} from './applications.ts'
import { copyRows, nothingStored, type Row, readStored, replaceStored, type Stored } from './rows.ts'

/** One of the two servers under comparison. */
export interface Side {
  readonly name: 'engine' | 'direct'
  readonly origin: string
  readonly pool: Pool
}

/** The people whom sessions, codes and tokens may belong to, by their ids. */
export interface People {
  readonly owner: string
  readonly other: string
  readonly disabled: string
  readonly locked: string
}

/** What an application was given: the values, and the rows behind them. */
export interface Given {
  readonly codes: { readonly offline: string; readonly online: string }
  readonly tokens: Tokens
  /** An access token of the application's own, for those that may have one. */
  readonly ownToken?: string
  readonly rows: readonly Row[]
}

/** Two servers with the same rows and keys under the same name, and what has been handed out before either is asked. */
export interface World {
  readonly issuer: string
  readonly engine: Side
  readonly direct: Side
  readonly applications: Readonly<Record<ApplicationName, TestApplication>>
  readonly given: Readonly<Record<ApplicationName, Given>>
  readonly people: People
  /** The cookie of the owner's session, and its row. */
  readonly session: { readonly cookie: string; readonly row: Row }
  /** What both sign with, and what their signatures are checked with. */
  readonly signingKey: JWK
  readonly publicKeys: JSONWebKeySet
  /** When all of it was made, in seconds since 1970. */
  readonly madeAt: number
  close(): Promise<void>
}

export const scopes = { offline: 'openid profile email offline_access', online: 'openid profile' } as const
/** What every code of the world was asked for with. */
export const nonce = 'the nonce of the request'
export { verifier }

/** Makes the world: everything by requests to the server that has the engine alone, then copied. */
export async function makeWorld(): Promise<World> {
  // Each case has an address of its own, so that wrong secrets are not counted together.
  const trustProxy = ['loopback', '::1']
  const first = await startTestServer({ direct: false, trustProxy })
  const applications = await registerAll(first)
  const people = await addPeople(first)
  const madeAt = Math.floor(Date.now() / 1000)
  const person = new Person(first.issuer)
  await person.signIn(await person.visit('/Account/Login'))
  const given: Partial<Record<ApplicationName, Omit<Given, 'rows'>>> = {}
  for (const name of applicationNames)
    given[name] = await giveAll(first, applications[name], applications.other, person)
  for (const [name, change] of Object.entries(takenLater)) {
    const { clientId } = applications[name as ApplicationName]
    await first.database.db.updateTable('applications').set(change).where('clientId', '=', clientId).execute()
    first.app.services.deps.applications.forget(clientId)
  }
  const stored = await readStored(first.database.pool)
  await replaceStored(first.database.pool, nothingStored)

  const database = await createTestDatabase()
  await copyRows(first.database.pool, database.pool)
  // A node of the same name, with a database of its own.
  const second = await startTestServer({ beside: { ...first, database }, direct: true, trustProxy })
  // What has expired would be removed, now from the one and now from the other.
  for (const { pool } of [first.database, database]) await pool.query('delete from pgboss.schedule')
  const { keyRing } = first.app.services
  const signingKey = keyRing.signingKeys().find(({ kty }) => kty === 'RSA')
  const [row] = stored.sessions
  if (!row || !signingKey) throw new Error('nobody is signed in')
  return {
    issuer: first.issuer,
    engine: { name: 'engine', origin: first.issuer, pool: first.database.pool },
    direct: { name: 'direct', origin: second.issuer, pool: database.pool },
    applications,
    given: withRows(given, applications, stored),
    people,
    session: { cookie: person.cookie('_session') ?? '', row },
    signingKey,
    publicKeys: keyRing.publicKeys(),
    madeAt,
    close: async () => {
      await second.close()
      await database.close()
      await first.close()
    },
  }
}

async function registerAll(server: TestServer): Promise<Record<ApplicationName, TestApplication>> {
  const made = await Promise.all(applicationNames.map(makeApplication))
  for (const { registration } of made) await server.addApplication(registration)
  return Object.fromEntries(made.map((application) => [application.name, application])) as Record<
    ApplicationName,
    TestApplication
  >
}

async function addPeople(server: TestServer): Promise<People> {
  const add = (userName: string, user: Partial<Insertable<Database['users']>> = {}) =>
    server.addUser({ userName, ...user })
  const { id: owner } = await server.database.db
    .selectFrom('users')
    .select('id')
    .where('userName', '=', 'testUserName')
    .executeTakeFirstOrThrow()
  return {
    owner,
    other: await add('somebody-else', { displayName: 'Somebody else' }),
    disabled: await add('disabled', { accountState: 'Disabled' }),
    locked: await add('locked', { accountState: 'Locked' }),
  }
}

/** Codes for offline and online access that are not redeemed yet, and the tokens of one that was. */
async function giveAll(
  server: TestServer,
  application: TestApplication,
  other: TestApplication,
  person: Person,
): Promise<Omit<Given, 'rows'>> {
  const { issuer } = server
  const { clientId } = application
  const code = (kind: 'offline' | 'online') =>
    obtainCode(issuer, { client_id: clientId, redirect_uri: redirectUri, scope: scopes[kind], nonce }, person)
  const ask = async (fields: Record<string, string>) => {
    const { headers, form } = await credentialsOf(application, 'as registered', { issuer, other })
    const body = formOf({ ...fields, ...Object.fromEntries(form) })
    return fetch(`${issuer}/connect/token`, { method: 'POST', body, headers: headers.map(([...pair]) => pair) })
  }
  const redemption = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier }
  const tokens = await tokensOf(await ask({ ...redemption, code: await code('offline') }))
  const own = await ask({ grant_type: 'client_credentials', scope: 'ZMS.Users.Read' })
  return {
    codes: { offline: await code('offline'), online: await code('online') },
    tokens,
    ...(own.ok && { ownToken: (await tokensOf(own)).access_token }),
  }
}

/** Adds to what each application was given the rows behind it; what was used up is not among them. */
function withRows(
  given: Partial<Record<ApplicationName, Omit<Given, 'rows'>>>,
  applications: World['applications'],
  { engine_state }: Stored,
): World['given'] {
  const entries = Object.entries(given).map(([name, values]) => {
    const { clientId } = applications[name as ApplicationName]
    const rows = engine_state.filter((row) => row.client_id === clientId || clientOf(row) === clientId)
    return [name, { ...values, rows: rows.filter((row) => row.consumed_at === null) }]
  })
  return Object.fromEntries(entries) as World['given']
}

function clientOf({ payload }: Row): unknown {
  return (payload as Row | undefined)?.clientId
}

/** The challenge of the verifier that every code was asked for with. */
export const challenge = challengeOf(verifier)
