import express from 'express'
import openid from 'express-openid-connect'

const { ISSUER, SITE, CLIENT_ID, CLIENT_SECRET, SESSION_SECRET } = process.env

const app = express()
app.use(
  openid.auth({
    issuerBaseURL: ISSUER,
    baseURL: SITE,
    clientID: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    clientAuthMethod: 'client_secret_basic',
    secret: SESSION_SECRET,
    authRequired: false,
    idpLogout: true,
    routes: { postLogoutRedirect: '/signed-out' },
    authorizationParams: { response_type: 'code', scope: 'openid profile email offline_access' },
  }),
)

app.get('/', openid.requiresAuth(), (request, response) => {
  response.json({ name: request.oidc.user.name, email: request.oidc.user.email })
})

app.get('/profile', openid.requiresAuth(), async (request, response) => {
  if (request.oidc.accessToken.isExpired()) await request.oidc.accessToken.refresh()
  response.json(await request.oidc.fetchUserInfo())
})

app.get('/signed-out', (_request, response) => response.send('Signed out.'))

app.listen(new URL(SITE).port, () => console.log(`Ready at ${SITE}`))
