import type { Request } from 'express'
import { hasScopes, judge, readBearer, type Verdict } from '../auth/bearer.ts'
import type { AccessTokenVerifier } from '../auth/principal.ts'
import { DomainError } from '../errors/domain-error.ts'
import { stateOf } from './request-state.ts'

/** What the validator asks: whether a request fulfils one scheme with these scopes. */
export type SchemeCheck = (request: Request, scopes: string[]) => Promise<boolean>

interface Settings {
  readonly verifier: AccessTokenVerifier
  readonly issuer: string
  /** Requests of the warm-up, which come from no caller and reach no handler. */
  readonly isWarmUp: (request: Request) => boolean
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

/** One check per security scheme of the contract that handlers use, by its name there. */
export function schemeChecks(settings: Settings): Readonly<Record<string, SchemeCheck>> {
  return {
    oauth2: async (request, scopes) => {
      if (settings.isWarmUp(request)) return true
      const verdict = await verdictOf(request, settings)
      return verdict.kind === 'accepted' && hasScopes(verdict.principal, scopes)
    },
  }
}

/** Why a request was turned away: the validator drops reasons and headers, so they are read from the verdict again. */
export async function refusal(request: Request, settings: Pick<Settings, 'verifier' | 'issuer'>): Promise<DomainError> {
  const verdict = await verdictOf(request, settings)
  switch (verdict.kind) {
    case 'none':
      return new DomainError('unauthorized')
    case 'twice':
      return new DomainError('invalid_request', { description: 'the access token was presented in more than one way' })
    case 'refused':
      return new DomainError('invalid_token')
    case 'accepted': {
      const alternatives = stateOf(request, settings.issuer).operation?.security ?? []
      const [scope] = alternatives.flatMap((alternative) =>
        Object.values(alternative).map((scopes) => scopes.join(' ')),
      )
      return new DomainError('insufficient_scope', scope ? { scope } : {})
    }
  }
}
