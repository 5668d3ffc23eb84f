import type { Answer } from '../answer.ts'

/** One answer of a bulk call. */
interface Item {
  error: unknown
  userInfo: { guid?: unknown } | null
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'error' in value && 'userInfo' in value
}

function guidIn(asked: unknown): string | undefined {
  const guid = typeof asked === 'object' && asked !== null && 'guid' in asked ? asked.guid : asked
  return typeof guid === 'string' ? guid : undefined
}

/** The answer about the user that is asked for, where the request names one. */
function about(item: Item, asked: unknown): Item {
  const [guid, documented] = [guidIn(asked), item.userInfo?.guid]
  if (guid === undefined || typeof documented !== 'string' || item.error !== null) return item
  return JSON.parse(JSON.stringify(item).replaceAll(documented, guid)) as Item
}

/**
 * Gives a bulk call as many answers as its request has items, in their order: those of the example first, so that each kind
 * of answer is seen, and successes from there on. Other answers are left as they are.
 */
export function onePerItem(answer: Answer, asked: unknown): Answer {
  const { body } = answer
  if (!Array.isArray(asked) || typeof body !== 'object' || body === null || !('data' in body)) return answer
  const { data } = body
  if (!Array.isArray(data) || !data.every(isItem)) return answer
  const further = data.find(({ error }) => error === null) ?? data[0]
  if (!further) return answer
  return { ...answer, body: { ...body, data: asked.map((one, index) => about(data[index] ?? further, one)) } }
}
