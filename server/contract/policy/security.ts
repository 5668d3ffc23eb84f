import type { Request } from 'express'
import { hasScopes, judge, readBearer, type Verdict } from '../../auth/bearer.ts'
import { isPresented } from '../../auth/presented.ts'
import type { AccessTokenVerifier } from '../../auth/principal.ts'
import { DomainError } from '../../errors/domain-error.ts'
import { type Operation, schemesOf } from '../operation.ts'
import { stateOf } from '../request/call.ts'
import type { Api } from '../types.ts'

/** What the validator asks: whether a request fulfils one scheme with these scopes. */
export type SchemeCheck = (request: Request, scopes: string[]) => Promise<boolean>

interface Settings {
  readonly verifier: AccessTokenVerifier
  readonly issuer: string
  /** Requests of the warm-up, which come from no caller and reach no handler. */
  readonly isWarmUp: (request: Request) => boolean
}

/** The schemes whose credentials are verified, by document; of the others only presence and form are looked at. */
const verified: Readonly<Record<Api, readonly string[]>> = { account: ['oauth2'], oneaccess: [] }

/** Whether the credentials of a scheme are verified; an operation that is built may ask for no others. */
export function isVerified(api: Api, scheme: string): boolean {
  return verified[api].includes(scheme)
}

/** The verdict on a request's token, asked for once however many alternatives there are: they run in parallel. */
export function verdictOf(
  request: Request,
  { verifier, issuer }: Pick<Settings, 'verifier' | 'issuer'>,
): Promise<Verdict> {
  const state = stateOf(request, issuer)
  const takesFormToken = Object.hasOwn(state.operation?.parameterLimits ?? {}, 'access_token')
  const body: unknown = request.body
  const formToken =
    takesFormToken && typeof body === 'object' && body !== null && 'access_token' in body
      ? body.access_token
      : undefined
  state.verdict ??= judge(readBearer(request.headers.authorization, formToken), verifier)
  return state.verdict
}

/** One check per security scheme of a document, by its name there. */
export function schemeChecks(api: Api, settings: Settings): Readonly<Record<string, SchemeCheck>> {
  const accessToken: SchemeCheck = async (request, scopes) => {
    const verdict = await verdictOf(request, settings)
    return verdict.kind === 'accepted' && hasScopes(verdict.principal, scopes)
  }
  const checks = Object.entries(schemesOf(api)).map(([name, scheme]): [string, SchemeCheck] => {
    const check: SchemeCheck = isVerified(api, name) ? accessToken : async ({ headers }) => isPresented(scheme, headers)
    return [name, async (request, scopes) => settings.isWarmUp(request) || check(request, scopes)]
  })
  return Object.fromEntries(checks)
}

/** Why a request was turned away: the validator drops reasons and headers, so they are read from the request again. */
export async function refusal(
  request: Request,
  operation: Operation,
  settings: Pick<Settings, 'verifier' | 'issuer'>,
): Promise<DomainError> {
  const [first] = operation.security.flatMap((alternative) => Object.keys(alternative))
  if (first === undefined || !isVerified(operation.api, first)) return notPresented(request, operation, first)
  const verdict = await verdictOf(request, settings)
  switch (verdict.kind) {
    case 'none':
      return new DomainError('unauthorized')
    case 'twice':
      return new DomainError('invalid_request', { description: 'the access token was presented in more than one way' })
    case 'refused':
      return new DomainError('invalid_token')
    case 'accepted': {
      const [scope] = operation.security.flatMap((alternative) =>
        Object.values(alternative).map((scopes) => scopes.join(' ')),
      )
      return new DomainError('insufficient_scope', scope ? { scope } : {})
    }
  }
}

/** Why a request without a well-formed credential was turned away. */
function notPresented({ headers }: Request, { api }: Operation, name: string | undefined): DomainError {
  const scheme = name === undefined ? undefined : schemesOf(api)[name]
  if (scheme?.refusal) return new DomainError('unauthorized', { errorCode: scheme.refusal })
  const code = headers.authorization === undefined ? 'unauthorized' : 'invalid_token'
  // The page of the user information documents a code of its own (operation I11), not that of RFC 6750.
  return new DomainError(code, scheme?.type === 'oauth2' ? { oauthError: 'unauthorized' } : {})
}
