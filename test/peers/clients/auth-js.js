import { getToken } from '@auth/core/jwt'
import { ExpressAuth, getSession } from '@auth/express'
import express from 'express'

const { ISSUER, SITE, CLIENT_ID, CLIENT_SECRET, SESSION_SECRET } = process.env
const secure = SITE.startsWith('https:')
const cookieName = `${secure ? '__Secure-' : ''}authjs.session-token`

const config = {
  secret: SESSION_SECRET,
  trustHost: true,
  useSecureCookies: secure,
  providers: [
    {
      id: 'openaccount',
      name: 'OpenAccount',
      type: 'oidc',
      issuer: ISSUER,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      authorization: { params: { scope: 'openid profile email' } },
      checks: ['pkce', 'state', 'nonce'],
    },
  ],
  callbacks: {
    // The session cookie is encrypted; the ID token in it is for signing out.
    jwt: ({ token, account }) => (account ? { ...token, idToken: account.id_token } : token),
  },
}

const app = express()
app.use('/auth', ExpressAuth(config))

app.get('/', async (request, response) => {
  const session = await getSession(request, config)
  if (!session) return response.redirect('/auth/signin')
  response.json({ name: session.user.name, email: session.user.email })
})

app.get('/logout', async (request, response) => {
  const token = await getToken({ req: request, secret: SESSION_SECRET, cookieName })
  const { end_session_endpoint } = await (await fetch(`${ISSUER}/.well-known/openid-configuration`)).json()
  const address = new URL(end_session_endpoint)
  if (token) address.searchParams.set('id_token_hint', token.idToken)
  address.searchParams.set('client_id', CLIENT_ID)
  address.searchParams.set('post_logout_redirect_uri', `${SITE}/signed-out`)
  response.clearCookie(cookieName, { secure }).redirect(address)
})

app.get('/signed-out', (_request, response) => response.send('Signed out.'))

app.listen(new URL(SITE).port, () => console.log(`Ready at ${SITE}`))
