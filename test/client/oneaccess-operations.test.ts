import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { operationsOf, resolve } from '../../scripts/generate/document.ts'
import { contractDocument, contractExample } from './contract-example.ts'
import { oneAccessCalls } from './oneaccess-calls.ts'
import { failure, issueCredentials, oneAccess, type SigningServer, signingServer } from './oneaccess-server.ts'
import { type ProtocolServer, startProtocolServer } from './protocol-server.ts'

type Id = keyof typeof oneAccessCalls

const document = contractDocument('oneaccess')
const entries = [...operationsOf(document)].map((entry) => {
  const { path, method, shared, operation } = entry
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter))
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.name === name) as { example?: string } | undefined
    return parameter?.example ?? ''
  })
  return { ...entry, parameters, request: `${method.toUpperCase()} ${place}` }
})

let server: ProtocolServer
let signing: SigningServer

/** Every operation answers as documented; time, key and management token are real. */
beforeAll(async () => {
  server = await startProtocolServer()
  for (const { operation, request } of entries) {
    if (!(operation.operationId in oneAccessCalls)) continue
    const status = '204' in operation.responses ? 204 : 200
    server.on(request, () => ({ status, body: contractExample(operation.operationId) }))
  }
  signing = signingServer(server)
  signing.publish()
  issueCredentials(server)
})
afterAll(() => server.close())

/** Which proof a request carries, as the security schemes of the contract are called. */
function proof(seen: ProtocolServer['seen'][number]): string {
  if (signing.read(seen)?.sessionToken === 'bts-1') return 'sessionSignature'
  if (seen.headers['x-state-token'] !== undefined) return 'stateToken'
  if (/^Bearer access-\d+$/.test(seen.headers.authorization ?? '')) return 'managementToken'
  return seen.headers.authorization === undefined ? 'none' : 'accessToken'
}

const real = ['getServerDate', 'getPublicKey', 'issueAccessCredential']

test.each(Object.keys(oneAccessCalls) as Id[])('%s', async (id) => {
  server.seen.length = 0
  const result = await oneAccessCalls[id](oneAccess(server, { sessionToken: 'bts-1' }), {
    stateToken: 's',
    accessToken: 'a',
  })
  if (!real.includes(id)) expect(result).toEqual(contractExample(id))
  const [request] = server.seen.slice(-1)
  const { method, security } = operations[id]
  expect(request?.operation.startsWith(`${method.toUpperCase()} `)).toBe(true)
  // A form may carry the client's own proof instead.
  const schemes = security.flatMap((alternative) => Object.keys(alternative)).filter((name) => name !== 'clientBasic')
  expect(request && proof(request)).toBe(schemes[0] ?? 'none')
})

const called = entries.flatMap(({ operation: { operationId }, method, request }) =>
  operationId in oneAccessCalls ? [{ id: operationId as Id, method, request }] : [],
)

// The contract names a GET for what it does: what does not get, list or start something uses something up.
test.each(called)('how often $id is sent', async ({ id, method, request }) => {
  signing.publish()
  issueCredentials(server)
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  server.on(request, () => failure('COMMON.0503', 503))
  server.seen.length = 0
  await expect(oneAccessCalls[id](client, { stateToken: 's', accessToken: 'a' })).rejects.toMatchObject({ status: 503 })
  expect(server.of(request)).toHaveLength(method === 'get' && /^(get|list|start)[A-Z]/.test(id) ? 3 : 1)
})

test('the header set goes to exactly the paths that take it', () => {
  const takes = (name: string) =>
    entries.filter(({ parameters }) => parameters.some((one) => one.in === 'header' && one.name === name))
  const outside = (name: string, ...places: string[]) =>
    takes(name).filter(({ path }) => !places.some((place) => path.startsWith(place)))
  const all = (place: string) => entries.filter(({ path }) => path.startsWith(place)).length
  for (const name of ['X-operating-sys-version', 'X-device-fingerprint', 'X-device-ip', 'X-agent', 'X-client-id']) {
    expect(outside(name, '/api/v2/sdk/')).toEqual([])
    expect(takes(name)).toHaveLength(all('/api/v2/sdk/'))
  }
  expect(outside('X-tenant-id', '/api/v2/sdk/', '/api/v2/tenant/sso/')).toEqual([])
  expect(takes('X-tenant-id')).toHaveLength(all('/api/v2/sdk/') + all('/api/v2/tenant/sso/'))
})

test('the management token goes to exactly the operations that take it', () => {
  const take = entries.filter(({ operation }) => operation.security.some((scheme) => 'managementToken' in scheme))
  const place = entries.filter(({ path }) => path.startsWith('/api/v2/tenant/') && path !== '/api/v2/tenant/token')
  expect(take.map(({ operation }) => operation.operationId)).toEqual(
    place.map(({ operation }) => operation.operationId),
  )
  expect(take.length).toBeGreaterThan(30)
})
