import { clientOf } from '../client.ts'
import type { Call } from '../face.ts'
import { Refused } from '../failure.ts'
import type { ShortLived } from '../short-lived.ts'
import type { World } from '../world.ts'
import type { People } from './people.ts'
import type { SessionTokens } from './session-tokens.ts'

/** Looks whether a valid request brings values that the mock gave, and notes whose they are. @throws Refused */
export type Check = (call: Call) => void

/** The mock counts no attempts. */
const ATTEMPTS_LEFT = 4

function field({ body }: Call, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
}

/** M1: the grant in the form or the query, the client in the form or HTTP Basic. */
function checkCredential({ form, query, headers, origin }: Call, world: World): void {
  if ((form.get('grant_type') ?? query.get('grant_type')) === null) {
    throw new Refused({ status: 400, message: 'grant_type is missing' })
  }
  // A header of another scheme names no client; then the form does.
  const basic = /^Basic /i.test(headers.authorization ?? '') ? headers.authorization : undefined
  if (basic && form.has('client_secret'))
    throw new Refused({ status: 400, message: 'the client authenticates in more than one way' })
  if (clientOf(form, basic, world)?.authenticated) return
  throw new Refused({
    status: 401,
    oauthError: 'invalid_client',
    message: 'Bad client credentials',
    headers: { 'www-authenticate': `Basic realm="${origin}"` },
  })
}

/** The checks of the operations whose bodies bring tokens, by operationId. */
export function createChecks(
  sessions: SessionTokens,
  tickets: ShortLived<string>,
  people: People,
  world: World,
): Partial<Record<string, Check>> {
  const checkSession: Check = (call) => {
    const token = field(call, 'session_token')
    call.subject = sessions.ownerOf(token)
    if (sessions.isLive(token)) return
    const message = "the session_token is expired or not from this mock's start"
    throw new Refused({ status: 400, errorCode: 'PARAM.0033', message })
  }
  return {
    issueAccessCredential: (call) => checkCredential(call, world),
    loginWithPassword(call) {
      if (people.mayEnter(field(call, 'user_name'), field(call, 'password'))) return
      const message = 'the password is wrong, or the user is disabled'
      throw new Refused({ status: 400, errorCode: 'LOGIN.0002', values: [ATTEMPTS_LEFT], message })
    },
    issueSsoTicket: checkSession,
    refreshSessionToken: checkSession,
    verifySsoTicket(call) {
      call.subject = tickets.take(String(field(call, 'sso_ticket')))
      if (call.subject !== undefined) return
      throw new Refused({ status: 400, errorCode: 'PARAM.0032', message: 'the ticket is unknown, used or expired' })
    },
  }
}
