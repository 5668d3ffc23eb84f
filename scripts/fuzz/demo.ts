import { demoApplications, demoUsers } from '../../server/seed/demo.ts'
import type { Knowledge } from './requests.ts'

const redirectUri = 'http://localhost:5173/login/callback/'
const verifier = 'a-code-verifier-of-at-least-forty-three-characters'
/** The S256 challenge of the verifier (RFC 7636 section 4.2). */
const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url')

/** Learns what is good at a server with the demo data: credentials, a session, a code, tokens, clients. */
export async function learnDemo(origin: string): Promise<Knowledge> {
  const [person] = demoUsers
  const administrator = demoUsers.find(({ role }) => role === 'administrator')
  if (!person || !administrator) throw new Error('there are no demo users')
  const ask = async (fields: Record<string, string>) => {
    const answer = await fetch(`${origin}/connect/token`, { method: 'POST', body: new URLSearchParams(fields) })
    return (await answer.json()) as { access_token: string; refresh_token?: string; id_token?: string }
  }
  const { userName: username, password } = person
  const scope = 'openid profile email offline_access ZMS.UserDetails.Read'
  const automation = { client_id: 'testAutoClient', client_secret: 'testAuto.2022' }
  const own = await ask({ grant_type: 'password', username, password, scope, ...automation })
  const trusted = { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
  const clients = await ask({ grant_type: 'client_credentials', ...trusted })
  const admin = await ask({
    grant_type: 'password',
    username: administrator.userName,
    password: administrator.password,
    scope: 'openid',
    ...automation,
  })
  const cookie = await signIn(origin, username, password)
  const basics = demoApplications.flatMap(({ clientId, secret }) =>
    secret ? [`Basic ${btoa(`${clientId}:${secret}`)}`] : [],
  )
  return {
    bearers: [own, clients, admin].map((tokens) => `Bearer ${tokens.access_token}`),
    basics,
    cookies: [cookie],
    instead: {
      code: await codeOf(origin, cookie),
      code_verifier: verifier,
      code_challenge: challenge,
      token: own.access_token,
      access_token: own.access_token,
      ...(own.refresh_token !== undefined && { refresh_token: own.refresh_token }),
      ...(own.id_token !== undefined && { id_token_hint: own.id_token }),
    },
    others: {
      client_id: demoApplications.map(({ clientId }) => clientId),
      client_secret: demoApplications.flatMap(({ secret }) => secret ?? []),
      token: [clients.access_token, own.refresh_token ?? '', own.id_token ?? ''],
      refresh_token: [own.access_token],
      scope: ['openid', 'openid offline_access', 'ZMS.Users.Read'],
      grant_type: ['authorization_code', 'refresh_token', 'client_credentials', 'password'],
      response_type: ['code', 'id_token', 'code id_token', 'none'],
      prompt: ['none', 'login', 'consent', 'select_account'],
      code_challenge_method: ['plain'],
    },
  }
}

/** Signs in as a browser does and gives its cookies. */
async function signIn(origin: string, username: string, password: string): Promise<string> {
  const cookieOf = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const page = await fetch(`${origin}/Account/Login`)
  const hidden = [...(await page.text()).matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    /\sname="([^"]*)"/.exec(input)?.[1] ?? '',
    /\svalue="([^"]*)"/.exec(input)?.[1] ?? '',
  ])
  const signedIn = await fetch(`${origin}/Account/Login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(page).join('; ') },
    body: new URLSearchParams({ ...Object.fromEntries(hidden), username, password }),
  })
  const session = cookieOf(signedIn).find((cookie) => cookie.startsWith('_session='))
  if (!session) throw new Error(`nobody could sign in: ${signedIn.status}`)
  return session
}

/** A code that is not redeemed yet. */
async function codeOf(origin: string, cookie: string): Promise<string> {
  const parameters = new URLSearchParams({
    client_id: 'TestClient',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const answer = await fetch(`${origin}/connect/authorize?${parameters}`, { redirect: 'manual', headers: { cookie } })
  const code = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('code')
  if (!code) throw new Error(`no code: ${answer.status}`)
  return code
}
