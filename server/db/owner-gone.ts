import { DatabaseError } from 'pg'

/** What sessions and whatever is given out in them, and codes and passwords of people, say of whose they are. */
const owners: readonly (string | undefined)[] = [
  'engine_state_user_id_fkey',
  'password_credentials_user_id_fkey',
  'password_history_user_id_fkey',
  'sessions_user_id_fkey',
  'sign_in_states_user_id_fkey',
  'user_modifications_user_id_fkey',
  'verification_codes_user_id_fkey',
]

/**
 * Whether something could not be given to a user because the account was deleted meanwhile: a request that was under way then
 * ends as one does that comes after.
 */
export function isOwnerGone(error: unknown): boolean {
  return error instanceof DatabaseError
    ? owners.includes(error.constraint)
    : error instanceof Error && isOwnerGone(error.cause)
}
