import { afterAll, beforeAll } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { accountSuite } from './account-suite.ts'
import { contractExample } from './contract-example.ts'
import type { EnvelopeOperation } from './every-operation.ts'

let mock: RunningMock

beforeAll(async () => {
  mock = await startMock({ memory: false })
})
afterAll(() => mock.stop())

/**
 * What the mock answers when nothing else is wished for, without its envelope; of a page the first item, and of a bulk call
 * the answer to the one item that each of these calls sends.
 */
function firstExample(operation: EnvelopeOperation): unknown {
  const example = contractExample(operation)
  if (typeof example !== 'object' || example === null || !('data' in example)) return example
  const { data } = example
  if (!Array.isArray(data)) return data
  if ('totalNum' in example) return data[0]
  return data.every((item) => typeof item === 'object' && item !== null && 'userInfo' in item) ? data.slice(0, 1) : data
}

accountSuite(() => ({
  baseUrl: mock.origin,
  trusted: { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026', scope: 'ZMS.Users.Read' },
  site: { clientId: 'TestClient', redirectUri: 'http://localhost:5173/login/callback/' },
  signIn: async (url) => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '',
  remembersRevocation: false,
  expected: firstExample,
}))
