import { Provider } from 'oidc-provider'

const prefix = 'user-code:'

/**
 * Stands for a device code on the pages a person walks through (RFC 8628 section 3.3): they know the short code alone,
 * and the device code itself is stored as a hash only.
 */
export function userCodeReference(userCode: string): string {
  return `${prefix}${userCode}`
}

/**
 * The short code behind such a reference. None anywhere but on those pages: at the token endpoint the short code, which
 * everybody can see, must not pass for the device's own.
 */
export function userCodeOf(id: string): string | undefined {
  if (!id.startsWith(prefix)) return undefined
  const route = Provider.ctx?.oidc.route
  return route === 'code_verification' || route === 'device_resume' ? id.slice(prefix.length) : undefined
}
