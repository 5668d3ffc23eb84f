import { faces } from '../faces.ts'
import { ContractFailure } from '../failure.ts'
import { type Operation, schemesOf } from '../operation.ts'
import type { Call } from '../request/call.ts'
import { type Authenticators, judge, type Rights, type Verdict } from './authenticate.ts'

/** Who may call is decided with these; both are the product's. */
export interface PolicySettings {
  readonly authenticate: Authenticators
  /**
   * The application that a header names; nothing proves that it calls.
   * @throws a failure when there is none of that name, or it is disabled
   */
  readonly identify: (clientId: string, call: Call) => Promise<Rights>
}

/**
 * The one place where the contract's policy is enforced: credentials and scopes (`security`), the kind of caller
 * (`x-caller`), roles (`x-roles`) and permission codes (`x-permissions`). What depends on the thing itself is a rule of
 * the service.
 * @returns the caller; undefined when the operation asks for none and none is presented
 * @throws ContractFailure, or what `identify` throws
 */
export async function authorize(
  call: Call,
  operation: Operation,
  settings: PolicySettings,
): Promise<Rights | undefined> {
  const caller =
    operation.caller === 'named-application'
      ? await namedApplication(call, operation, settings)
      : await credentialsOf(call, operation, settings.authenticate)
  if (!caller) return undefined
  const { roles, permissions } = operation
  if (roles.length > 0 && !roles.some((role) => caller.roles.has(role))) throw new ContractFailure('role_required')
  if (permissions.length > 0 && !permissions.some((code) => caller.permissions.has(code))) {
    throw new ContractFailure('permission_required')
  }
  return caller
}

async function namedApplication(call: Call, operation: Operation, { identify }: PolicySettings): Promise<Rights> {
  const { applicationHeader: header = '' } = faces[operation.api]
  const name = call.request.headers[header]
  if (typeof name === 'string' && name !== '') return await identify(name, call)
  const errorCode = operation.missingCodes[`/headers/${header}`]
  throw new ContractFailure('invalid_request', errorCode ? { errorCode } : {})
}

/** The first alternative of the policy that the request fulfils decides who calls. */
async function credentialsOf(
  call: Call,
  operation: Operation,
  authenticators: Authenticators,
): Promise<Rights | undefined> {
  const verdicts = new Map<string, Verdict>()
  let wanted: string | undefined
  let optional = operation.security.length === 0
  for (const alternative of operation.security) {
    const [entry] = Object.entries(alternative)
    if (!entry) {
      optional = true
      continue
    }
    const [name, scopes] = entry
    const verdict = verdicts.get(name) ?? (await judge(operation.api, name, call, authenticators))
    verdicts.set(name, verdict)
    if (verdict.kind !== 'accepted') continue
    if (!scopes.every((scope) => verdict.caller.scopes.has(scope))) {
      wanted ??= scopes.join(' ')
      continue
    }
    if (isKind(operation, verdict.caller)) return verdict.caller
    // Only people have roles: where those are asked for, whoever is none lacks them.
    throw new ContractFailure(operation.roles.length > 0 ? 'role_required' : 'wrong_caller')
  }
  const [first] = [...verdicts].filter(([, { kind }]) => kind !== 'none')
  if (!first && optional) return undefined
  const [name, verdict] = first ?? [...verdicts][0] ?? []
  throw turnedAway(operation, name, verdict, wanted)
}

function isKind({ caller: rule }: Operation, { kind }: Rights): boolean {
  return rule === 'user' || rule === 'client' ? kind === rule : true
}

/** Why a request was turned away, in the words of the scheme it should have used. */
function turnedAway(
  { api, errorFormat }: Operation,
  name: string | undefined,
  verdict: Verdict | undefined,
  wanted: string | undefined,
): ContractFailure {
  const scheme = name === undefined ? undefined : schemesOf(api)[name]
  if (verdict?.kind === 'accepted') return new ContractFailure('insufficient_scope', wanted ? { scope: wanted } : {})
  const refusal = (errorFormat === 'oauth' && faces[api].oauthRefusal) || {}
  if (scheme?.refusal) return new ContractFailure('unauthorized', { errorCode: scheme.refusal })
  switch (verdict?.kind) {
    case 'twice':
      return new ContractFailure('invalid_request', {
        description: 'the access token was presented in more than one way',
      })
    case 'refused':
    case 'malformed':
      return scheme?.scheme === 'basic'
        ? new ContractFailure('invalid_client')
        : new ContractFailure('invalid_token', refusal)
    default:
      return new ContractFailure('unauthorized', refusal)
  }
}

/**
 * Holds the policies against what enforces them.
 * @throws Error when an operation has no policy, one that nothing enforces or that asks nobody in particular for roles or
 * permissions
 */
export function checkPolicies(operations: readonly Operation[], isChecked: (scheme: string) => boolean): void {
  for (const { id, security, caller, roles, permissions, servedBy } of operations) {
    if (!Array.isArray(security)) throw new Error(`The operation ${id} has no policy.`)
    if (servedBy !== 'handler') continue
    const byAnybody = caller !== 'named-application' && !security.some((alternative) => Object.keys(alternative)[0])
    const optional = security.some((alternative) => Object.keys(alternative).length === 0)
    if ((byAnybody || optional) && roles.length + permissions.length > 0) {
      throw new Error(`The operation ${id} asks for roles or permissions, and lets in whoever has no credential.`)
    }
    for (const alternative of security) {
      const [name, ...others] = Object.keys(alternative)
      if (others.length > 0) throw new Error(`The operation ${id} asks for two credentials at once.`)
      if (name === undefined) continue
      if (!isChecked(name)) throw new Error(`The operation ${id} names the scheme ${name}, which nothing checks.`)
    }
  }
}
