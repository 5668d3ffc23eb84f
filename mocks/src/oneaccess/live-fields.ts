import type { Answer } from '../answer.ts'
import { bearerToken } from '../bearer.ts'
import { clientOf } from '../client.ts'
import type { Call } from '../face.ts'
import type { ShortLived } from '../short-lived.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import type { People } from './people.ts'
import type { SessionTokens } from './session-tokens.ts'
import type { SignatureKey } from './signature.ts'
import type { UserTokens } from './user-tokens.ts'

const STATE_TOKEN_SECONDS = 10 * 60
const DEFAULT_SECONDS = 30 * 60
const MOST_SECONDS = 30 * 24 * 60 * 60

/** What makes the values that can be used in a next request. */
export interface Sources {
  tokens: Tokens
  users: UserTokens
  sessions: SessionTokens
  tickets: ShortLived<string>
  people: People
  world: World
  key: SignatureKey
  /** The ClientId of requests that name none. */
  clientId: string
}

type Body = Record<string, unknown>
type Maker = (call: Call, body: Body) => string | Promise<string>

/** The calling application: from its header, its credentials or its management token. */
async function callerOf({ headers, form }: Call, { tokens, clientId, world }: Sources): Promise<string> {
  const named =
    headers['x-client-id']?.toString() ??
    clientOf(form, /^Basic /i.test(headers.authorization ?? '') ? headers.authorization : undefined, world)?.id
  if (named) return named
  const presented = bearerToken(headers.authorization)
  const claims = presented === undefined ? undefined : await tokens.read('management', presented)
  return claims?.client_id ?? clientId
}

/** The lifetime that an answer names, within bounds: made-up answers name any number. */
function secondsOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.ceil(value), MOST_SECONDS) : DEFAULT_SECONDS
}

/** One maker for each field that stands for something in a next request. */
function makersFrom(sources: Sources): ReadonlyMap<string, Maker> {
  const { tokens, users, sessions, tickets, key, people, world } = sources
  const grantFor = async (call: Call, body: Body) => ({
    origin: call.origin,
    clientId: await callerOf(call, sources),
    scope: String(body.scope ?? ''),
    sub: people.of(call),
  })
  return new Map<string, Maker>([
    ['timestamp', () => String(world.clock())],
    ['public_key', () => key.publicKey],
    ['session_token', (call, body) => sessions.issue(secondsOf(body.expire), people.of(call))],
    ['sso_ticket', (call) => tickets.issue(people.of(call))],
    [
      'state_token',
      async (call) =>
        tokens.sign('state', { sub: people.of(call), client_id: await callerOf(call, sources) }, STATE_TOKEN_SECONDS),
    ],
    ['id_token', async (call, body) => users.identity(await grantFor(call, body))],
    ['refresh_token', async (call, body) => users.refresh(await grantFor(call, body))],
    [
      'access_token',
      async (call, body) => {
        if (call.operation.id !== 'issueAccessCredential') return users.access(await grantFor(call, body))
        const claims = { client_id: await callerOf(call, sources) }
        return tokens.sign('management', claims, secondsOf(body.expires_in))
      },
    ],
  ])
}

/**
 * A function that puts values which work in place of those of a documented success, so that each example can be walked on
 * from. What the example does not have is not added.
 */
export function createLiveFields(sources: Sources): (call: Call, answer: Answer) => Promise<Answer> {
  const makers = makersFrom(sources)
  return async (call, answer) => {
    const { status, body } = answer
    if (status >= 300 || typeof body !== 'object' || body === null || Array.isArray(body)) return answer
    const live: Body = { ...body }
    for (const [name, value] of Object.entries(body)) {
      const make = typeof value === 'string' ? makers.get(name) : undefined
      if (make) live[name] = await make(call, live)
    }
    return { ...answer, body: live }
  }
}
