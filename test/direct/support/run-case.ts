import { setTimeout as delay } from 'node:timers/promises'
import { type Pair, send, type WireAnswer, type WireRequest } from '../../../scripts/fuzz/wire.ts'
import { credentialsOf, redirectUri } from './applications.ts'
import { type Case, type FollowUp, requestOf } from './cases.ts'
import { Comparison } from './differences.ts'
import type { answerReader } from './readable.ts'
import { type Row, readStored, replaceStored, type Stored } from './rows.ts'
import { storedFor } from './states.ts'
import { type Side, verifier, type World } from './world.ts'

/** What a case has shown. */
export interface Outcome {
  readonly differences: readonly string[]
  /** The engine's answer to the request itself. */
  readonly answer: WireAnswer
  /** How many requests each of the servers was sent. */
  readonly requests: number
}

/** For how long rows that differ are looked at again, in milliseconds: some are written behind the answer. */
const patience = 1_500

/** Does the same on both servers, from the same rows, and compares what they said and what they have left. */
export async function runCase(
  world: World,
  read: ReturnType<typeof answerReader>,
  tried: Case,
  address: string,
): Promise<Outcome> {
  const { engine, direct, issuer } = world
  const stored = storedFor(world, tried.application, tried.states)
  await Promise.all([engine, direct].map(({ pool }) => replaceStored(pool, stored)))
  const request = await requestOf(world, tried, address)
  const comparison = new Comparison(knownWords(world, stored, request))
  let requests = 0
  const compare = async (place: string, ofEngine: WireRequest, ofDirect: WireRequest) => {
    const { host } = new URL(issuer)
    const ask = (side: Side, wire: WireRequest) => send(side.origin, host, wire)
    const answers = await Promise.all([ask(engine, ofEngine), ask(direct, ofDirect)])
    const [first, second] = await Promise.all(answers.map(read))
    for (const part of ['status', 'headers', 'body'] as const)
      comparison.compare(`${place}, ${part}`, first?.[part], second?.[part])
    requests += 1
    return answers
  }
  const answers = await compare('answer', request, request)
  for (const followUp of tried.followUps) {
    // Where the answers differ, what follows from them says nothing.
    if (comparison.found.length > 0) break
    for (const [place, ofEngine, ofDirect] of await requestsAfter(world, tried, followUp, request, answers, address))
      await compare(`${followUp}, ${place}`, ofEngine, ofDirect)
  }
  await compareStored(comparison, world, address)
  return { differences: comparison.found, answer: answers[0], requests }
}

type Both = readonly [ofEngine: WireAnswer, ofDirect: WireAnswer]
type Following = readonly [place: string, ofEngine: WireRequest, ofDirect: WireRequest]

/** What is sent after the answers: to each server what it gave itself. */
async function requestsAfter(
  world: World,
  { application }: Case,
  followUp: FollowUp,
  request: WireRequest,
  answers: Both,
  address: string,
): Promise<Following[]> {
  if (followUp === 'again') return [['the request', request, request]]
  if (followUp === 'again after the grace') {
    for (const { pool } of [world.engine, world.direct])
      await pool.query(`update engine_state set consumed_at = consumed_at - interval '5 minutes'`)
    return [['the request', request, request]]
  }
  const by = followUp === 'use what it gave' ? world.applications[application] : world.applications.other
  const from: Pair = ['X-Forwarded-For', address]
  const type: Pair = ['Content-Type', 'application/x-www-form-urlencoded']
  const uses = await Promise.all(
    answers.map(async (answer) => {
      const { headers, form } = await credentialsOf(by, 'as registered', {
        issuer: world.issuer,
        other: world.applications.other,
      })
      const post = (path: string, ...fields: Pair[]): WireRequest => ({
        method: 'POST',
        path,
        query: [],
        headers: [from, type, ...headers],
        cookies: [],
        form: [...fields, ...form],
      })
      return usesOf(answer, post, from)
    }),
  )
  const [ofEngine = [], ofDirect = []] = uses
  return ofEngine.flatMap(([place, wire], index): Following[] => {
    const other = ofDirect[index]
    return other ? [[place, wire, other[1]]] : []
  })
}

/** Every use of what an answer gave. */
function usesOf(
  answer: WireAnswer,
  post: (path: string, ...fields: Pair[]) => WireRequest,
  from: Pair,
): [place: string, request: WireRequest][] {
  const location = answer.headers.find(([name]) => name === 'location')?.[1]
  const code = location && URL.parse(location)?.searchParams.get('code')
  const { access_token: access, refresh_token: refresh } = tokensOf(answer)
  const authorized: readonly Pair[] = [from, ['Authorization', `Bearer ${access}`]]
  const redemption: Pair[] = [
    ['grant_type', 'authorization_code'],
    ['redirect_uri', redirectUri],
    ['code_verifier', verifier],
  ]
  return [
    ...(code ? [['its code', post('/connect/token', ['code', code], ...redemption)] as [string, WireRequest]] : []),
    ...(access
      ? ([
          ['userinfo', { method: 'GET', path: '/connect/userinfo', query: [], headers: authorized, cookies: [] }],
          ['introspection', post('/connect/introspect', ['token', access])],
        ] as [string, WireRequest][])
      : []),
    ...(refresh
      ? ([
          ['refresh', post('/connect/token', ['grant_type', 'refresh_token'], ['refresh_token', refresh])],
          ['introspection of the refresh token', post('/connect/introspect', ['token', refresh])],
        ] as [string, WireRequest][])
      : []),
  ]
}

function tokensOf({ body }: WireAnswer): { access_token?: string; refresh_token?: string } {
  return body.startsWith('{') ? (JSON.parse(body) as { access_token?: string; refresh_token?: string }) : {}
}

async function compareStored(comparison: Comparison, { engine, direct }: World, address: string): Promise<void> {
  const rowsOf = (table: keyof Stored, rows: readonly Row[]) =>
    rows.filter((row) => table === 'sessions' || isOf(row, address)).map(readable)
  const deadline = performance.now() + patience
  for (;;) {
    const [first, second] = await Promise.all([readStored(engine.pool), readStored(direct.pool)])
    const attempt = comparison.copy()
    for (const table of Object.keys(first).filter((name) => name !== 'quiet') as (keyof Stored)[])
      attempt.compareRows(table, rowsOf(table, first[table]), rowsOf(table, second[table]))
    const same = attempt.found.length === comparison.found.length
    if ((same && first.quiet && second.quiet) || performance.now() > deadline) {
      comparison.found.push(...attempt.found.slice(comparison.found.length))
      return
    }
    await delay(5)
  }
}

/** Whether a row is of this case: a record of an earlier one may come late, with the address that it had. */
function isOf(row: Row, address: string): boolean {
  return typeof row.address !== 'string' || row.address === address
}

/** A row without what is encrypted, which says nothing to whoever has not the key. */
function readable(row: Row): Row {
  const { sealed, ...payload } = (row.payload ?? {}) as Row
  return sealed === undefined ? row : { ...row, payload: { ...payload, sealed: 'something' } }
}

/** Tells the words that both servers were told: in the request, in their rows, and whom there is. */
function knownWords(world: World, stored: Stored, request: WireRequest): (text: string) => boolean {
  const told = JSON.stringify([stored, request, world.people, Object.values(world.given)])
  return (text) => told.includes(text)
}
