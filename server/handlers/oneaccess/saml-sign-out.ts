import type { SignedOut } from '../../federation/saml/sign-outs.ts'
import { signedOutPage } from '../../pages/views/signed-out-page.ts'
import type { Context } from '../types.ts'

/** Answers a sign-out: back to the application, or with a page where it has no address. */
export function signOut(
  { request }: Pick<Context<'startSamlLogout'>, 'request'>,
  { application, location }: SignedOut,
) {
  if (location !== undefined) return { status: 302, headers: { Location: location } } as const
  const { locale } = request
  const clientName = (locale === 'zh' && application.nameZh) || application.name
  return { status: 200, body: signedOutPage({ locale, clientName }) } as const
}
