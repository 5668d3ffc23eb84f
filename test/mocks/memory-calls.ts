import { expect } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { violations } from './contract.ts'
import type { RunningMock } from './start.ts'

const client = { client_id: 'c', client_secret: 's' }

/** What an operation is called with; without `by` there is no token. */
export interface Called {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  by?: string | undefined
}

/** Asks a token endpoint of the mock. */
export async function tokensOf(
  mock: RunningMock,
  path: string,
  form: Record<string, string>,
): Promise<Record<string, string>> {
  const body = new URLSearchParams({ ...client, ...form })
  return (await (await fetch(mock.origin + path, { method: 'POST', body })).json()) as Record<string, string>
}

/** Calls an operation, holds the answer to the contract, and gives its status and body. */
export async function callMock(mock: RunningMock, id: OperationId, { params = {}, query = {}, body, by }: Called) {
  const { method, path } = operations[id]
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''))
  const address = `${mock.origin}${filled}?${new URLSearchParams(query)}`
  const answer = await fetch(address, {
    method: method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      'x-l': 'en',
      ...(by !== undefined && { authorization: `Bearer ${by}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const read = text === '' ? undefined : JSON.parse(text)
  if (read) expect(violations(id, String(answer.status), 'application/json', read), text).toEqual([])
  return { status: answer.status, body: read }
}
