import type { ErrorCodeName } from '../../../generated/error-codes.ts'
import type { Answer } from '../answer.ts'
import type { Act, Call } from '../face.ts'
import { isSame, pick, type Row } from '../memory/collection.ts'
import type { Ids } from '../memory/ids.ts'
import { type Kind, refuse, timeText } from './kinds.ts'

/** The fields of a JSON body. */
export function bodyOf({ body }: Call): Row {
  return (body ?? {}) as Row
}

/** Whether a thing of this kind belongs to the application of the path. */
export function within({ ofApplication, rows }: Kind, { params }: Call): (row: Row) => boolean {
  // The things of the examples are any application's.
  return (row) => !ofApplication || rows.isExample(row) || row.application_id === params.application_id
}

/** @throws Refused when there is no such thing */
export function found(kind: Kind, call: Call, id: unknown = call.params[kind.param]): Row {
  const row = kind.rows.get(id)
  if (row && within(kind, call)(row)) return row
  throw refuse(kind.missing, `there is no ${id}`)
}

/** The example that has already what no two may have alike. @throws Refused when a call made what has it */
function clashing(kind: Kind, call: Call, row: Row): Row | undefined {
  const others = kind.rows.all().filter((other) => other[kind.id] !== row[kind.id] && within(kind, call)(other))
  const examples = Object.entries(kind.unique).map(([name, code]) => {
    const other = row[name] ? others.find((one) => isSame(one[name], row[name])) : undefined
    if (other && !kind.rows.isExample(other)) throw refuse(code, `another one has the ${name} ${row[name]}`)
    return other
  })
  return examples.find((other) => other !== undefined)
}

/** An answer with a page of rows: `offset` counts pages from 0. */
export function listed({ query }: Call, answer: Answer, rows: readonly Row[], shown: readonly string[]): Answer {
  const body = answer.body as Row
  const [name = ''] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? []
  const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? rows.length)]
  const page = rows.slice(offset * limit, (offset + 1) * limit).map((row) => pick(row, shown))
  return { ...answer, body: { total: rows.length, ...('offset' in body && { offset, limit }), [name]: page } }
}

/** What the operations of a kind do. Each gets the documented answer, and gives one of the same shape. */
export function createActs(clock: () => number, ids: Ids) {
  const tell = ({ told, id }: Kind, answer: Answer, row: Row): Answer => ({ ...answer, body: { [told]: row[id] } })
  const times = ({ id }: Kind, isNew: boolean): Row => {
    const now = timeText(clock())
    if (id === 'user_id') return { updated_at: now, ...(isNew && { created_at: now }) }
    return isNew ? { createdAt: now } : { updatedAt: now }
  }

  /** Makes a thing; one that is like an example takes its place and its id. */
  function create(kind: Kind, said: (call: Call) => Row = bodyOf): Act {
    return (call, answer) => {
      const row: Row = {
        ...kind.blank,
        ...times(kind, true),
        ...kind.said(said(call), undefined),
        ...(kind.ofApplication && { application_id: call.params.application_id }),
      }
      const id = clashing(kind, call, row)?.[kind.id] ?? ids.stamped()
      return tell(kind, answer, kind.rows.put({ ...row, [kind.id]: id }))
    }
  }

  /** Changes a thing as the request says, or as the operation does. */
  function change(kind: Kind, how?: (call: Call, before: Row) => Row): Act {
    return (call, answer) => {
      const before = found(kind, call)
      const application = kind.ofApplication && { application_id: call.params.application_id }
      const row = {
        ...before,
        ...application,
        ...times(kind, false),
        ...(how ? how(call, before) : kind.said(bodyOf(call), before)),
      }
      clashing(kind, call, row)
      return tell(kind, answer, kind.rows.put(row))
    }
  }

  /** @param inUse codes of what stands in the way of its end, where a call made that */
  function remove(kind: Kind, inUse: readonly [kind: Kind, field: string, code: ErrorCodeName][] = []): Act {
    return (call, answer) => {
      const row = found(kind, call)
      for (const [other, field, code] of inUse) {
        const user = other.rows.find((one) => one[field] === row[kind.id] && !other.rows.isExample(one))
        if (user) throw refuse(code, `${user[other.id]} needs it`)
      }
      kind.rows.remove(row)
      return answer.body === undefined ? answer : tell(kind, answer, row)
    }
  }

  const read =
    (kind: Kind): Act =>
    (call, answer) => ({ ...answer, body: pick(found(kind, call), kind.shown) })

  /** @param fits which of them the request asks for; all when left out */
  function list(kind: Kind, fits: (call: Call) => (row: Row) => boolean = () => () => true): Act {
    return (call, answer) =>
      listed(call, answer, kind.rows.all().filter(within(kind, call)).filter(fits(call)), kind.shown)
  }

  return { create, change, remove, read, list }
}
