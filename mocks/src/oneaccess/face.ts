import { type Answer, json } from '../answer.ts'
import { exampleOf, type MockDocument, parameterExample } from '../contract.ts'
import { inLanguage } from '../error-codes.ts'
import type { Act, Call, Face } from '../face.ts'
import type { Row } from '../memory/collection.ts'
import { ShortLived } from '../short-lived.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import { type CodeRecord, createAuthorize } from './authorize.ts'
import { createCas } from './cas.ts'
import { type Check, createChecks } from './checks.ts'
import { createLiveFields } from './live-fields.ts'
import { pageOf } from './paging.ts'
import { withoutNulls } from './people.ts'
import { createPolicy } from './policy.ts'
import { createResources } from './resources.ts'
import { createSessionTokens } from './session-tokens.ts'
import { signOut } from './sign-out.ts'
import { createSignatureKey } from './signature.ts'
import { createTokenEndpoint } from './token-endpoint.ts'
import { createUserTokens } from './user-tokens.ts'

/**
 * The OneAccess API, walked as if the user who is named were signed in. Any ClientId, secret, password, captcha and
 * verification code is right, unless the mock is strict; `Prefer` yields every refusal.
 */
export async function createOneAccess(document: MockDocument, tokens: Tokens, world: World): Promise<Face> {
  const { clock } = world
  const { acts, people, reset } = createResources(document, world)
  const sessions = createSessionTokens(clock)
  const key = await createSignatureKey(sessions, clock)
  const users = createUserTokens(document, tokens, people, world)
  const codes = new ShortLived<CodeRecord>({ most: 1000, lifetimeMilliseconds: 300_000, clock })
  const ticketSeconds = Number(exampleOf(document, 'issueSsoTicket', 200).expire)
  const tickets = new ShortLived<string>({ most: 1000, lifetimeMilliseconds: ticketSeconds * 1000, clock })
  const cas = createCas(clock)
  const checks: Partial<Record<string, Check>> = {
    ...createChecks(sessions, tickets, people, world),
    validateCas1Ticket: cas.validate,
    validateCas2Ticket: cas.validate,
    validateCas3Ticket: cas.validate,
  }
  const clientId = parameterExample(document, 'requestOauth2Authorization', 'client_id')
  const live = createLiveFields({ tokens, users, sessions, tickets, key, people, world, clientId })

  function userInfo({ subject = people.example, scopes }: Call): Answer {
    const documented = exampleOf(document, 'getOauth2UserInfo', 200, scopes?.includes('openid') ? 'oidc' : 'oauth')
    return json(200, withoutNulls(people.shown(documented, subject)))
  }
  const authorize = createAuthorize(document, users, codes, { people, world })
  const remembering: Readonly<Record<string, Act>> = {
    ...acts,
    logoutUser(call, answer) {
      const token = key.sessionIn(call.headers['x-signature']?.toString())
      if (token !== undefined) sessions.end(token)
      return answer
    },
    verifySsoTicket(call, answer) {
      const body = answer.body as { data: { user: Row } }
      return { ...answer, body: { ...body, data: { user: people.shown(body.data.user, people.of(call)) } } }
    },
  }

  return {
    refusal: createPolicy({
      ...{ tokens, key, sessions, people, world },
      tenant: parameterExample(document, 'getProfile', 'X-tenant-id'),
    }),
    steps: {
      requestOauth2Authorization: authorize,
      submitOauth2AuthorizationRequest: authorize,
      issueOauth2Token: createTokenEndpoint(tokens, users, codes, world),
      getOauth2UserInfo: { answer: userInfo },
      submitOauth2UserInfoRequest: { answer: userInfo },
      getOauth2Keys: {
        answer: () => ({ status: 200, mediaType: 'application/jwk-set+json', body: tokens.publicKeys }),
      },
      loginWithCas: cas.login,
      logoutFromCas: signOut('service'),
      logoutGlobally: signOut('redirect_url'),
    },
    answer(call, documented, remembers) {
      checks[call.operation.id]?.(call)
      const act = remembers ? remembering[call.operation.id] : undefined
      return live(call, act?.(call, documented) ?? pageOf(documented, call.query))
    },
    chosen: (call, documented) => live(call, { ...documented, body: inLanguage(documented.body, call) }),
    reset() {
      reset()
      sessions.reset()
    },
  }
}
