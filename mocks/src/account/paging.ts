import type { Answer } from '../answer.ts'

interface Page {
  data: unknown[]
  totalNum: number
  pageSize: number
  pageNum: number
}

function isPage(body: unknown): body is Page {
  if (typeof body !== 'object' || body === null) return false
  const { data, totalNum, pageSize, pageNum } = body as Partial<Record<keyof Page, unknown>>
  return Array.isArray(data) && [totalNum, pageSize, pageNum].every((value) => typeof value === 'number')
}

/**
 * Cuts the asked page out of a paged answer, as if its items were all there are: whoever asks for one page after the
 * other gets every item once and comes to an end. Other answers are left as they are.
 * @param query of a valid request: `pageNum` from 1, `pageSize` in items
 */
export function pageOf(answer: Answer, query: URLSearchParams): Answer {
  const { body } = answer
  if (!isPage(body)) return answer
  const pageNum = Number(query.get('pageNum') ?? body.pageNum)
  const pageSize = Number(query.get('pageSize') ?? body.pageSize)
  const data = body.data.slice((pageNum - 1) * pageSize, pageNum * pageSize)
  return { ...answer, body: { ...body, data, totalNum: body.data.length, pageNum, pageSize } }
}
