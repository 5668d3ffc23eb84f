import type { Asked } from '../../federation/saml/asked.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { continuePage } from '../../pages/views/continue-page.ts'
import { sessionCookie } from '../../sign-on/browser-sessions.ts'
import { obstaclePages } from '../../sign-on/sign-in-visits.ts'
import type { Context, Reply } from '../types.ts'

type Asking = Pick<Context<'startSamlSignOn'>, 'request' | 'deps'>

/** Answers a request for a sign-on: takes the person to the application, or to the sign-in page first. */
export async function signOn({ request, deps }: Asking, asked: Asked): Promise<Reply<'startSamlSignOn'>> {
  const visitor = await deps.visitors.find(request.cookies)
  const fresh = visitor !== undefined && deps.signInVisits.hasSignedIn(request, visitor)
  const obstacle =
    visitor && (await deps.entrances.obstacle(asked.application, { userId: visitor.user.id, amr: visitor.amr }))
  const answer = await deps.saml.signOns.answer(asked, obstacle ? undefined : visitor, fresh)
  if (answer) {
    const { locale } = request
    const { name, nameZh } = asked.application
    const clientName = (locale === 'zh' && nameZh) || name
    const body = continuePage({ locale, purpose: 'return', action: answer.address, fields: answer.fields, clientName })
    return { status: 200, headers: { 'Content-Security-Policy': openFormPolicy }, body }
  }
  const url = deps.saml.requests.pathOf(asked)
  // Whoever has to sign in anew does that first.
  const page = obstacle && (fresh || !asked.forceAuthn) ? obstaclePages[obstacle] : 'Login'
  const from = { url, cookies: request.cookies }
  const { location, cookies } = deps.signInVisits.begin(from, asked.application, visitor, page)
  return { status: 302, headers: { Location: location }, cookies }
}

/**
 * A page that sends the form again: browsers keep the session's cookie back from a form that another site sends (RFC 6265bis
 * section 5.2), and send it with ours. Undefined when the cookie is there, and of a form that was sent again.
 */
export function startOver(
  { request, body }: Pick<Context<'submitSamlSignOn'>, 'request' | 'body'>,
  { application: { name, nameZh } }: Asked,
) {
  if (request.cookies[sessionCookie] !== undefined || body.posted !== undefined) return undefined
  const { locale } = request
  const fields = Object.entries({ ...body, posted: '1' })
  const action = request.url
  const clientName = (locale === 'zh' && nameZh) || name
  return { status: 200, body: continuePage({ locale, purpose: 'sign-on', action, fields, clientName }) } as const
}
