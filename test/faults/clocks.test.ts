import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import type { Running } from '../support/process.ts'
import { codeOf, redirect } from './support/authorization.ts'
import { type Clock, startClock } from './support/clock.ts'
import { installation, kill } from './support/installation.ts'
import { OwnPostgres } from './support/postgres.ts'
import { report } from './support/report.ts'

const hour = 3_600
let ofServer: Clock
let ofDatabase: Clock
let postgres: OwnPostgres
let server: Running
let base: string
beforeAll(async () => {
  ofServer = await startClock()
  ofDatabase = await startClock()
  postgres = await OwnPostgres.start({ env: ofDatabase.env })
  const made = await installation(postgres.url, { ...ofServer.env, TRUST_PROXY: 'loopback' })
  base = made.base
  server = await made.start()
})
afterAll(async () => {
  await kill(server)
  await postgres.close()
  await ofServer.remove()
  await ofDatabase.remove()
})

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

async function token(fields: Record<string, string>): Promise<{ status: number; body: Tokens }> {
  const answer = await fetch(`${base}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'TestClient', ...fields }),
  })
  return { status: answer.status, body: (await answer.json()) as Tokens }
}
const refresh = ({ refresh_token }: Tokens) => token({ grant_type: 'refresh_token', refresh_token })
const userInfo = async ({ access_token: accessToken }: Tokens) =>
  (await fetch(`${base}/connect/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } })).status

/** The code flow of a person who is signed in, or signs in on the way. */
async function codeFlow(person: Person): Promise<{ status: number; body: Tokens }> {
  const verifier = randomBytes(32).toString('base64url')
  const code = await codeOf(person, verifier)
  return token({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier })
}
const signedIn = async (person: Person) => (await person.visit('/usercenter')).body.includes('testUserName')

/** Whether wrong passwords for a name are refused without being looked at. */
async function isLocked(name: string): Promise<boolean> {
  const answer = await fetch(`${base}/connect/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}`,
      // From a network of its own: the others here are not to be taken for whoever tries passwords out.
      'x-forwarded-for': `203.0.113.${name.length}`,
    },
    body: new URLSearchParams({ grant_type: 'password', username: name, password: 'wrong', scope: 'openid' }),
  })
  return answer.status === 429 || /locked|many/i.test(await answer.text())
}

describe.each([
  ['server', () => ofServer],
  ['database', () => ofDatabase],
] as const)('a clock of the %s that steps by an hour', (whose, clock) => {
  test.each([
    ['forward', hour],
    ['backward', -hour],
  ])('%s, and back, signs nobody out, unlocks nobody, and lets people in', async (where, seconds) => {
    const before = new Person(base)
    const old = await codeFlow(before)
    expect(old.status).toBe(200)

    await clock().step(seconds)
    expect(await signedIn(before)).toBe(true)
    const signedBefore = await userInfo(old.body)
    const renewed = await refresh(old.body)
    expect(renewed.status).toBe(200)
    expect(await userInfo(renewed.body)).toBe(200)
    const meanwhile = new Person(base)
    const fresh = await codeFlow(meanwhile)
    expect(fresh.status).toBe(200)
    expect(await userInfo(fresh.body)).toBe(200)
    expect(await signedIn(meanwhile)).toBe(true)
    const name = `nobody-${where}-${whose}`
    for (let n = 0; n < 12; n += 1) await isLocked(name)
    expect(await isLocked(name)).toBe(true)

    await clock().step(0)
    expect([await signedIn(before), await signedIn(meanwhile)]).toEqual([true, true])
    const signedMeanwhile = await userInfo(fresh.body)
    for (const { body } of [renewed, fresh]) {
      const again = await refresh(body)
      expect(again.status).toBe(200)
      expect(await userInfo(again.body)).toBe(200)
    }
    expect((await codeFlow(new Person(base))).status).toBe(200)
    const locked = await isLocked(name)
    // The database's clock is the one that locks are judged by: they last as it says.
    if (whose === 'server') expect(locked).toBe(true)
    report(
      `clock of the ${whose} an hour ${where}, and back`,
      `access tokens of before are answered ${signedBefore} meanwhile, those of meanwhile ${signedMeanwhile} afterwards; all others 200`,
      `who was locked meanwhile is ${locked ? 'locked' : 'free'} afterwards`,
    )
  })
})
