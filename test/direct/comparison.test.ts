import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from './support/cases.ts'
import { answerReader } from './support/readable.ts'
import { runCase } from './support/run-case.ts'
import { type PassingAnswer, startTamperingProxy } from './support/tampering-proxy.ts'
import { makeWorld, type World } from './support/world.ts'

let world: World
let read: ReturnType<typeof answerReader>
let count = 0

beforeAll(async () => {
  world = await makeWorld()
  read = answerReader(world.publicKeys)
})
afterAll(() => world.close())

const code: Case = { operation: 'code', application: 'plain', variant: 0, mutations: [], states: [], followUps: [] }
const refused: Case = { ...code, mutations: [{ what: 'drop', name: 'code_verifier' }] }
const authorization: Case = { ...code, operation: 'authorize', application: 'public' }

/** What the comparison finds when the second server's answers to a case are changed on their way, or its rows behind them. */
async function differencesOf(tried: Case, tamper: Tamper) {
  const proxy = await startTamperingProxy(world.direct.origin, tamper)
  count += 1
  try {
    const tampered = { ...world, direct: { ...world.direct, origin: proxy.origin } }
    return (await runCase(tampered, read, tried, `10.99.0.${count}`)).differences
  } finally {
    proxy.close()
  }
}

type Tamper = (answer: PassingAnswer) => void | Promise<void>
type Members = Record<string, unknown>

/** Changes members of the JSON of an answer; an undefined one goes. */
const inBody = (changed: (body: Members) => Members | Promise<Members>) => async (answer: PassingAnswer) => {
  const body = JSON.parse(answer.body) as Members
  answer.body = JSON.stringify({ ...body, ...(await changed(body)) })
}

/** Signs one of the tokens anew, with these claims and headers changed. */
const inToken = (name: string, claims: Members, header: Members = {}) =>
  inBody(async (body) => {
    const token = String(body[name])
    const signed = new SignJWT({ ...decodeJwt(token), ...claims })
    signed.setProtectedHeader({ ...decodeProtectedHeader(token), alg: 'RS256', ...header })
    return { [name]: await signed.sign(await importJWK(world.signingKey, 'RS256')) }
  })

/** Changes what the second server has left. */
const inRows = (statement: string) => async () => void (await world.direct.pool.query(statement))

/** Changes a header. */
const inHeader =
  (name: string, change: (value: string) => string): Tamper =>
  ({ headers }) =>
    void headers.set(name, change(String(headers.get(name))))

test('two servers that are alike pass, whatever is random', async () => {
  for (const tried of [code, refused, authorization])
    expect(await differencesOf({ ...tried, followUps: ['use what it gave', 'again'] }, () => {})).toEqual([])
})

describe('a difference is found', () => {
  const random = 'r'.repeat(43)
  const tampered: readonly (readonly [what: string, where: string, tried: Case, tamper: Tamper])[] = [
    [
      'in the status',
      'answer, status',
      code,
      (answer) => {
        answer.status = 201
      },
    ],
    [
      'when a header is missing',
      'answer, headers.cache-control',
      code,
      ({ headers }) => void headers.delete('cache-control'),
    ],
    ['when a header is there that was not', 'answer, headers.x-direct', code, inHeader('x-direct', () => '1')],
    ['in a header', 'answer, headers.cache-control', code, inHeader('cache-control', () => 'no-cache')],
    ['when a member is missing', 'answer, body.scope', code, inBody(() => ({ scope: undefined }))],
    ['when a member is there that was not', 'answer, body.more', code, inBody(() => ({ more: true }))],
    ['in the type of a member', 'answer, body.expires_in', code, inBody(() => ({ expires_in: '7200' }))],
    ['in a number that is no time', 'answer, body.expires_in', code, inBody(() => ({ expires_in: 7201 }))],
    [
      'in the description of an error',
      'answer, body.error_description',
      refused,
      inBody(() => ({ error_description: 'no' })),
    ],
    ['in a claim', 'body.access_token.claims.scope', code, inToken('access_token', { scope: 'openid' })],
    [
      'when a claim is there that was not',
      'body.id_token.claims.auth_time',
      code,
      inToken('id_token', { auth_time: 1 }),
    ],
    [
      'when a claim is missing',
      'body.access_token.claims.grant_id',
      code,
      inToken('access_token', { grant_id: undefined }),
    ],
    ['in the lifetime of a token', 'body.id_token.', code, inToken('id_token', { exp: Math.round(Date.now() / 1000) })],
    ['in the header of a token', 'body.access_token.header.typ', code, inToken('access_token', {}, { typ: 'JWT' })],
    [
      'in a signature',
      'body.id_token.signature',
      code,
      inBody(({ id_token }) => ({ id_token: `${String(id_token).slice(0, -8)}AAAAAAAA` })),
    ],
    ['when a random value is not the one stored', 'engine_state', code, inBody(() => ({ refresh_token: random }))],
    ['when a random value is shorter', 'body.refresh_token', code, inBody(() => ({ refresh_token: random.slice(1) }))],
    ['when a code was not used up', 'engine_state', code, inRows(`update engine_state set consumed_at = null`)],
    [
      'when something lasts longer',
      'engine_state',
      code,
      inRows(`update engine_state set expires_at = expires_at + interval '5 s'`),
    ],
    ['when a row is missing', 'engine_state', code, inRows(`delete from engine_state where model = 'RefreshToken'`)],
    [
      'when a row is there that was not',
      'revoked_access_tokens',
      code,
      inRows(`insert into revoked_access_tokens values (sha256('a'), now())`),
    ],
    ['in what is stored', 'engine_state', code, inRows(`update engine_state set payload = payload || '{"scope": ""}'`)],
    ['in the session', 'sessions', authorization, inRows(`update sessions set payload = payload || '{"amr": []}'`)],
    [
      'in the address of an answer',
      'answer, headers.location[0].path',
      authorization,
      inHeader('location', (address) => address.replace('callback', 'elsewhere')),
    ],
    [
      'in a parameter of an answer',
      'answer, headers.location[0].query',
      authorization,
      inHeader('location', (address) => address.replace('&state=', '&stade=')),
    ],
    [
      'in a cookie',
      'answer, headers.set-cookie',
      authorization,
      ({ headers }) =>
        void headers.set(
          'set-cookie',
          [headers.get('set-cookie') ?? []].flat().map((line) => line.replace(/; *httponly/i, '')),
        ),
    ],
  ]
  test.each(tampered)('%s: %s', async (_what, where, tried, tamper) => {
    // The length differs together with the body.
    const found = (await differencesOf(tried, tamper)).filter((difference) => !difference.includes('content-length'))
    expect(found.length).toBeGreaterThan(0)
    for (const difference of found) expect(difference).toContain(where)
  })

  test('in what a later request gets', async () => {
    let requests = 0
    const second: Tamper = (answer) => {
      requests += 1
      if (requests === 2) answer.status = 200
    }
    const found = await differencesOf({ ...code, followUps: ['again'] }, second)
    expect(found).toEqual([expect.stringContaining('again, the request, status')])
  })
})
