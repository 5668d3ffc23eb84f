import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { differences } from './differences.ts'
import { type RunningMock, startMock } from './start.ts'

let server: TestServer
let mock: RunningMock
let sides: Side[]

/** One of both, with who can call it. */
interface Side {
  issuer: string
  tokens: Record<string, string>
  device: AppDevice
}

beforeAll(async () => {
  ;[server, mock] = await Promise.all([startTestServer(), startMock({ strict: true, seed: 'seven' })])
  sides = await Promise.all([sideOf(server.issuer), sideOf(mock.origin)])
}, 120_000)
afterAll(() => Promise.all([server.close(), mock.stop()]))

async function tokenOf(issuer: string, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(issuer + path, { method: 'POST', body: new URLSearchParams(fields) })
  const { access_token: token, ...refusal } = (await answer.json()) as Record<string, string>
  if (!token) throw new Error(`no token at ${issuer}: ${JSON.stringify(refusal)}`)
  return token
}

const scopesOf = (id: OperationId): string[] =>
  operations[id].security.flatMap((one) => ('oauth2' in one ? [...one.oauth2] : []))

async function sideOf(issuer: string): Promise<Side> {
  const device = new AppDevice({ issuer } as TestServer)
  const application = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
  const management = await tokenOf(issuer, '/api/v2/tenant/token', { grant_type: 'client_credentials', ...application })
  return { issuer, device, tokens: { management } }
}

/** The access token that an operation of the Account API is meant for. */
async function accountToken({ issuer, tokens }: Side, id: OperationId): Promise<string> {
  const { tag, caller } = operations[id]
  const scope = scopesOf(id).join(' ') || 'openid'
  const client = tag.startsWith('OEM')
    ? { client_id: 'oemDemo', client_secret: 'oem.Demo.2026' }
    : { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
  const person = {
    client_id: 'testAutoClient',
    client_secret: 'testAuto.2022',
    username: 'admin',
    password: 'Admin.123456',
  }
  const fields =
    caller === 'client' ? { grant_type: 'client_credentials', ...client } : { grant_type: 'password', ...person }
  const key = JSON.stringify([fields, scope])
  tokens[key] ??= await tokenOf(issuer, '/connect/token', { ...fields, scope })
  return tokens[key]
}

/** The credentials that an operation asks for. */
async function credentialsOf(side: Side, id: OperationId): Promise<Record<string, string>> {
  const [scheme] = operations[id].security.flatMap((one) => Object.keys(one))
  if (scheme === 'oauth2') return { authorization: `Bearer ${await accountToken(side, id)}` }
  if (scheme === 'managementToken') return { authorization: `Bearer ${side.tokens.management}` }
  // A new session each time, as one of the calls ends it.
  if (scheme === 'sessionSignature')
    return { ...side.device.headers, ...(await side.device.signed(await side.device.session())) }
  return {}
}

interface Sent {
  path?: string
  headers?: Record<string, string>
  body?: string | FormData | undefined
}

/** What the paths of an answer are: its fields, those of lists put together. An empty list says that with `[0]`. */
function shapeOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value))
    return value.length === 0 ? [`${at}[0]`] : [...new Set(value.flatMap((item) => shapeOf(item, `${at}[]`)))]
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([name, inner]) => shapeOf(inner, `${at}.${name}`))
}

