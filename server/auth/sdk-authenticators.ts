import { ContractFailure } from '../contract/failure.ts'
import type { Call } from '../contract/request/call.ts'
import type { AuthenticatorsOf } from '../contract/types.ts'
import type { AppSessions } from '../domain/app-sign-in/app-sessions.ts'
import type { AppSignIn } from '../domain/app-sign-in/app-sign-in.ts'
import { openSessionProof } from '../domain/app-sign-in/session-proof.ts'
import type { CallingApplications } from '../domain/applications/callers.ts'
import type { SignatureKeys } from '../domain/applications/signature-keys.ts'
import type { Callers } from './callers.ts'

const none: ReadonlySet<string> = new Set()

/** What proves who calls from an app. */
export interface SdkProofs {
  readonly applications: CallingApplications
  readonly signatureKeys: SignatureKeys
  readonly appSessions: AppSessions
  readonly appSignIn: AppSignIn
}

/**
 * Tells who is signed in with the app that calls, and which step of a sign-in goes on. The application is the one that the headers
 * name, as in every other call of an app.
 */
export function sdkAuthenticators({
  applications,
  signatureKeys,
  appSessions,
  appSignIn,
}: SdkProofs): Pick<AuthenticatorsOf<'oneaccess', Callers['oneaccess']>, 'sessionSignature' | 'stateToken'> {
  return {
    sessionSignature: async (credential, call) => {
      const { device, rights } = await named(applications, call)
      const key = await signatureKeys.privateKey(device.clientId)
      const proof = key && openSessionProof(key, credential)
      const session = proof && (await appSessions.claim(device, proof))
      return session && { kind: 'session', userId: session.user.id, session, ...rights }
    },
    // Whether it waits for this step, the step itself finds out.
    stateToken: async (credential, call) => {
      const { device, rights } = await named(applications, call)
      const waiting = await appSignIn.waiting(device, credential)
      return waiting && { kind: 'state', waiting, ...rights }
    },
  }
}

/** @throws Failure application_not_found or application_disabled; ContractFailure when the headers name none */
async function named(applications: CallingApplications, call: Call) {
  const clientId = header(call, 'x-client-id')
  if (clientId === '') throw new ContractFailure('invalid_request', { errorCode: 'PARAM.0002' })
  applications.requireTenant(header(call, 'x-tenant-id'))
  const application = await applications.named(clientId)
  const permissions = new Set(application.permissionCodes)
  const { ip: address, id: requestId } = call.info
  const ids = { applicationId: application.id, clientId: application.clientId }
  const device = { clientId, fingerprint: header(call, 'x-device-fingerprint') }
  return { device, rights: { permissions, scopes: none, roles: none, address, requestId, ...ids } }
}

/** A header of the call; empty when it is not there. */
export function header({ request }: Call, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}
