import { randomUUID } from 'node:crypto'
import { demoApplicationId, demoApplications, demoUsers } from '../../server/seed/demo.ts'
import type { Knowledge } from './requests.ts'

const oneAccess = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
const redirectUri = 'http://localhost:5173/login/callback/'
const verifier = 'a-code-verifier-of-at-least-forty-three-characters'
/** The S256 challenge of the verifier (RFC 7636 section 4.2). */
const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url')

/** The users, the organization and the role group of the examples of the contract. */
const exampleUser = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'
const exampleOther = '0198f2a4-a4c9-7e58-9c17-2d8b4f6e7a32'
const exampleOrganization = '20220117125622909-9346-35755733F'
const exampleGroup = '0198f2a5-1b63-7e5f-8a43-7e6f5d4c3b23'
const userScope =
  'openid profile email offline_access ZMS.Basic ZMS.UserBasic.Write ZMS.UserDetails.Read ZMS.UserDetails.Write'

interface Tokens {
  readonly access_token?: string
  readonly refresh_token?: string
  readonly id_token?: string
}

/**
 * Learns what is good at a server with the demo data: credentials, a session, codes, tokens, clients. The user is a new one each
 * time, because calls change what they find.
 */
export async function learnDemo(origin: string): Promise<Knowledge> {
  const ask = async (fields: Record<string, string>, path = '/connect/token') => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields) })
    return (await answer.json()) as Tokens
  }
  const byPassword = (username: string, password: string, scope: string) =>
    ask({ grant_type: 'password', username, password, scope, ...automation })
  const byItself = (client_id: string, more: Record<string, string>, path?: string) =>
    ask({ grant_type: 'client_credentials', client_id, client_secret: secretOf(client_id), ...more }, path)

  const automation = { client_id: 'testAutoClient', client_secret: secretOf('testAutoClient') }
  const client = await byItself('trustedDemo', { scope: scopesOf('trustedDemo') })
  const user = await newUser(origin, client.access_token ?? '')
  const other = await newUser(origin, client.access_token ?? '')
  const { cookie, requestToken } = await signIn(origin, user.name, user.password)
  const own = await byPassword(user.name, user.password, userScope)
  const administrator = demoUsers.find(({ role }) => role === 'administrator')
  if (!administrator) throw new Error('there is no administrator in the demo data')
  const administration = await byPassword(administrator.userName, administrator.password, 'openid')
  const group = await newRoleGroup(origin, administration.access_token ?? '', user.id)
  const oem = await byItself('oemDemo', { scope: scopesOf('oemDemo') })
  const management = await byItself(oneAccess, {}, '/api/v2/tenant/token')
  const organization = await newOrganization(origin, management.access_token ?? '')
  const redeemed = await ask(
    {
      grant_type: 'authorization_code',
      client_id: oneAccess,
      client_secret: secretOf(oneAccess),
      code: await codeOf(origin, cookie, '/api/v1/oauth2/authorize', oneAccess),
      code_verifier: verifier,
      redirect_uri: redirectUri,
    },
    '/api/v1/oauth2/token',
  )
  const bearer = ({ access_token: token }: Tokens) => `Bearer ${token}`
  return {
    bearers: {
      user: bearer(own),
      administrator: bearer(administration),
      client: bearer(client),
      oem: bearer(oem),
      application: bearer(management),
      oneAccessUser: bearer(redeemed),
    },
    basics: demoApplications.flatMap(({ clientId, secret }) =>
      secret ? [`Basic ${btoa(`${clientId}:${secret}`)}`] : [],
    ),
    cookies: [cookie],
    instead: {
      code: await codeOf(origin, cookie, '/connect/authorize', 'TestClient'),
      code_verifier: verifier,
      code_challenge: challenge,
      token: own.access_token ?? '',
      access_token: own.access_token ?? '',
      // Not the one who manages a role group: applications do not decide how that one signs in.
      user_id: other.id,
      username: user.name,
      password: user.password,
      __RequestVerificationToken: requestToken,
      ...(own.refresh_token !== undefined && { refresh_token: own.refresh_token }),
      ...(own.id_token !== undefined && { id_token_hint: own.id_token }),
    },
    others: {
      client_id: demoApplications.map(({ clientId }) => clientId),
      client_secret: demoApplications.flatMap(({ secret }) => secret ?? []),
      code: [await codeOf(origin, cookie, '/api/v1/oauth2/authorize', oneAccess)],
      token: [client.access_token ?? '', own.refresh_token ?? '', own.id_token ?? ''],
      refresh_token: [own.access_token ?? '', redeemed.refresh_token ?? ''],
      scope: ['openid', 'openid offline_access', 'ZMS.Users.Read'],
      grant_type: ['authorization_code', 'refresh_token', 'client_credentials', 'password'],
      response_type: ['code', 'id_token', 'code id_token', 'none'],
      prompt: ['none', 'login', 'consent', 'select_account'],
      code_challenge_method: ['plain'],
    },
    examples: [
      [exampleUser, user.id],
      [exampleOther, other.id],
      [exampleGroup, group],
      [exampleOrganization, organization],
      ...(await newSide(origin, management.access_token ?? '', other.id)),
    ],
  }
}

