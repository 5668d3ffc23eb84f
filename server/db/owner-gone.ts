import { DatabaseError } from 'pg'

/** What sessions, and whatever is given out in them, say of whose they are. */
const owners: readonly (string | undefined)[] = ['sessions_user_id_fkey', 'engine_state_user_id_fkey']

/**
 * Whether something could not be given to a user because the account was deleted meanwhile: a request that was under way then
 * ends as one does that comes after.
 */
export function isOwnerGone(error: unknown): boolean {
  return error instanceof DatabaseError
    ? owners.includes(error.constraint)
    : error instanceof Error && isOwnerGone(error.cause)
}
