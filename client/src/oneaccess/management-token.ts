import { keepFresh } from '../auth/keep-fresh.ts'
import { toTokenSet } from '../auth/token-set.ts'
import { placeOf } from '../errors.ts'
import type { components } from '../generated/oneaccess.ts'
import { bearer, type Credential } from '../transport/authorize.ts'

/** How an application proves who it is at the management interfaces. */
export interface ManagementCredentials {
  /** The application's ClientId. */
  readonly clientId: string
  /** The application's ClientSecret. Belongs on a server, never into a browser or an app. */
  readonly clientSecret: string
}

/** An answer of `/api/v2/tenant/token`. */
export type AccessCredential = components['schemas']['AccessCredential']

/**
 * The access token of the management interfaces: kept, renewed shortly before its end and when it is refused, once for
 * all calls that wait.
 * @param issue asks for a new one
 */
export function managementToken(baseUrl: string, issue: () => Promise<AccessCredential>): Credential<unknown> {
  const place = placeOf(baseUrl, 'POST /api/v2/tenant/token')
  const token = keepFresh(async () => toTokenSet(await issue(), place))
  return bearer((rejected) => token({ baseUrl, rejected }))
}
