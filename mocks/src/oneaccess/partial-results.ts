import type { Answer } from '../answer.ts'

/** Says of every account that a request names that the call succeeded for it (AR6, AR7). Other answers are left as they are. */
export function allSucceed(answer: Answer, request: unknown): Answer {
  const { body } = answer
  if (typeof body !== 'object' || body === null || !('success_list' in body && 'fail_list' in body)) return answer
  if (typeof request !== 'object' || request === null || !('account_Ids' in request)) return answer
  return { ...answer, body: { ...body, success_list: request.account_Ids, fail_list: [] } }
}
