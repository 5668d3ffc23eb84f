import { createHash, randomBytes } from 'node:crypto'
import express from 'express'
import session from 'express-session'
import { AuthorizationCode } from 'simple-oauth2'

const { ISSUER, SITE, CLIENT_ID, CLIENT_SECRET, SESSION_SECRET } = process.env

const client = new AuthorizationCode({
  client: { id: CLIENT_ID, secret: CLIENT_SECRET },
  auth: {
    tokenHost: ISSUER,
    authorizePath: '/connect/authorize',
    tokenPath: '/connect/token',
    revokePath: '/connect/revocation',
  },
})
const redirect_uri = `${SITE}/callback`

const app = express()
const cookie = { sameSite: 'lax', secure: SITE.startsWith('https:') }
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie }))

app.get('/login', (request, response) => {
  const state = randomBytes(16).toString('base64url')
  const verifier = randomBytes(32).toString('base64url')
  request.session.login = { state, verifier }
  response.redirect(
    client.authorizeURL({
      redirect_uri,
      scope: 'openid profile email offline_access',
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  )
})

app.get('/callback', async (request, response) => {
  const { code, state, iss } = request.query
  const { login } = request.session
  if (!login || state !== login.state || iss !== ISSUER) return response.status(400).send('Please sign in again.')
  const { token } = await client.getToken({ code, redirect_uri, code_verifier: login.verifier })
  // A new session, so that nobody who knew the old one is signed in with it.
  request.session.regenerate(() => {
    request.session.token = token
    response.redirect('/')
  })
})

app.get('/', async (request, response) => {
  if (!request.session.token) return response.redirect('/login')
  let token = client.createToken(request.session.token)
  if (token.expired(60)) token = await token.refresh()
  request.session.token = token.token
  const headers = { authorization: `Bearer ${token.token.access_token}` }
  const user = await (await fetch(`${ISSUER}/connect/userinfo`, { headers })).json()
  response.json({ name: user.name, email: user.email })
})

app.get('/logout', async (request, response) => {
  const { token } = request.session
  if (token) await client.createToken(token).revokeAll()
  const address = new URL('/connect/endsession', ISSUER)
  if (token) address.searchParams.set('id_token_hint', token.id_token)
  address.searchParams.set('client_id', CLIENT_ID)
  address.searchParams.set('post_logout_redirect_uri', `${SITE}/signed-out`)
  request.session.destroy(() => response.redirect(address))
})

app.get('/signed-out', (_request, response) => response.send('Signed out.'))

app.listen(new URL(SITE).port, () => console.log(`Ready at ${SITE}`))
