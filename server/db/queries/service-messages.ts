import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { statement } from '../statement.ts'
import { type UserTokenClaims, userStanding } from './callers.ts'

/** A message as it is pushed. */
export interface NewServiceMessage {
  readonly id: string
  readonly userId: string
  /** The application that pushes it. */
  readonly clientId: string
  readonly type: string
  readonly content: string
}

/** For how long a message is kept, and how many of one user at most. */
export interface MessageRetention {
  readonly seconds: number
  readonly perUser: number
}

/**
 * Keeps a message under the user's next number, and drops what is too many. Whoever pushes to the same user at the same time
 * waits for the commit: numbers become visible in their order. One statement.
 * @returns false when there is no such user
 */
export async function insertServiceMessage(
  db: Db,
  { id, userId, clientId, type, content }: NewServiceMessage,
  { seconds, perUser }: MessageRetention,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with counter as (
      insert into message_counters (user_id, last_number) select users.id, 1 from users where users.id = ${userId}
      on conflict (user_id) do update set last_number = message_counters.last_number + 1
      returning user_id, last_number
    ), dropped as (
      delete from service_messages using counter
      where service_messages.user_id = counter.user_id and number <= last_number - ${perUser}::bigint
    )
    insert into service_messages (user_id, number, id, client_id, type, content, expires_at)
    select user_id, last_number, ${id}::uuid, ${clientId}, ${type}, ${content},
      clock_timestamp() + make_interval(secs => ${seconds})
    from counter`.execute(db)
  return numAffectedRows === 1n
}

/** A message as it is kept. */
export interface ServiceMessage {
  /** Its place among the user's messages. */
  readonly number: number
  readonly id: string
  readonly type: string
  readonly content: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Who waits for messages, with what right, and how far he has read. */
export interface MessageReader {
  readonly userId: string
  readonly token: UserTokenClaims
  /** The number of the last message that he has; what was never given out begins anew. */
  readonly after: number
}

/** What there is for a reader. */
export interface MessagesRead {
  /** Whether the token still stands; without that there are no messages. */
  readonly stands: boolean
  /** What follows, the oldest first. */
  readonly messages: readonly ServiceMessage[]
}

type Found = { readonly place: number; readonly stands: boolean } & (
  | ServiceMessage
  | { readonly [Name in keyof ServiceMessage]: null }
)

/**
 * What follows for many readers, and whether each may still read: looked at together, so that no message reaches whoever has
 * lost his right before it was pushed. One statement.
 * @param limit how many messages of each
 * @returns in the order of the readers
 */
export async function readServiceMessages(
  db: Db,
  readers: readonly MessageReader[],
  limit: number,
): Promise<MessagesRead[]> {
  const rows = await following(db, { readers: JSON.stringify(readers.map(described)), limit })
  const found = readers.map(() => ({ stands: false, messages: [] as ServiceMessage[] }))
  for (const { place, stands, ...message } of rows) {
    const of = found[place]
    if (!of || !stands) continue
    of.stands = true
    if (message.number !== null) of.messages.push({ ...message, number: Number(message.number) })
  }
  return found
}

const described = ({ userId, after, token }: MessageReader, place: number) => ({
  place,
  after,
  user_id: userId,
  token_hash: bytes(token.tokenHash),
  grant_hash: bytes(token.grantHash),
  client_id: token.clientId,
  scopes: token.scopes,
})
/** As PostgreSQL reads a bytea. */
const bytes = (buffer: Buffer) => `\\x${buffer.toString('hex')}`

const following = statement<Found, 'readers' | 'limit'>(
  ['readers', 'limit'],
  ({ readers, limit }) => sql`
    select reader.place, reader.stands, message.number, message.id, message.type, message.content,
      message.created_at, message.expires_at
    from (
      select place, user_id, after, exists (select from ${userStanding({
        tokenHash: sql.ref('given.token_hash'),
        grantHash: sql.ref('given.grant_hash'),
        userId: sql.ref('given.user_id'),
        clientId: sql.ref('given.client_id'),
        scopes: sql.ref('given.scopes'),
      })}) as stands
      from json_to_recordset(${readers}::json) as given (
        place int, after bigint, user_id uuid, token_hash bytea, grant_hash bytea, client_id text, scopes text[])
    ) as reader
    left join message_counters using (user_id)
    left join lateral (
      select number, id, type, content, created_at, expires_at from service_messages
      where stands and user_id = reader.user_id and expires_at > now()
        and number > case when after <= last_number then after else 0 end
      order by number limit ${limit}::int
    ) as message on true
    order by reader.place, message.number`,
)
