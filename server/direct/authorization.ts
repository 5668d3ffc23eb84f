import { stringifySetCookie } from 'cookie'
import { sql } from 'kysely'
import type { Form } from '../contract/request/body.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Application } from '../db/queries/applications.ts'
import { statement } from '../db/statement.ts'
import { isOpen } from '../domain/browser-sign-in/entrances.ts'
import { grantSeconds } from '../oidc/grants/existing.ts'
import { enginePagePolicy } from '../pages/content-policies.ts'
import { escapeHtml } from '../pages/html.ts'
import { sessionCookie } from '../sign-on/browser-sessions.ts'
import { sessionCookieSite } from '../sign-on/cookies.ts'
import { signOnLifetimes } from '../sign-on/lifetimes.ts'
import { browserState, browserStateCookie, browserStatePath, sessionState } from '../sign-on/session-state.ts'
import type { Answer } from './answer.ts'
import { scopesOf, singleFields } from './fields.ts'
import type { DirectRequest } from './request.ts'
import type { DirectServices } from './services.ts'
import { words } from './standing.ts'
import { epochSeconds, newId } from './tokens.ts'

const known = [
  'client_id',
  'response_type',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
]

/** RFC 7636 section 4.2: SHA-256 in base64url. */
const challengeSyntax = /^[A-Za-z0-9_-]{43}$/

/** An authorization request that nobody has to be asked about, if the session stands. */
interface Request {
  readonly application: Application
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly state: string | undefined
  readonly nonce: string | undefined
  readonly challenge: string
}

/** The session that a code was given for. */
interface Session {
  readonly uid: string
  readonly userId: string
  /** Whether it ends with the browser. */
  readonly transient: boolean | null
  readonly expiresAt: Date
}

/**
 * The authorization endpoint (RFC 6749 section 4.1.1) for a person who is signed in, at an application of the platform itself
 * that they have been to. One statement.
 * @returns undefined where the engine is to answer
 */
export async function answerAuthorization(
  services: DirectServices,
  { fields, cookies }: DirectRequest,
): Promise<Answer | undefined> {
  const sessionId = cookies[sessionCookie]
  const request = sessionId && (await readRequest(services, fields))
  if (!sessionId || !request) return undefined
  const code = newId()
  const session = await issueCode(services, request, { sessionId, code })
  return session && sentBack(services, { request, session, sessionId, code })
}

async function readRequest({ face, applications }: DirectServices, query: Form): Promise<Request | undefined> {
  const fields = singleFields(query, known)
  // Codes with S256 alone, and no prompt: what else a person may be asked is the engine's business.
  if (fields?.response_type !== 'code' || fields.code_challenge_method !== 'S256') return undefined
  const { client_id: clientId, redirect_uri: redirectUri, code_challenge: challenge = '', scope, state, nonce } = fields
  if (!clientId || !redirectUri || !scope || !challengeSyntax.test(challenge)) return undefined
  const application = await applications.find(clientId)
  if (!application?.enabled || !application.firstParty || !isOpen(application)) return undefined
  const { grantTypes, responseTypes, redirectUris, scopes: registered } = application
  if (!grantTypes.includes('authorization_code') || !responseTypes.includes('code')) return undefined
  // RFC 9700 section 2.1: letter by letter.
  if (!redirectUris.includes(redirectUri)) return undefined
  const allowed = registered.filter((name) => face.scopes.includes(name))
  const scopes = scopesOf(scope, allowed)
  // What OpenID Connect adds is refused without its scope.
  return scopes?.includes('openid') ? { application, redirectUri, scopes, state, nonce, challenge } : undefined
}

const issueNames = [
  'at',
  'sessionHash',
  'clientId',
  'scopes',
  'audience',
  'isOffline',
  'neededTime',
  'neededWithout',
  'model',
  'codeHash',
  'members',
  'namesSession',
  'seconds',
] as const

