import type { Answer } from '../answer.ts'
import type { Call } from '../face.ts'
import type { Row } from '../memory/collection.ts'

/** The fields of a JSON body. */
export function bodyOf({ body }: Call): Row {
  return (body ?? {}) as Row
}

/** The documented envelope around what there is; of a list, around the page that is asked for. */
export function enveloped({ query }: Call, answer: Answer, rows: readonly unknown[]): Answer {
  const body = answer.body as Row
  if (!('totalNum' in body)) return { ...answer, body: { ...body, data: rows } }
  const [pageNum, pageSize] = [Number(query.get('pageNum') ?? 1), Number(query.get('pageSize') ?? 50)]
  const data = rows.slice((pageNum - 1) * pageSize, pageNum * pageSize)
  return { ...answer, body: { ...body, data, totalNum: rows.length, pageSize, pageNum } }
}
