import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ErrorCodeName, errorCodes } from '../../generated/error-codes.ts'
import { operations } from '../../generated/operations.ts'
import { returnCodes } from '../../generated/return-codes.ts'
import { successStatus } from '../../mocks/src/contract.ts'
import { type DocumentedAnswer, documentedAnswers, violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

const answers = documentedAnswers()
const examples = answers.filter(({ example }) => example !== undefined)
let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

/** What stands for something in a next request: its value in the contract is replaced by one that works. */
const liveFields = [
  'timestamp',
  'public_key',
  'session_token',
  'state_token',
  'sso_ticket',
  'id_token',
  'access_token',
  'refresh_token',
]

/** A body without the values that the mock replaces. */
function lasting({ api, status }: DocumentedAnswer, body: unknown): string {
  const replaced = api === 'oneaccess' && status === '200' ? liveFields : []
  return JSON.stringify(body, (name, value: unknown) =>
    replaced.includes(name) && typeof value === 'string' ? 'live' : value,
  )
}

/** The status an answer has to have; an example of `default` has that of the failure its body or its name says. */
function statusOf({ status, example, value }: DocumentedAnswer): number {
  if (status !== 'default') return Number(status)
  const { error_code, error } = (value ?? {}) as { error_code?: ErrorCodeName; error?: string }
  if (error_code) return errorCodes[error_code].http
  if (error === 'temporarily_unavailable') return 503
  const code = (value as { status?: unknown } | undefined)?.status
  const byNumber = Object.values(returnCodes).find((entry) => entry.status === code)
  if (byNumber) return byNumber.http
  return example === 'notImplemented' ? 501 : 500
}

test.each(answers)('$operationId answers $status $mediaType $example', async (answer) => {
  const code = statusOf(answer)
  // The language of OneAccess messages is Chinese unless asked otherwise; the form of CAS answers is said by the query.
  const query = answer.operationId.startsWith('validateCas') && answer.mediaType?.includes('json') ? '?format=JSON' : ''
  const response = await fetch(mock.origin + answer.path + query, {
    method: answer.method,
    redirect: 'manual',
    headers: {
      'x-l': 'en',
      prefer: answer.example ? `code=${code}, example=${answer.example}` : `code=${code}`,
      accept: answer.mediaType ?? '*/*',
    },
  })
  expect(response.status).toBe(code)
  expect(response.headers.get('x-request-id')).toMatch(/\S/)
  for (const name of answer.requiredHeaders) expect(response.headers.get(name)).toMatch(/\S/)
  const text = await response.text()
  if (!answer.mediaType) {
    expect(text).toBe('')
    expect(response.headers.has('content-type')).toBe(false)
    return
  }
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(answer.mediaType)
  const body = answer.mediaType.includes('json') ? (JSON.parse(text) as unknown) : text
  const expected = lasting(answer, answer.value).replaceAll('https://accounts.example.com', mock.origin)
  expect(lasting(answer, body)).toBe(expected)
  expect(violations(answer.operationId, answer.status, answer.mediaType, body)).toEqual([])
})

test('every operation is served', () => {
  const ids = new Set(answers.map(({ operationId }) => operationId))
  const served = mock.documents.flatMap((document) => document.operations.map(({ id }) => id))
  expect([...served].sort()).toEqual([...ids].sort())
  expect([...served].sort()).toEqual(Object.keys(operations).sort())
  console.log(`mock: ${served.length} operations, ${answers.length} answers, ${examples.length} of them examples`)
})

test('every success with a body has an example', () => {
  const without = answers.filter(({ status, mediaType, example }) => status === '200' && mediaType && !example)
  expect(without).toEqual([])
})

test('an example is found without its status', async () => {
  const response = await fetch(`${mock.origin}/connect/token`, {
    method: 'POST',
    headers: { prefer: 'example=slowDown' },
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'slow_down' })
})

test.each([
  ['example=notImplemented', 501, 'NotImplemented'],
  ['example=serviceUnavailable', 503, 'ServiceUnavailable'],
  ['code=501', 501, 'NotImplemented'],
  ['code=500', 500, 'InternalError'],
])('%s has the status of its return code', async (prefer, status, error) => {
  const response = await fetch(`${mock.origin}/api/v1.0/user/basic`, { headers: { prefer } })
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ error })])
})

test('an unknown example is refused with the list of those that exist', async () => {
  const response = await fetch(`${mock.origin}/connect/token`, {
    method: 'POST',
    headers: { prefer: 'example=nobody' },
  })
  expect(response.status).toBe(400)
  const body = await response.json()
  expect(body).toMatchObject({
    error: 'invalid_request',
    error_description: expect.stringContaining('example=slowDown'),
  })
  expect(violations('issueToken', '400', 'application/json', body)).toEqual([])
})

test('made-up answers follow the schemas and repeat with a seed', async () => {
  const dynamic = await startMock({ dynamic: true, seed: 'seven' })
  try {
    const read = async () => {
      const response = await fetch(`${dynamic.origin}/connect/userinfo`, { headers: { prefer: 'code=200' } })
      return response.json()
    }
    const first = await read()
    expect(violations('getUserInfo', '200', 'application/json', first)).toEqual([])
    expect(await read()).toEqual(first)
  } finally {
    await dynamic.stop()
  }
})

test('made-up answers of every operation fit their schemas, and their lists are short', async () => {
  for (const operation of mock.documents.flatMap(({ operations }) => operations)) {
    const { id, policy } = operation
    const path = policy.path.replaceAll(/\{\w+\}/g, 'a1')
    const response = await fetch(mock.origin + path, {
      method: policy.method.toUpperCase(),
      redirect: 'manual',
      headers: { prefer: `code=${successStatus(operation)}, dynamic=true, seed=seven` },
    })
    const text = await response.text()
    expect(response.status, `${id}: ${text}`).toBe(successStatus(operation))
    const [mediaType] = response.headers.get('content-type')?.split(';') ?? []
    if (mediaType !== 'application/json') continue
    expect(violations(id, String(response.status), mediaType, JSON.parse(text)), id).toEqual([])
    expect(text.length, id).toBeLessThan(100_000)
  }
}, 120_000)
