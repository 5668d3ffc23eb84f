import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccountClient } from '../../client/src/index.ts'
import { type ClientOperation, clientOperations } from '../../scripts/generate/client-operation.ts'
import { type ContractParameter, type Reference, resolve } from '../../scripts/generate/document.ts'
import { PAGES, sdkNames } from '../../scripts/generate/sdk-names.ts'
import { contractDocument, contractExample } from './contract-example.ts'
import { issueCredentials, oneAccess, type SigningServer, signingServer } from './oneaccess-server.ts'
import { type ProtocolServer, startProtocolServer } from './protocol-server.ts'

type Methods = Record<string, Record<string, (...args: unknown[]) => unknown>>

/** What the names were when somebody looked: a change of them breaks the programs of others. */
const known: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(new URL('named-methods.json', import.meta.url), 'utf8'),
)

let server: ProtocolServer
let signing: SigningServer
beforeAll(async () => {
  server = await startProtocolServer()
  signing = signingServer(server)
})
beforeEach(() => {
  server.reset()
  signing.publish()
  issueCredentials(server)
})
afterAll(() => server.close())

const proofs = { sessionToken: 'bts-1', stateToken: 'state-1', accessToken: 'token-1' }

const clients = {
  account: () => createAccountClient({ baseUrl: server.baseUrl, auth: async () => 'token-1' }) as unknown as Methods,
  oneaccess: () => oneAccess(server, { sessionToken: 'bts-1' }) as unknown as Methods,
}

interface Example {
  value: unknown
}

/** A file, where the contract has its place. */
function filled(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const fields = Object.entries(body).map(([name, value]) => [name, value === '(binary)' ? new Blob(['x']) : value])
  return Object.fromEntries(fields)
}