/** What a program looks at: status, media type, the codes of a failure or else the fields of a success. */
async function told(side: Side, id: OperationId, { path, headers = {}, body }: Sent) {
  const documented = documentedRequest(id)
  const answer = await fetch(side.issuer + (path ?? documented.path), {
    method: documented.method,
    headers: { ...documented.headers, 'x-l': 'en', ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  })
  const text = await answer.text()
  const mediaType = answer.headers.get('content-type')?.split(';')[0]
  const challenge = answer.headers.get('www-authenticate')?.replace(/"[^"]*"/g, '')
  const isJson = mediaType?.endsWith('json') && text !== ''
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : undefined
  const code = answer.status >= 400 ? (json?.error_code ?? json?.error) : undefined
  const items = Array.isArray(json?.data) ? json.data.map((item) => item?.error?.error) : undefined
  return {
    status: answer.status,
    mediaType,
    code,
    challenge: challenge?.split(' ')[0],
    items: items?.filter(Boolean),
    json,
  }
}

const isPage = (id: OperationId) => ['html', 'login'].includes(operations[id].errorFormat)
const all = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].method)
const programs = all.filter((id) => !isPage(id))
const guarded = programs.filter((id) => operations[id].security.some((one) => Object.keys(one).length > 0))
const jsonBodies = programs.filter((id) => operations[id].requestMediaTypes[0] === 'application/json')
const named = programs.filter((id) => /\{|guid|202\d{14}/.test(operations[id].path + documentedRequest(id).path))

/** Compares both, or lets them differ where that is written down. */
async function compare(kind: string, id: OperationId, sent: (side: Side) => Sent | Promise<Sent>, shape = false) {
  const answers = await Promise.all(sides.map(async (side) => told(side, id, await sent(side))))
  // What stands in a list is compared where both have something in it.
  const shapes = answers.map(({ json }) => shapeOf(json))
  const empty = shapes.flat().filter((path) => path.endsWith('[0]'))
  const isCommon = (path: string) => !empty.some((list) => path.startsWith(list.slice(0, -2)))
  const [real, mocked] = answers.map(({ json: _, ...rest }, index) => ({
    ...rest,
    ...(shape && { shape: shapes[index]?.filter(isCommon).sort() }),
  }))
  if (Object.hasOwn(differences, `${kind} / ${id}`)) expect(mocked, 'no longer different').not.toEqual(real)
  else expect(mocked).toEqual(real)
}

describe('the mock refuses as the server', () => {
  test.each(guarded)('no credentials: %s', (id) =>
    compare('no credentials', id, () => ({ body: documentedRequest(id).body })),
  )

  test.each(guarded)('wrong credentials: %s', (id) => {
    const headers = { authorization: 'Bearer x', 'x-signature': 'x', 'x-state-token': 'x' }
    return compare('wrong credentials', id, () => ({ headers, body: documentedRequest(id).body }))
  })

  test.each(programs)('an unknown parameter: %s', (id) => {
    const path = documentedRequest(id).path
    const asked = `${path}${path.includes('?') ? '&' : '?'}unknown=1`
    const { body } = documentedRequest(id)
    return compare('an unknown parameter', id, async (side) => ({
      path: asked,
      headers: await credentialsOf(side, id),
      body,
    }))
  })

  test.each(
    jsonBodies.flatMap((id) =>
      ['[', '"x"', '{"unknown":1}', '[{"unknown":1}]', '[]'].map((body) => [id, body] as const),
    ),
  )('an invalid body: %s %s', (id, body) =>
    compare('an invalid body', id, async (side) => ({ headers: await credentialsOf(side, id), body })),
  )

  test.each(named)('an unknown id: %s', (id) => {
    const unknown = (text: string) => text.replace(/0198f2a\d|202\d{6}\d|3hJx0nq8/g, (found) => `9${found.slice(1)}`)
    const { path, body } = documentedRequest(id)
    const sent = { path: unknown(path), body: typeof body === 'string' ? unknown(body) : body }
    return compare('an unknown id', id, async (side) => ({ ...sent, headers: await credentialsOf(side, id) }))
  })
})

describe('the mock answers as the server', () => {
  // One stream does not end.
  const reading = programs.filter(
    (id) => operations[id].method === 'get' && !named.includes(id) && id !== 'receiveUserMessages',
  )
  test.each(reading)('a documented call: %s', (id) =>
    compare('a documented call', id, async (side) => ({ headers: await credentialsOf(side, id) }), true),
  )
})

test('the lists of discovery are those of the server', async () => {
  for (const path of ['/.well-known/openid-configuration', '/api/v1/oauth2/.well-known/openid-configuration']) {
    const [real, mocked] = await Promise.all(
      sides.map(async ({ issuer }) => (await (await fetch(issuer + path)).text()).replaceAll(issuer, '{issuer}')),
    )
    expect(JSON.parse(mocked ?? '')).toEqual(JSON.parse(real ?? ''))
  }
})

describe('what is made on both looks alike', () => {
  const made = [
    [
      'createTenantUser',
      { user_name: 'alice', mobile: '13911112222', password: 'Alice.2026' },
      'getTenantUser',
      'user_id',
    ],
    ['createOrganization', { code: 'new', name: 'New' }, 'getOrganization', 'org_id'],
    ['createApplicationRole', { code: 'new', name: 'New' }, 'getApplicationRole', 'role_id'],
  ] as const
  test.each(made)('%s', async (create, fields, read, param) => {
    const applications = await Promise.all([
      server.database.db
        .selectFrom('applications')
        .select('id')
        .where('clientId', '=', 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm')
        .executeTakeFirstOrThrow(),
      { id: '20211105164443827-9A1B-5E1CA0A52' },
    ])
    const paths = (id: OperationId, values: Record<string, string>) =>
      operations[id].path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
    const outcomes = await Promise.all(
      sides.map(async (side, index) => {
        const application_id = applications[index]?.id ?? ''
        const headers = await credentialsOf(side, create)
        const asked = { path: paths(create, { application_id }), headers, body: JSON.stringify(fields) }
        const first = await told(side, create, asked)
        const again = await told(side, create, asked)
        const id = String(Object.values(first.json ?? {})[0])
        const back = await told(side, read, { path: paths(read, { application_id, [param]: id }), headers })
        return [first, again, back].map(({ json, ...rest }) => ({ ...rest, shape: shapeOf(json).sort() }))
      }),
    )
    expect(outcomes[0]?.map(({ status }) => status)).toEqual([expect.any(Number), 400, 200])
    expect(outcomes[1]).toEqual(outcomes[0])
  })
})
