import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { ApplicationName } from './applications.ts'
import type { Row, Stored } from './rows.ts'
import { nothingStored } from './rows.ts'
import type { World } from './world.ts'

/** A row, or the rows of a kind, that a state changes. */
type Kind = 'session' | 'grant' | 'code' | 'refresh'

/** What an access token leaves behind is its revocation alone. */
const revoked = { of: 'access token', to: 'revoked' } as const

const changesOfAll = [
  'gone',
  'expired',
  'another person',
  'a disabled person',
  'a locked person',
  'another application',
] as const
const changesOf = {
  session: ['nobody signed in', 'no application', 'another grant', 'signed in long ago', 'kept', 'another session'],
  grant: ['narrower', 'without the API', 'refused scopes'],
  code: ['used', 'another grant', 'another address', 'no nonce', 'no challenge', 'asked without offline access'],
  refresh: ['used', 'used long ago', 'another grant', 'narrower', 'older than its grant', 'of an online code'],
} as const satisfies Record<Kind, readonly string[]>

interface RowChange {
  readonly of: Kind
  readonly to: (typeof changesOfAll)[number] | (typeof changesOf)[Kind][number]
}

/** One way in which what is stored may differ from the ordinary. */
export type StateChange = RowChange | typeof revoked

/** Every change there is. */
export const stateChanges: readonly StateChange[] = [
  ...(Object.keys(changesOf) as Kind[]).flatMap((of) =>
    [...changesOfAll, ...changesOf[of]].map((to): RowChange => ({ of, to })),
  ),
  revoked,
]

const models: Readonly<Record<string, Kind>> = {
  Grant: 'grant',
  AuthorizationCode: 'code',
  RefreshToken: 'refresh',
}

/** What both servers hold before a case: the session, and what the application and another one were given. */
export function storedFor(world: World, application: ApplicationName, states: readonly StateChange[]): Stored {
  const changes = states.filter((change) => change.of !== 'access token')
  const now = Math.floor(Date.now() / 1000)
  const later = now - world.madeAt
  const clientId = world.applications[application].clientId
  const names = new Set<ApplicationName>([application, 'other'])
  const fresh = [...names].flatMap((name) => world.given[name].rows).map((row) => moved(row, later))
  const engineState = fresh.flatMap((row) => {
    const kind = models[String(row.model)]
    const own = row.client_id === clientId || payloadOf(row).clientId === clientId
    return own && kind ? changed(world, row, kind, changes, now) : [row]
  })
  const sessions = changed(world, moved(world.session.row, later), 'session', changes, now, clientId)
  const { tokens, ownToken } = world.given[application]
  const ended = states.some(({ of }) => of === revoked.of) ? [tokens.access_token, ...(ownToken ? [ownToken] : [])] : []
  const revocations = ended.map((token) => ({
    token_hash: hashOf(String(decodeJwt(token).jti)),
    expires_at: time(now + 3600),
  }))
  return { ...nothingStored, engine_state: engineState, sessions, revoked_access_tokens: revocations }
}

/** The row with everything in it that is a time later by so many seconds. */
function moved(row: Row, seconds: number): Row {
  const payload = { ...payloadOf(row) }
  for (const name of ['iat', 'iiat', 'exp', 'loginTs', 'authTime']) {
    const value = payload[name]
    if (typeof value === 'number') payload[name] = value + seconds
  }
  return { ...row, payload, expires_at: time(Date.parse(String(row.expires_at)) / 1000 + seconds) }
}

function changed(
  world: World,
  row: Row,
  kind: Kind,
  changes: readonly RowChange[],
  now: number,
  clientId = String(row.client_id),
): Row[] {
  const wanted = changes.filter(({ of }) => of === kind).map(({ to }) => to)
  return wanted.reduce<Row[]>((rows, to) => rows.flatMap((one) => changedOnce(world, one, to, now, clientId)), [row])
}

function changedOnce(world: World, row: Row, to: RowChange['to'], now: number, clientId: string): Row[] {
  const { people, applications, given } = world
  const payload = payloadOf(row)
  const saying = (change: Row): Row => ({ ...row, payload: withoutNull({ ...payload, ...change }) })
  const until = (seconds: number): Row[] => [{ ...saying({ exp: seconds }), expires_at: time(seconds) }]
  const belongingTo = (person: string): Row[] => [{ ...saying({ accountId: person }), user_id: person }]
  const otherGrant = String(decodeJwt(given.other.tokens.access_token).grant_id)
  switch (to) {
    case 'gone':
      return []
    case 'expired':
      return until(now - 5)
    case 'another person':
      return belongingTo(people.other)
    case 'a disabled person':
      return belongingTo(people.disabled)
    case 'a locked person':
      return belongingTo(people.locked)
    case 'another application':
      return row.model === undefined
        ? [row]
        : [{ ...saying({ clientId: applications.other.clientId }), client_id: applications.other.clientId }]
    case 'nobody signed in':
      return [{ ...saying({ accountId: null, loginTs: null, amr: null }), user_id: null }]
    case 'no application':
      return [saying({ authorizations: {} })]
    case 'another grant':
      return row.model === undefined
        ? [
            saying({
              authorizations: { ...(payload.authorizations as Row), [clientId]: { sid: 'sid', grantId: otherGrant } },
            }),
          ]
        : [{ ...saying({ grantId: otherGrant }), grant_hash: hashOf(otherGrant) }]
    case 'signed in long ago':
      return [saying({ loginTs: now - 29 * 24 * 3600 })]
    case 'kept':
      return [saying({ transient: null })]
    case 'another session':
      return [{ ...row, id_hash: hashOf('another session') }]
    case 'narrower':
      return [saying(row.model === 'Grant' ? { openid: { scope: 'openid' } } : { scope: 'openid offline_access' })]
    case 'without the API':
      return [saying({ resources: null })]
    case 'refused scopes':
      return [saying({ rejected: { openid: { scope: 'profile' } } })]
    case 'used':
      return [{ ...row, consumed_at: time(now - 3) }]
    case 'used long ago':
      return [{ ...row, consumed_at: time(now - 60) }]
    case 'another address':
      return [saying({ redirectUri: 'http://localhost:5173/elsewhere' })]
    case 'no nonce':
      return [saying({ nonce: null })]
    case 'no challenge':
      return [saying({ codeChallenge: null, codeChallengeMethod: null })]
    case 'asked without offline access':
      return [saying({ scope: 'openid profile' })]
    case 'older than its grant':
      return [saying({ iiat: now - 179 * 24 * 3600, iat: now - 3600 })]
    case 'of an online code':
      return [saying({ expiresWithSession: true, sessionUid: String(world.session.row.uid) })]
  }
}

const payloadOf = (row: Row) => row.payload as { [name: string]: Row[string] }
const time = (seconds: number) => new Date(seconds * 1000).toISOString()
const hashOf = (text: string) => `\\x${createHash('sha256').update(text).digest('hex')}`
const withoutNull = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
