import { afterAll, beforeAll } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { accountSuite } from './account-suite.ts'

let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

accountSuite(() => ({
  baseUrl: mock.origin,
  trusted: { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026', scope: 'ZMS.Users.Read' },
  site: { clientId: 'TestClient', redirectUri: 'http://localhost:5173/login/callback/' },
  signIn: async (url) => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '',
  remembersRevocation: false,
}))
