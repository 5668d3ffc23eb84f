import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { freePort, type Running } from '../support/process.ts'
import { codeOf, redirect } from './support/authorization.ts'
import { type Clock, startClock } from './support/clock.ts'
import { installation, kill } from './support/installation.ts'
import { OwnPostgres } from './support/postgres.ts'
import { report } from './support/report.ts'

const hour = 3_600
let ofDatabase: Clock
let ofOther: Clock
let postgres: OwnPostgres
const nodes: Running[] = []
/** A node whose clock is right, and one whose clock is not. */
let right: string
let other: string
beforeAll(async () => {
  ofDatabase = await startClock()
  ofOther = await startClock()
  postgres = await OwnPostgres.start({ env: ofDatabase.env })
  const made = await installation(postgres.url, { TRUST_PROXY: 'loopback' })
  right = made.base
  const port = String(await freePort())
  other = `http://localhost:${port}`
  nodes.push(await made.start({ PUBLIC_URL: right }))
  nodes.push(await made.start({ ...ofOther.env, PORT: port, PUBLIC_URL: right }))
})
afterAll(async () => {
  for (const node of nodes) await kill(node)
  await postgres.close()
  await ofOther.remove()
  await ofDatabase.remove()
})

interface Answer {
  readonly status: number
  readonly body: {
    readonly error?: string
    readonly error_code?: string
    readonly token?: string
    readonly refresh_token?: string
  }
}
const verifier = randomBytes(32).toString('base64url')

async function post(
  node: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${node}/connect/token`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}
const refresh = (node: string, token = '') =>
  post(node, { client_id: 'TestClient', grant_type: 'refresh_token', refresh_token: token })
const redeem = (node: string, code: string) =>
  post(node, {
    client_id: 'TestClient',
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
  })

async function codeAt(node: string, person: Person): Promise<string> {
  person.node = node
  return await codeOf(person, verifier)
}

/** What somebody finds who comes so many seconds later. */
async function later<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  await ofDatabase.step(seconds)
  try {
    return await work()
  } finally {
    await ofDatabase.step(0)
  }
}

const device = {
  'X-operating-sys-version': 'Android 10',
  'X-device-fingerprint': 'clocks',
  'X-agent': 'clocks',
  'X-client-id': 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
}
async function sdk(node: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${node}/api/v2/sdk/${path}`, {
    headers: { ...device, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

describe.each([
  ['ahead', hour],
  ['behind', -hour],
])('a node that is an hour %s', (where, seconds) => {
  beforeAll(() => ofOther.step(seconds))

  test('gives codes that others take, and takes those of others; they live for as long as any', async () => {
    const person = new Person(right)
    await codeAt(right, person)
    for (const [giver, taker] of [
      [right, other],
      [other, right],
    ] as const) {
      expect(await redeem(taker, await codeAt(giver, person))).toMatchObject({ status: 200 })
      const late = await codeAt(giver, person)
      const answers = await later(90, () => Promise.all([redeem(giver, late), redeem(taker, late)]))
      expect(answers).toMatchObject([
        { status: 400, body: { error: 'invalid_grant' } },
        { status: 400, body: { error: 'invalid_grant' } },
      ])
    }
  })

  test('uses refresh tokens up as others do: who asks twice gets the same, who comes later with one is a thief', async () => {
    const person = new Person(right)
    const { body } = await redeem(right, await codeAt(right, person))
    for (const [one, two] of [
      [right, other],
      [other, right],
    ] as const) {
      const { body: used } = await redeem(right, await codeAt(right, person))
      const first = await refresh(one, used.refresh_token)
      expect(first).toMatchObject({ status: 200 })
      expect(await refresh(two, used.refresh_token)).toMatchObject({
        status: 200,
        body: { refresh_token: first.body.refresh_token },
      })
    }
    await refresh(other, body.refresh_token)
    expect(await later(120, () => refresh(right, body.refresh_token))).toMatchObject({
      body: { error: 'invalid_grant' },
    })
  })

  test('counts wrong secrets with the others', async () => {
    const wrong = (node: string) =>
      post(
        node,
        { grant_type: 'client_credentials' },
        // Of a network of its own: the same client is used by other tests.
        { authorization: `Basic ${btoa('testAutoClient:wrong')}`, 'x-forwarded-for': `203.0.113.${where.length}` },
      )
    for (let n = 0; n < 20; n += 1) expect((await wrong(right)).status).toBe(401)
    expect((await wrong(other)).status).toBe(429)
    expect((await wrong(right)).status).toBe(429)
  })

  test('gives tickets of CAS that others know, for as long as any', async () => {
    const person = new Person(right)
    await codeAt(right, person)
    const service = 'http://localhost:5173/cas/'
    const ticket = async (node: string) => {
      person.node = node
      const { url } = await person.visit(`/api/v1/cas/login?${new URLSearchParams({ service })}`)
      return url.searchParams.get('ticket') ?? ''
    }
    const validate = async (node: string, given: string) =>
      (await fetch(`${node}/api/v1/cas/validate?${new URLSearchParams({ service, ticket: given })}`)).text()
    expect(await validate(right, await ticket(other))).toMatch(/^yes/)
    expect(await validate(other, await ticket(right))).toMatch(/^yes/)
    const old = await ticket(other)
    expect(await later(60, () => validate(right, old))).toBe('no\n')
  })

  test('lets on who has given the password at another node lately, and nobody else', async () => {
    const person = new Person(right)
    await codeAt(right, person)
    const page = await person.visit('/usercenter/profile')
    const token = /__RequestVerificationToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const ownData = async (node: string, fields: Record<string, string> = {}) => {
      person.node = node
      const body = new URLSearchParams({ __RequestVerificationToken: token, ...fields })
      const answer = await person.visit('/usercenter/data', { method: 'POST', body })
      return answer.headers.has('content-disposition')
    }
    expect(await ownData(other)).toBe(false)
    expect(await ownData(right, { password: 'Abc.123456' })).toBe(true)
    expect(await ownData(other)).toBe(true)
    expect(await later(400, () => ownData(other))).toBe(false)
  })

  test('shows captchas that are judged by others', async () => {
    const guess = async (node: string, token = '') =>
      (await sdk(node, 'captcha/verify', { token, sender: '13800138000', point_json: '{"x":1,"y":5}' })).body.error_code
    const expected = await guess(right, (await sdk(right, 'captcha')).body.token)
    expect(await guess(right, (await sdk(other, 'captcha')).body.token)).toBe(expected)
    const old = (await sdk(other, 'captcha')).body.token
    expect(await later(400, () => guess(right, old))).not.toBe(expected)
    report(`a node an hour ${where}`, 'codes, refresh tokens, counters and captchas are judged as everywhere')
  })
})