/** Posts JSON to an account endpoint. */
async function post<T>(origin: string, path: string, token: string, body: unknown): Promise<T> {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { data } = (await answer.json()) as { data: [T] | null }
  if (!data) throw new Error(`${path} answered ${answer.status}`)
  return data[0]
}

async function newRoleGroup(origin: string, token: string, manager: string): Promise<string> {
  const { guid } = await post<{ guid: string }>(origin, '/api/v1.0/roles/create', token, {
    name: `Fuzz.R${randomUUID().replaceAll('-', '')}`,
    manager,
  })
  return guid
}

/** What the examples of the contract name on the side of an application, and new things of that kind; its user is the last. */
async function newSide(origin: string, token: string, user: string): Promise<[example: string, here: string][]> {
  const make = async (path: string, body: unknown) => {
    const answer = await fetch(`${origin}/api/v2/tenant/applications/${demoApplicationId}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const [id] = Object.values((await answer.json()) as Record<string, string>)
    if (!answer.ok || id === undefined) throw new Error(`${path} answered ${answer.status}`)
    return id
  }
  const word = `fuzz-${randomUUID()}`
  const organization = await make('/organizations', { org_code: word, name: word })
  const account = await make('/accounts/basic-account', { user_id: user, org_code: word })
  const role = await make('/role', { code: `fuzz-${randomUUID().slice(0, 8)}` })
  return [
    ['20211105164443827-9A1B-5E1CA0A52', demoApplicationId],
    ['20220209171503408-7F15-4CDA55F43', organization],
    ['20210621095931341-4CB3-122995C0A', account],
    ['20220415171558023-84A4-ED5C390B8', account],
    ['20220420144449385-C66D-E8C1D1D79', role],
    ['20220413165737132-3BA0-91FCA2CB7', user],
  ]
}

/** Creates a root organization as an application does. */
async function newOrganization(origin: string, token: string): Promise<string> {
  const code = `fuzz-${randomUUID()}`
  const answer = await fetch(`${origin}/api/v2/tenant/organizations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: code }),
  })
  const { org_id: id } = (await answer.json()) as { org_id?: string }
  if (id === undefined) throw new Error('no organization was created')
  return id
}

/** Creates somebody as a trusted client does. */
async function newUser(origin: string, token: string): Promise<{ id: string; name: string; password: string }> {
  const name = `fuzz-${randomUUID()}`
  const password = 'Fuzz.2026-Aa'
  const people = [{ userName: name, password }]
  const created = await post<{ userInfo: { guid: string } | null }>(
    origin,
    '/api/v1.0/users/inviteUsers',
    token,
    people,
  )
  if (!created.userInfo) throw new Error('nobody was created')
  return { id: created.userInfo.guid, name, password }
}

/** What a client may ask for, separated by blanks. */
function scopesOf(id: string): string {
  return demoApplications.find(({ clientId }) => clientId === id)?.scopes.join(' ') ?? ''
}

function secretOf(id: string): string {
  return demoApplications.find(({ clientId }) => clientId === id)?.secret ?? ''
}

/** What a browser has in which somebody is signed in: its cookies, and what its forms are sent with. */
interface Browser {
  readonly cookie: string
  readonly requestToken: string
}

/** Signs in as a browser does. */
async function signIn(origin: string, username: string, password: string): Promise<Browser> {
  const cookieOf = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const page = await fetch(`${origin}/Account/Login`)
  const inputs = [...(await page.text()).matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    /\sname="([^"]*)"/.exec(input)?.[1] ?? '',
    /\svalue="([^"]*)"/.exec(input)?.[1] ?? '',
  ])
  const hidden: Record<string, string> = Object.fromEntries(inputs)
  const signedIn = await fetch(`${origin}/Account/Login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(page).join('; ') },
    body: new URLSearchParams({ ...hidden, username, password }),
  })
  const session = cookieOf(signedIn).find((cookie) => cookie.startsWith('_session='))
  if (!session) throw new Error(`nobody could sign in: ${signedIn.status}`)
  return { cookie: [session, ...cookieOf(page)].join('; '), requestToken: hidden.__RequestVerificationToken ?? '' }
}

/** A code of an issuer for one of its applications that is not redeemed yet. */
async function codeOf(origin: string, cookie: string, path: string, client: string): Promise<string> {
  const parameters = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const answer = await fetch(`${origin}${path}?${parameters}`, { redirect: 'manual', headers: { cookie } })
  const code = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('code')
  if (!code) throw new Error(`no code of ${path}: ${answer.status} ${answer.headers.get('location')}`)
  return code
}
