import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type Provider from 'oidc-provider'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { checkPassword } from './accounts.ts'

const page = (uid: string) => `<!doctype html><title>Sign in</title>
<form method="post" action="/interaction/${uid}"><input name="username"><input name="password" type="password">
<button>Sign in</button></form>`

/** The sign-in page at `/interaction/:uid`, as small as one can be. */
export async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page(uid))
    return
  }
  const fields = new URLSearchParams(await text(request))
  const name = fields.get('username') ?? ''
  if (!(await checkPassword(name, fields.get('password') ?? ''))) throw new Error('the password is wrong')
  await provider.interactionFinished(request, response, { login: { accountId: name } })
}

/** The password grant (RFC 6749 section 4.3), which stock leaves to its users. */
export function passwordGrant(provider: Provider) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { client, params } = ctx.oidc
    const { username = '', password = '' } = params as Record<string, string | undefined>
    if (!client || !(await checkPassword(username, password))) throw new errors.InvalidGrant('the password is wrong')
    const grant = new provider.Grant({ accountId: username, clientId: client.clientId })
    grant.addOIDCScope('openid profile')
    const of = { accountId: username, client, grantId: await grant.save(), gty: 'password' }
    const accessToken = new provider.AccessToken(of as ConstructorParameters<Provider['AccessToken']>[0])
    accessToken.scope = 'openid profile'
    ctx.oidc.entity('Grant', grant)
    const idToken = new provider.IdToken({ sub: username }, { ctx })
    Object.assign(idToken, { scope: 'openid' })
    ctx.body = {
      access_token: await accessToken.save(),
      expires_in: accessToken.expiration,
      token_type: accessToken.tokenType,
      id_token: await idToken.issue({ use: 'idtoken' }),
    }
  }
}
