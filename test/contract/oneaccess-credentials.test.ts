import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OneAccessApp, refused, sdk, startOneAccessApp } from './oneaccess-app.ts'

let app: OneAccessApp
beforeAll(async () => {
  app = await startOneAccessApp()
})
afterAll(() => app.close())

describe('credentials of OneAccess', () => {
  it.each(['', 'Basic bearer', 'Bearer', 'Bearer a b', 'x Bearer a'])(
    'are refused in the form %j',
    async (authorization) => {
      const response = await app.send('/api/v2/tenant/users/a', { headers: { authorization, 'X-L': 'en' } })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm=/)
      expect(await response.json()).toEqual(refused('COMMON.0401', 'Access token missing or invalid.'))
    },
  )

  it('are asked for without naming an error when there were none (RFC 6750 section 3.1)', async () => {
    const response = await app.send('/api/v2/tenant/users/a')
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="https://accounts.example.com"')
  })

  it.each([
    ['signature', '/api/v2/sdk/profile', 'X-signature', 'PARAM.0030', 'Signature invalid or expired.'],
    [
      'state token',
      '/api/v2/sdk/pwd/skip-update',
      'X-state-token',
      'PARAM.0014',
      'Temporary token invalid or expired.',
    ],
  ])('answer 400 with the code of the %s, and no challenge', async (_what, path, header, code, text) => {
    for (const headers of [{ ...sdk }, { ...sdk, [header]: 'two words' }]) {
      const response = await app.send(path, { headers: { 'X-L': 'en', ...headers } })
      expect([response.status, await response.json()]).toEqual([400, refused(code, text)])
      expect(response.headers.get('www-authenticate')).toBeNull()
    }
  })

  it('have the documented OAuth code on the user information', async () => {
    const response = await app.send('/api/v1/oauth2/userinfo')
    expect([response.status, await response.json()]).toEqual([401, expect.objectContaining({ error: 'unauthorized' })])
  })
})
