import { expect, test } from 'vitest'
import { createAccountClient, type Middleware } from '../../client/src/index.ts'
import { failure, issueCredentials, oneAccess } from './oneaccess-server.ts'
import { serverOfFile } from './server-of-file.ts'

const server = await serverOfFile()

const person = 'GET /connect/userinfo'

function account() {
  return createAccountClient({ ...server, auth: async () => 'token-1', retry: { initialDelay: 1 } })
}

test('onRequest and onResponse see a call once, without its token, whatever is repeated', async () => {
  server.on(person, () =>
    server.of(person).length < 3 ? { status: 503 } : { body: { sub: '1' }, headers: { 'x-request-id': 'r-1' } },
  )
  const seen: unknown[] = []
  const client = account()
  client.use({
    onRequest({ request, schemaPath }) {
      seen.push([request.method, schemaPath, request.headers.get('Authorization')])
      request.headers.set('X-Trace', 'trace-1')
    },
    onResponse: ({ response }) => {
      seen.push([response.status, response.headers.get('X-Request-Id')])
    },
  })
  expect(await client.user.getInfo()).toEqual({ sub: '1' })
  expect(seen).toEqual([
    ['GET', '/connect/userinfo', null],
    [200, 'r-1'],
  ])
  expect(server.of(person).map(({ headers }) => [headers['x-trace'], headers.authorization])).toEqual(
    Array.from({ length: 3 }, () => ['trace-1', 'Bearer token-1']),
  )
})

test('onRequest may answer itself, onResponse may answer otherwise, and errors are made of that answer', async () => {
  server.on(person, () => ({ body: { sub: '1' } }))
  const client = account()
  const cache: Middleware = { onRequest: () => Response.json({ sub: 'cached' }) }
  client.use(cache)
  expect(await client.user.getInfo()).toEqual({ sub: 'cached' })
  expect(server.seen).toEqual([])
  client.eject(cache)
  client.use({ onResponse: () => Response.json({ error: 'invalid_token' }, { status: 401 }) })
  await expect(client.user.getInfo()).rejects.toMatchObject({
    name: 'OAuthError',
    error: 'invalid_token',
    operation: person,
  })
})

test('onError sees the typed error, and may replace it', async () => {
  server.on(person, () => 'hang up')
  const client = createAccountClient({ ...server, auth: async () => 't', retry: false })
  const names: unknown[] = []
  client.use({
    onError({ error }) {
      names.push((error as Error).name)
      return new Error('no luck')
    },
  })
  await expect(client.user.getInfo()).rejects.toThrow('no luck')
  expect(names).toEqual(['ConnectionError'])
})

test('one call may have middleware of its own, and the other API has it too', async () => {
  issueCredentials(server)
  server.on('GET /api/v2/tenant/users/1', ({ headers }) =>
    headers['x-trace'] === undefined ? failure('USER.0001', 404) : { body: { user_id: '1' } },
  )
  const trace: Middleware = {
    onRequest: ({ request, params }) => request.headers.set('X-Trace', String(params.path?.user_id)),
  }
  const client = oneAccess(server)
  expect(await client.users.get('1', { middleware: [trace] })).toEqual({ user_id: '1' })
  await expect(client.users.get('1')).rejects.toMatchObject({ code: 'USER.0001' })
  client.use(trace)
  expect(await client.users.get('1')).toEqual({ user_id: '1' })
})
