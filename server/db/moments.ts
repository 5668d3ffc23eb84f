import { sql } from 'kysely'

/** So many seconds from now, by the database's clock: those of nodes may differ. Part of a statement. */
export const inSeconds = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`
