import { Xml } from '../../contract/xml.ts'
import type { Handler, Reply } from '../types.ts'
import { signOn, startOver } from './saml-sign-on.ts'
import { signOut } from './saml-sign-out.ts'

/** GET /api/v1/saml2/idp/sso (I6), also with a request of the application's. */
export const startSamlSignOn: Handler<'startSamlSignOn'> = async (context): Promise<Reply<'startSamlSignOn'>> => {
  const { query, request, deps } = context
  return signOn(context, await deps.saml.requests.fromQuery(query, request.url))
}

/** POST /api/v1/saml2/idp/sso: the same request, by the HTTP-POST binding. */
export const submitSamlSignOn: Handler<'submitSamlSignOn'> = async (context): Promise<Reply<'submitSamlSignOn'>> => {
  const { body, deps } = context
  const asked = await deps.saml.requests.fromForm(body)
  return startOver(context, asked) ?? signOn(context, asked)
}

/** GET /api/v1/saml2/idp/slo: an application's people sign out, or come back from it on their way out. */
export const startSamlLogout: Handler<'startSamlLogout'> = async (context) =>
  signOut(context, await context.deps.saml.signOuts.fromQuery(context.query, context.request))

/** POST /api/v1/saml2/idp/slo: the same, by the HTTP-POST binding. */
export const submitSamlLogout: Handler<'submitSamlLogout'> = async (context) =>
  signOut(context, await context.deps.saml.signOuts.fromForm(context.body, context.request))

/** GET /api/v1/saml2/idp/metadata (I7). */
export const getSamlMetadata: Handler<'getSamlMetadata'> = async ({ deps }) => ({
  status: 200,
  body: new Xml(deps.saml.metadata(), 'application/samlmetadata+xml'),
})
