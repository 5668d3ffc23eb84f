import { type Answer, json } from '../answer.ts'
import { bearerToken } from '../bearer.ts'
import { exampleOf, type MockDocument, parameterExample } from '../contract.ts'
import { inLanguage } from '../error-codes.ts'
import type { Call, Face } from '../face.ts'
import { ShortLived } from '../short-lived.ts'
import type { Tokens } from '../tokens.ts'
import { type CodeRecord, createAuthorize } from './authorize.ts'
import { createCas } from './cas.ts'
import { type Check, createChecks } from './checks.ts'
import { createLiveFields } from './live-fields.ts'
import { pageOf } from './paging.ts'
import { allSucceed } from './partial-results.ts'
import { createPolicy } from './policy.ts'
import { createSessionTokens } from './session-tokens.ts'
import { signOut } from './sign-out.ts'
import { createSignatureKey } from './signature.ts'
import { createTokenEndpoint } from './token-endpoint.ts'
import { createUserTokens } from './user-tokens.ts'

/**
 * The OneAccess API, walked as if the user of the contract's examples were signed in. Any ClientId, secret, password,
 * captcha and verification code is right; `Prefer` yields every refusal. Kept are only codes, tickets and nonces, which
 * count once; all other tokens carry what they stand for.
 */
export async function createOneAccess(document: MockDocument, tokens: Tokens): Promise<Face> {
  const sessions = createSessionTokens()
  const key = await createSignatureKey(sessions)
  const users = createUserTokens(document, tokens)
  const codes = new ShortLived<CodeRecord>({ most: 1000, lifetimeMilliseconds: 300_000 })
  const ticketSeconds = Number(exampleOf(document, 'issueSsoTicket', 200).expire)
  const tickets = new ShortLived<true>({ most: 1000, lifetimeMilliseconds: ticketSeconds * 1000 })
  const cas = createCas()
  const checks: Partial<Record<string, Check>> = {
    ...createChecks(sessions, tickets),
    validateCas1Ticket: cas.validate,
    validateCas2Ticket: cas.validate,
    validateCas3Ticket: cas.validate,
  }
  const clientId = parameterExample(document, 'requestOauth2Authorization', 'client_id')
  const live = createLiveFields({ tokens, users, sessions, tickets, key, clientId })

  async function userInfo({ headers }: Call): Promise<Answer> {
    const token = bearerToken(headers.authorization) ?? ''
    const scopes = (await tokens.read('oneaccessAccess', token))?.scope?.split(' ')
    return json(200, exampleOf(document, 'getOauth2UserInfo', 200, scopes?.includes('openid') ? 'oidc' : 'oauth'))
  }

  return {
    refusal: createPolicy(tokens, key, parameterExample(document, 'getProfile', 'X-tenant-id')),
    steps: {
      requestOauth2Authorization: createAuthorize(document, users, codes),
      issueOauth2Token: createTokenEndpoint(tokens, users, codes),
      getOauth2UserInfo: { answer: userInfo },
      getOauth2Keys: {
        answer: () => ({ status: 200, mediaType: 'application/jwk-set+json', body: tokens.publicKeys }),
      },
      loginWithCas: cas.login,
      logoutFromCas: signOut('service'),
      logoutGlobally: signOut('redirect_url'),
    },
    answer(call, documented) {
      checks[call.operation.id]?.(call)
      return live(call, allSucceed(pageOf(documented, call.query), call.body))
    },
    chosen: (call, documented) => live(call, { ...documented, body: inLanguage(documented.body, call) }),
  }
}
