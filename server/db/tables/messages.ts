import type { ColumnType } from 'kysely'
import type { MadeTime, Time } from './columns.ts'

/** A message on its way; in demo mode, one that is kept. */
export interface MessagesTable {
  id: string
  /** What `sealMessage` of domain/messages makes of it. */
  sealed: Buffer
  createdAt: MadeTime
  /** After which nobody wants it any more. */
  expiresAt: Time
}

export interface MessageCountersTable {
  userId: string
  /** Of the latest message, also when it is gone. A decimal text (bigint). */
  lastNumber: ColumnType<string, number, number>
}

/** What applications push to users. */
export interface ServiceMessagesTable {
  userId: string
  /** Its place among the user's messages. A decimal text (bigint). */
  number: ColumnType<string, number, never>
  id: string
  /** The application that pushed it. */
  clientId: string
  type: string
  /** A JSON text, as it came. */
  content: string
  createdAt: MadeTime
  expiresAt: Time
}
