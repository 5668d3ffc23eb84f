import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentedAnswers, violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

const answers = documentedAnswers()
let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

test.each(answers)('$operationId answers $status $mediaType $example', async (answer) => {
  const code = answer.status === 'default' ? 500 : Number(answer.status)
  const response = await fetch(mock.origin + answer.path, {
    method: answer.method,
    redirect: 'manual',
    headers: {
      prefer: answer.example ? `code=${code}, example=${answer.example}` : `code=${code}`,
      accept: answer.mediaType ?? '*/*',
    },
  })
  expect(response.status).toBe(code)
  for (const name of answer.requiredHeaders) expect(response.headers.get(name)).toMatch(/\S/)
  const text = await response.text()
  if (!answer.mediaType) {
    expect(text).toBe('')
    return
  }
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(answer.mediaType)
  const body = answer.mediaType.includes('json') ? (JSON.parse(text) as unknown) : text
  const expected = JSON.stringify(answer.value).replaceAll('https://accounts.example.com', mock.origin)
  expect(JSON.stringify(body)).toBe(expected)
  expect(violations(answer.operationId, answer.status, answer.mediaType, body)).toEqual([])
})

test('every operation is served', () => {
  const ids = new Set(answers.map(({ operationId }) => operationId))
  expect(mock.documents.flatMap(({ operations }) => operations.map(({ id }) => id))).toEqual([...ids])
})

test('an example is found without its status', async () => {
  const response = await fetch(`${mock.origin}/connect/token`, {
    method: 'POST',
    headers: { prefer: 'example=slowDown' },
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'slow_down' })
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
