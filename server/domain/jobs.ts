import type { Db, JsonObject } from '../db/schema.ts'

/** Where services leave work that is done later, with the transaction of what it is about (server/jobs/queue.ts). */
export interface Jobs {
  send(trx: Db, name: string, data: JsonObject): Promise<void>
}