describe.each(['account', 'oneaccess'] as const)('%s', (api) => {
  const document = contractDocument(api)
  const names = sdkNames(document)

  /** One right call of an operation, from the examples of the contract. */
  function callOf({ operation, path, method, mediaType, query }: ClientOperation) {
    const shared = (document.paths[path]?.parameters ?? []) as (ContractParameter | Reference)[]
    const parameters = [...shared, ...(operation.parameters ?? [])].map(
      (one) => resolve(document, one) as ContractParameter & { example?: unknown },
    )
    const values = (place: string) =>
      Object.fromEntries(
        parameters.filter((one) => one.in === place && one.required).map((one) => [one.name, one.example]),
      )
    const content = operation.requestBody && resolve(document, operation.requestBody).content[mediaType ?? '']
    const [example] = Object.values((content as { examples?: Record<string, Example> } | undefined)?.examples ?? {})
    const place = values('path')
    const { limit, offset, ...asked } = values('query') as Record<string, unknown>
    return {
      place,
      request: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, (_all, name) => String(place[name]))}`,
      body: filled(example?.value),
      asked,
      paging: { limit, offset },
      args: [
        ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => place[name]),
        ...(mediaType === undefined ? [] : [filled(example?.value)]),
        ...(query === undefined ? [] : [asked]),
      ],
    }
  }

  const operations = clientOperations(document).map((entry) => {
    const { operationId } = entry.operation
    return { id: operationId, name: names.get(operationId), entry }
  })
  const calls = operations.filter(({ name }) => name?.group !== PAGES)
  const pages = operations.filter(({ name }) => name?.group === PAGES)

  test('every operation has one name, and the names are those that are known', () => {
    const text = operations.map(({ id, name }) => [id, `${name?.group}.${name?.method}`])
    const hint = 'a new operation gets its line in named-methods.json; a changed name breaks the programs of others'
    expect(Object.fromEntries(text), hint).toEqual(known[api])
    expect(new Set(text.map(([, name]) => name)).size).toBe(operations.length)
  })

  test('the client has these methods, and no group hides another member', () => {
    const client = clients[api]()
    const groups = new Set(operations.map(({ name }) => name?.group ?? ''))
    const methods = [...groups].flatMap((group) =>
      Object.keys(client[group] ?? {}).map((method) => `${group}.${method}`),
    )
    expect(methods.sort()).toEqual(Object.values(known[api] ?? {}).sort())
    for (const member of ['GET', 'POST', 'url', 'use', 'eject', 'baseUrl', 'paging'])
      expect(groups).not.toContain(member)
    // `await` would call a method of this name.
    for (const name of [...groups, ...methods]) expect(name).not.toMatch(/(^|\.)then$/)
  })

  test.each(calls)('$id is sent as the contract has it, and gives its data', async ({ id, name, entry }) => {
    const { request, body, asked, args } = callOf(entry)
    const example = contractExample(id)
    // A text that is JSON has its quotation marks.
    const text = entry.answer === 'json' && typeof example === 'string' ? JSON.stringify(example) : example
    const status = '204' in entry.operation.responses ? 204 : 200
    if (id !== 'getPublicKey' && id !== 'getServerDate') server.on(request, () => ({ status, body: text }))
    const options = { headers: { 'X-Trace': 'trace-1' }, ...(api === 'oneaccess' && proofs) }
    const method = clients[api]()[name?.group ?? '']?.[name?.method ?? '']
    const given = await method?.(...args, options)

    const [seen] = server.of(request)
    expect(seen).toBeDefined()
    expect(Object.fromEntries(seen?.query ?? [])).toMatchObject(asked)
    expect(seen?.headers['x-trace']).toBe('trace-1')
    const type = seen?.headers['content-type']
    if (entry.mediaType === 'multipart/form-data') expect(type).toMatch(/^multipart\/form-data; boundary=/)
    else if (entry.isForm) expect(seen?.form).toEqual(Object.fromEntries(new URLSearchParams(body as never)))
    else if (typeof body === 'string') expect([type, seen?.body]).toEqual([entry.mediaType, body])
    else expect(seen?.body && JSON.parse(seen.body)).toEqual(body ?? '')
    if (entry.takesToken) expect(seen?.headers.authorization).toBe('Bearer token-1')
    expect(seen?.headers['x-signature'] !== undefined).toBe(entry.proof === 'session')
    if (entry.proof === 'state') expect(seen?.headers['x-state-token']).toBe('state-1')

    const answer = example as Record<string, unknown> | undefined
    if (entry.answer === 'stream') return expect(await new Response(given as ReadableStream).text()).toBe(example)
    if (entry.answer === 'blob') return expect(await (given as Blob).text()).toBe(example)
    if (entry.isPaged) {
      const [total, items] = [answer?.totalNum ?? answer?.total, Object.values(answer ?? {}).find(Array.isArray)]
      return expect(given).toEqual({ items, total, isLast: (items?.length ?? 0) >= Number(total) })
    }
    if (id === 'getPublicKey' || id === 'getServerDate') return expect(given).toBeTypeOf('object')
    const isEnvelope = entry.operation['x-error-format'] === 'envelope' && typeof example === 'object'
    return expect(given).toEqual(isEnvelope ? answer?.data : example)
  })

  test.each(pages)('$id gives an address, and calls nothing', ({ name, entry }) => {
    const { request, asked, place } = callOf(entry)
    const args = [...Object.values(place), ...(entry.query === undefined ? [] : [asked])]
    const address = clients[api]().pages?.[name?.method ?? '']?.(...args)
    const query = new URLSearchParams(asked as Record<string, string>).toString()
    expect(address).toBe(`${server.baseUrl}${request.split(' ')[1]}${query && `?${query}`}`)
    expect(server.seen).toEqual([])
  })
})

describe('a list', () => {
  const total = 5
  beforeEach(() => {
    server.on('GET /api/v1.0/manage/users', ({ query }) => {
      const [pageNum, pageSize] = [Number(query.get('pageNum')), Number(query.get('pageSize') ?? 2)]
      const data = Array.from({ length: total }, (_, guid) => ({ guid })).slice(
        (pageNum - 1) * pageSize,
        pageNum * pageSize,
      )
      return { body: { status: 0, message: 'success', error: null, data, totalNum: total, pageNum, pageSize } }
    })
    server.on('GET /api/v2/tenant/users', ({ query }) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      const users = Array.from({ length: total }, (_, user_id) => ({ user_id })).slice(
        offset * limit,
        (offset + 1) * limit,
      )
      return { body: { total, users } }
    })
  })

  const read = async <Item>(items: AsyncIterable<Item>) => {
    const found: Item[] = []
    for await (const item of items) found.push(item)
    return found
  }

  test('of both APIs has one shape: awaited its first page, in a loop all its items', async () => {
    const account = createAccountClient({ baseUrl: server.baseUrl, auth: async () => 't' })
    const first = { total, isLast: false }
    expect(await account.users.list({ pageSize: 2 })).toEqual({ ...first, items: [{ guid: 0 }, { guid: 1 }] })
    expect(await account.users.list({ pageSize: 2, pageNum: 3 })).toEqual({ total, isLast: true, items: [{ guid: 4 }] })
    expect(await read(account.users.list())).toHaveLength(total)
    const tenant = oneAccess(server)
    const page = await tenant.users.list({ org_id: '', limit: 2 })
    expect(page).toEqual({ ...first, items: [{ user_id: 0 }, { user_id: 1 }] })
    expect(await read(tenant.users.list({ org_id: '', limit: 2, offset: 1 }))).toHaveLength(3)
    expect(await read(tenant.users.list({ org_id: '' }))).toHaveLength(total)
    expect(server.of('GET /api/v2/tenant/users').at(-1)?.query.toString()).toBe('org_id=&offset=0&limit=100')
  })

  test('is asked for once for its first page, however it is read, and again for each that follows', async () => {
    const users = oneAccess(server).users.list({ org_id: '', limit: 3 })
    await users
    expect(await read(users)).toHaveLength(total)
    expect(server.of('GET /api/v2/tenant/users').map(({ query }) => query.get('offset'))).toEqual(['0', '1'])
  })

  test('that is refused rejects, awaited and in a loop', async () => {
    server.on('GET /api/v2/tenant/users', () => ({ status: 403, body: { error_code: 'COMMON.0403', error_msg: 'no' } }))
    const { users } = oneAccess(server)
    await expect(users.list({ org_id: '' })).rejects.toMatchObject({ name: 'OneAccessError', status: 403 })
    await expect(read(users.list({ org_id: '' }))).rejects.toMatchObject({ name: 'OneAccessError', status: 403 })
  })

  test('ends with its signal', async () => {
    const caller = new AbortController()
    const users = oneAccess(server).users.list({ org_id: '', limit: 2 }, { signal: caller.signal })
    await users
    caller.abort(new Error('enough'))
    await expect(read(users)).rejects.toThrow('enough')
  })
})

test('a value of the path that is missing, empty or a dot is refused, and nothing is sent', async () => {
  const { users } = oneAccess(server)
  for (const value of ['', '.', '..', undefined as unknown as string]) {
    await expect(users.get(value), String(value)).rejects.toThrow(TypeError)
  }
  expect(server.seen).toEqual([])
})