const issue = statement<Session, (typeof issueNames)[number]>(issueNames, (given) => {
  const { at, clientId, scopes, audience } = given
  const noted = sql`sessions.payload -> 'authorizations' -> ${clientId}::text`
  const granted = words(sql`grants.payload #>> '{openid,scope}'`)
  return sql`
    with standing as (
      update sessions set expires_at = greatest(sessions.expires_at, to_timestamp(least(
        ${at}::bigint + ${signOnLifetimes.session}::int,
        (sessions.payload ->> 'loginTs')::bigint + ${signOnLifetimes.longestSession}::int)))
      from engine_state grants, users
      where sessions.id_hash = ${given.sessionHash} and sessions.client_id is null
        and sessions.expires_at >= to_timestamp(${at}::bigint + 1)
        and (sessions.payload ->> 'loginTs')::bigint + ${signOnLifetimes.longestSession}::int > ${at}
        and users.id = sessions.user_id and users.account_state = 'Normal'
        and sessions.payload ->> 'accountId' = users.id::text
        -- The application is noted in the session, and so that its grant may outlive it where it has to.
        and ${noted} ? 'sid' and (not ${given.isOffline}::boolean or ${noted} ->> 'persistsLogout' = 'true')
        and grants.model = 'Grant' and grants.id_hash = sha256(convert_to(${noted} ->> 'grantId', 'UTF8'))
        and grants.client_id = ${clientId} and grants.user_id = sessions.user_id
        and not grants.payload ?| '{rejected,rar}'
        and ${scopes}::text[] <@ ${granted}
        and ${scopes}::text[] <@ ${words(sql`grants.payload -> 'resources' ->> ${audience}`)}
        -- Time enough for what hangs on it: see oidc/grants/existing.ts.
        and ceil(extract(epoch from grants.expires_at - now())) > case
          when 'offline_access' = any(${granted}) then ${given.neededTime}::int else ${given.neededWithout}::int end
      returning sessions.uid, sessions.user_id, sessions.payload, sessions.expires_at, grants.id_hash as grant_hash,
        ${granted} as granted
    ), issued as (
      insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
      select ${given.model}, ${given.codeHash}, ${given.members}::jsonb || jsonb_strip_nulls(jsonb_build_object(
          -- In the order in which they were granted, as the engine has them.
          'scope', (select string_agg(word, ' ' order by place)
            from unnest(granted) with ordinality as words (word, place) where word = any(${scopes}::text[])),
          'accountId', user_id, 'sessionUid', uid, 'amr', payload -> 'amr', 'authTime', payload -> 'loginTs',
          'grantId', payload -> 'authorizations' -> ${clientId}::text -> 'grantId',
          'sid', case when ${given.namesSession}::boolean
            then payload -> 'authorizations' -> ${clientId}::text -> 'sid' end)),
        grant_hash, user_id, ${clientId}, now() + make_interval(secs => ${given.seconds})
      from standing
    )
    select uid, user_id, (payload ->> 'transient')::boolean as transient, expires_at from standing`
})

/** @returns undefined when there is no such session, or something has to be agreed to first */
async function issueCode(
  { face, db }: DirectServices,
  { application, redirectUri, scopes, nonce, challenge }: Request,
  { sessionId, code }: { sessionId: string; code: string },
): Promise<Session | undefined> {
  const { clientId, backchannelLogoutUri, backchannelLogoutSessionRequired } = application
  const { audience, lifetimes, statePrefix } = face
  const at = epochSeconds()
  const isOffline = scopes.includes('offline_access')
  const seconds = lifetimes.authorizationCode
  const [session] = await issue(db, {
    at,
    sessionHash: sha256(sessionId),
    clientId,
    scopes,
    audience,
    isOffline,
    neededTime: isOffline ? lifetimes.refreshToken : lifetimes.userAccessToken,
    neededWithout: Math.ceil(grantSeconds([], face) / 2),
    model: `${statePrefix}AuthorizationCode`,
    codeHash: sha256(code),
    members: {
      kind: 'AuthorizationCode',
      clientId,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      nonce,
      redirectUri,
      resource: audience,
      iat: at,
      exp: at + seconds,
      // Without offline access the tokens end with the session.
      ...(!isOffline && { expiresWithSession: true }),
    },
    namesSession: Boolean(backchannelLogoutUri && backchannelLogoutSessionRequired),
    seconds,
  })
  return session
}

/** RFC 6749 section 4.1.2, with `iss` (RFC 9207) and `session_state` (OpenID Connect Session Management 1.0 section 2). */
function sentBack(
  { face, stateKey }: DirectServices,
  given: { request: Request; session: Session; sessionId: string; code: string },
): Answer {
  const { request, session, sessionId, code } = given
  const { application, redirectUri, state } = request
  const browser = browserState(stateKey, { uid: session.uid, accountId: session.userId })
  const target = new URL(redirectUri)
  target.searchParams.set('code', code)
  if (state !== undefined) target.searchParams.set('state', state)
  target.searchParams.set('iss', face.issuer)
  if (face.sessionFrame !== undefined) {
    target.searchParams.set('session_state', sessionState(application.clientId, redirectUri, browser))
  }
  const shared = { ...sessionCookieSite(face.origin), ...(!session.transient && { expires: session.expiresAt }) }
  const cookies = [
    stringifySetCookie({ ...shared, name: browserStateCookie, value: browser, path: browserStatePath }),
    stringifySetCookie({ ...shared, name: sessionCookie, value: sessionId, path: '/', httpOnly: true }),
  ]
  return {
    status: face.redirectStatus,
    headers: {
      'Set-Cookie': cookies,
      Location: target.href,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': enginePagePolicy,
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: `Redirecting to ${escapeHtml(target.href)}.`,
  }
}
