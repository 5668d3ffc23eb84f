import express from 'express'
import session from 'express-session'
import passport from 'passport'
import { Strategy } from 'passport-openidconnect'

const { ISSUER, SITE, CLIENT_ID, CLIENT_SECRET, SESSION_SECRET } = process.env
const platform = await (await fetch(`${ISSUER}/.well-known/openid-configuration`)).json()

passport.use(
  new Strategy(
    {
      issuer: platform.issuer,
      authorizationURL: platform.authorization_endpoint,
      tokenURL: platform.token_endpoint,
      userInfoURL: platform.userinfo_endpoint,
      clientID: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      callbackURL: `${SITE}/callback`,
      scope: 'profile email',
      nonce: true,
    },
    (_issuer, profile, _context, idToken, done) =>
      done(null, { name: profile.displayName, email: profile.emails?.[0]?.value, idToken }),
  ),
)
passport.serializeUser((user, done) => done(null, user))
passport.deserializeUser((user, done) => done(null, user))

const app = express()
const cookie = { sameSite: 'lax', secure: SITE.startsWith('https:') }
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie }))
app.use(passport.session())

app.get('/login', passport.authenticate('openidconnect'))
app.get('/callback', passport.authenticate('openidconnect', { successRedirect: '/' }))

app.get('/', (request, response) => {
  if (!request.user) return response.redirect('/login')
  response.json({ name: request.user.name, email: request.user.email })
})

app.get('/logout', (request, response, next) => {
  const address = new URL(platform.end_session_endpoint)
  if (request.user) address.searchParams.set('id_token_hint', request.user.idToken)
  address.searchParams.set('client_id', CLIENT_ID)
  address.searchParams.set('post_logout_redirect_uri', `${SITE}/signed-out`)
  request.logout((error) => (error ? next(error) : response.redirect(address)))
})

app.get('/signed-out', (_request, response) => response.send('Signed out.'))

app.listen(new URL(SITE).port, () => console.log(`Ready at ${SITE}`))
