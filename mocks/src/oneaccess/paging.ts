import type { Answer } from '../answer.ts'

/**
 * Cuts the asked page out of a list, as if its rows were all there are. Other answers are left as they are.
 * @param query of a valid request: `offset` is a page number from 0, `limit` the rows of a page
 */
export function pageOf(answer: Answer, query: URLSearchParams): Answer {
  const { body } = answer
  if (typeof body !== 'object' || body === null || !('total' in body) || !query.has('limit')) return answer
  const [name, rows] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? []
  if (name === undefined || !Array.isArray(rows)) return answer
  const offset = Number(query.get('offset') ?? 0)
  const limit = Number(query.get('limit'))
  const echo = { ...('offset' in body && { offset }), ...('limit' in body && { limit }) }
  const page = rows.slice(offset * limit, (offset + 1) * limit)
  return { ...answer, body: { ...body, ...echo, total: rows.length, [name]: page } }
}
