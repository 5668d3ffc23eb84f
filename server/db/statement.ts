import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Db } from './schema.ts'
import { outOfDeadlock } from './transact.ts'

/** Stands for a value in the text of a statement. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Where the values go that change from one execution to the next. */
export type Places<Name extends string> = Readonly<Record<Name, unknown>>

/**
 * A statement whose text is made once: putting one together takes longer than sending it, and these are sent with every call.
 * @param names of the values that change
 * @param write puts it together
 * @returns sends it with these values, and gives the rows; one statement
 */
export function statement<Row, Name extends string = string>(
  names: readonly Name[],
  write: (places: Places<Name>) => RawBuilder<Row>,
): (db: Db, values: Places<Name>) => Promise<readonly Row[]> {
  const places = Object.fromEntries(names.map((name) => [name, new Place(name)])) as unknown as Places<Name>
  const compiled = new WeakMap<Db, CompiledQuery<Row>>()
  return async (db, values) => {
    const query = compiled.get(db) ?? write(places).compile(db)
    compiled.set(db, query)
    const parameters = query.parameters.map((value) => (value instanceof Place ? values[value.name as Name] : value))
    const run = () => db.executeQuery<Row>({ ...query, parameters })
    // It changes rows of a person that others may be taking away, from the person on.
    const { rows } = await (db.isTransaction ? run() : outOfDeadlock(run))
    return rows
  }
}
