import type { SignOutAnswer } from '../../federation/saml/sign-outs.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { continuePage } from '../../pages/views/continue-page.ts'
import { signedOutPage } from '../../pages/views/signed-out-page.ts'
import type { Context, Reply } from '../types.ts'

/** Answers a sign-out: on to an application, or with a page where the one that asked has no address. */
export function signOut(
  { request: { locale } }: Pick<Context<'startSamlLogout'>, 'request'>,
  answer: SignOutAnswer,
): Reply<'startSamlLogout'> {
  const cookies = [...(answer.cookies ?? [])]
  if ('location' in answer) return { status: 302, headers: { Location: answer.location }, cookies }
  if ('form' in answer) {
    const { address: action, fields } = answer.form
    const body = continuePage({ locale, purpose: 'sign-out', action, fields })
    return { status: 200, headers: { 'Content-Security-Policy': openFormPolicy }, body, cookies }
  }
  const { name, nameZh } = answer.over
  return { status: 200, body: signedOutPage({ locale, clientName: (locale === 'zh' && nameZh) || name }) }
}
