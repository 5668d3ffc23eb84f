import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { notIssuedYet } from '../../server/contract/policy/authenticate.ts'
import { pending } from '../../server/handlers/oneaccess/pending.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { type OneAccessApp, refused, sdk, startOneAccessApp } from './oneaccess-app.ts'
import { oneAccessStubs, startTinyApp } from './tiny-app.ts'

const ids = Object.keys(pending) as OperationId[]
const credentials = { authorization: 'Bearer may-all', 'X-signature': 'YQ==', 'X-state-token': 'a.b.c' }

let app: OneAccessApp
beforeAll(async () => {
  app = await startOneAccessApp()
})
afterAll(() => app.close())

describe('operations that are not built yet', () => {
  const shapes: Record<string, string> = {
    'error-code': '{"error_code":"COMMON.0501","error_msg":"尚未实现。"}',
    oauth: '"error":"server_error"',
    html: '<!doctype html>',
    cas: '<cas:authenticationFailure code="INTERNAL_ERROR">',
    'cas-text': 'no\n',
  }

  it.each(ids)('%s takes its documented request and answers 501 in its own shape', async (id) => {
    const { path, headers, ...init } = documentedRequest(id)
    const response = await app.send(path, { ...init, headers: { ...headers, ...credentials } })
    expect(response.status).toBe(501)
    expect(await response.text()).toContain(shapes[operations[id].errorFormat])
  })

  it('are no failures of the server', () => {
    expect(app.lines.join()).not.toContain('unexpected failure')
  })
})

describe('credentials that nothing verifies yet', () => {
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

  it('stop the start once an operation is built that needs them', async () => {
    const handlers = (id: string) =>
      ({ ...oneAccessStubs, [id]: () => ({ status: 200 }) }) as unknown as typeof oneAccessStubs
    const nobody = async () => undefined
    const others = { managementToken: nobody, clientBasic: nobody, accessToken: nobody, stateToken: nobody }
    const authenticate = { ...others, sessionSignature: notIssuedYet } as never
    await expect(startTinyApp({}, { handlers: handlers('getProfile'), authenticate })).rejects.toThrow(
      'The operation getProfile takes the scheme sessionSignature, which nothing issues.',
    )
  })
})
