import type { CallerHeaders } from './session-signature.ts'

/** The device on which the user is. */
export interface Device {
  /** Operating system and version, for example `Android 10`. */
  readonly operatingSystemVersion: string
  /** The same one for all calls of a user on this device. */
  readonly fingerprint: string
  readonly ip?: string | undefined
  /** The user agent of the browser or app. */
  readonly agent: string
}

/** The application that calls, as it is registered. */
export interface Application {
  /** Its ClientId. */
  readonly clientId: string
  /** The tenant; only ISV applications have to name it. */
  readonly tenantId?: string | undefined
}

/** What the header set of the user interfaces is made of (reference section 1.2). */
export interface HeaderSet {
  readonly application?: Application | undefined
  readonly device?: Device | undefined
  readonly language?: string | undefined
}

/** The paths that take the whole set. */
const userInterfaces = '/api/v2/sdk/'
/** The paths that take the tenant and no more of it. */
const ssoInterfaces = '/api/v2/tenant/sso/'
/** The paths that answer with messages for people. */
const messageInterfaces = '/api/v2/'

const names = {
  osVersion: 'X-operating-sys-version',
  fingerprint: 'X-device-fingerprint',
  ip: 'X-device-ip',
  agent: 'X-agent',
  language: 'X-L',
  clientId: 'X-client-id',
  tenantId: 'X-tenant-id',
} as const

/** The headers of the set that go with a path. */
export function headersFor(
  path: string,
  { application, device, language }: HeaderSet,
): Record<string, string | undefined> {
  const isUser = path.startsWith(userInterfaces)
  return {
    ...(path.startsWith(messageInterfaces) && { [names.language]: language }),
    ...(path.startsWith(ssoInterfaces) && { [names.tenantId]: application?.tenantId }),
    ...(isUser && {
      [names.osVersion]: device?.operatingSystemVersion,
      [names.fingerprint]: device?.fingerprint,
      [names.ip]: device?.ip,
      [names.agent]: device?.agent,
      [names.clientId]: application?.clientId,
      [names.tenantId]: application?.tenantId,
    }),
  }
}

/** The headers of the set that a request has. */
export function headersOf(request: Request): CallerHeaders {
  const present = Object.values(names).map((name) => [name, request.headers.get(name)] as const)
  return Object.fromEntries(present.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== null))
}
