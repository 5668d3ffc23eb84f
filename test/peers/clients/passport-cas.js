import { Strategy } from '@coursetable/passport-cas'
import express from 'express'
import session from 'express-session'
import passport from 'passport'

const { ISSUER, SITE, SESSION_SECRET } = process.env
const cas = `${ISSUER}/api/v1/cas`

passport.use(
  new Strategy(
    { version: 'CAS3.0', ssoBaseURL: cas, serverBaseURL: SITE, callbackURL: `${SITE}/callback` },
    (profile, done) => done(null, { name: profile.user, email: profile.attributes.mail }),
  ),
)
passport.serializeUser((user, done) => done(null, user))
passport.deserializeUser((user, done) => done(null, user))

const app = express()
const cookie = { sameSite: 'lax', secure: SITE.startsWith('https:') }
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie }))
app.use(passport.session())

app.get('/callback', passport.authenticate('cas', { successRedirect: '/' }))

app.get('/', (request, response) => {
  if (!request.user) return response.redirect('/callback?next=inbox')
  response.json(request.user)
})

app.get('/logout', (request, response, next) => {
  const back = new URLSearchParams({ service: `${SITE}/signed-out` })
  request.logout((error) => (error ? next(error) : response.redirect(`${cas}/logout?${back}`)))
})

app.get('/signed-out', (_request, response) => response.send('Signed out.'))

app.listen(new URL(SITE).port, () => console.log(`Ready at ${SITE}`))
