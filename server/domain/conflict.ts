import { DatabaseError } from 'pg'
import type { ConstraintName } from '../db/constraints.ts'
import { Failure, type FailureKind } from './failure.ts'

/** What a broken constraint means to whoever caused it. */
export type Conflicts = Readonly<Partial<Record<ConstraintName, FailureKind>>>

/**
 * Makes of a violated constraint what it means: `insert(…).catch(conflict({ role_groups_name: 'role_group_name_taken' }))`. So
 * the database alone decides who came first.
 * @returns a handler that throws Failure of the constraint's kind, and what it was given when that is anything else
 */
export function conflict(kinds: Conflicts): (error: unknown) => never {
  return (error) => {
    const kind = error instanceof DatabaseError && isConflict(error) && kinds[error.constraint as ConstraintName]
    throw kind ? new Failure(kind, [], { cause: error }) : error
  }
}

/** Unique and foreign key violations (PostgreSQL, appendix A); a violated check is a fault of ours. */
function isConflict({ code }: DatabaseError): boolean {
  return code === '23505' || code === '23503'
}
