import type { Application } from '../db/queries/applications.ts'
import type { SetCookie } from './cookies.ts'

/** Names the application that this browser was last asked to sign in for. */
const cookieName = 'oa_application'

/** A link to an application, for pages on which a sign-in for it ends without an answer. */
export interface WayBack {
  readonly name: string
  readonly url: string
}

/** Remembers, until the browser is closed, for whom it was asked to sign in. */
export function applicationCookie(clientId: string, secure: boolean): SetCookie {
  return {
    name: cookieName,
    value: encodeURIComponent(clientId),
    options: { path: '/', httpOnly: true, secure, sameSite: 'lax' },
  }
}

/**
 * Where the person came from: the site of the application's registered address. Nothing for applications on a device,
 * which have no address to go to.
 * @param cookies decoded ones
 * @param find looks an application up
 */
export async function wayBack(
  cookies: Readonly<Record<string, string | undefined>>,
  find: (clientId: string) => Promise<Application | undefined>,
  locale: 'zh' | 'en',
): Promise<WayBack | undefined> {
  const clientId = cookies[cookieName]
  const application = clientId ? await find(clientId) : undefined
  if (!application?.enabled || application.applicationType === 'native') return undefined
  const site = application.redirectUris
    .map((uri) => URL.parse(uri))
    .find((url) => url && /^https?:$/.test(url.protocol))
  return site
    ? { name: (locale === 'zh' && application.nameZh) || application.name, url: `${site.origin}/` }
    : undefined
}
