import pg from 'pg'
import { signSessionToken } from '../../client/src/index.ts'
import { loadPassword } from '../../scripts/load/load.ts'
import { type Answer, basic, Cookies, form, type Step, walkOnce } from '../walk.ts'

/** What is in the database of a person who was loaded: of those with an account, a role and a login of a provider. */
export interface LoadedPerson {
  readonly id: string
  readonly userName: string
  readonly phone: string
  readonly email: string
  readonly organizationId: string
  readonly accountId: string
  readonly roleId: string
  readonly externalId: string
}

/** What every call needs to know of a server and its database. */
export interface Site {
  readonly origin: string
  readonly people: readonly LoadedPerson[]
  /** Of them, but nobody is changed: who is signed in for the calls, and who is given roles. */
  readonly owner: LoadedPerson
  readonly staff: readonly LoadedPerson[]
  /** A user of the OEM client, the root of the loaded organizations, and a group of the back office. */
  readonly oemUsers: readonly string[]
  readonly root: string
  readonly roleGroup: string
  readonly applicationId: string
  /** The root of what that application has of its own. */
  readonly applicationRoot: string
  readonly tokens: Readonly<Record<'person' | 'admin' | 'trusted' | 'oem' | 'management', string>>
  /** A browser in which the owner is signed in. */
  readonly browser: Cookies
  /** A session of an app, with the headers of its device, and what proves it. */
  readonly app: {
    readonly headers: Readonly<Record<string, string>>
    readonly sessionToken: string
    proof(): Promise<string>
  }
  /** How many rows a list has, by its name. */
  readonly totals: Map<string, number>
}

/** Applications of the demo data. */
export const demo = {
  automation: { id: 'testAutoClient', secret: 'testAuto.2022' },
  trusted: { id: 'trustedDemo', secret: 'trusted.Demo.2026' },
  oem: { id: 'oemDemo', secret: 'oem.Demo.2026' },
  oneAccess: { id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', secret: 'oneaccess.Demo.2026' },
} as const

/** Asks once. @throws when the answer is a failure, or that of a bulk call has one */
export async function send(origin: string, step: Step): Promise<Answer> {
  let answer: Answer | undefined
  await walkOnce(origin, function* () {
    answer = yield step
  })
  if (!answer || answer.status >= 400 || answer.body.includes('"error":{')) {
    throw new Error(`${step.method ?? 'GET'} ${step.path} answers ${answer?.status}: ${answer?.body.slice(0, 300)}`)
  }
  return answer
}

/** Asks for JSON. */
export async function sendForJson<T>(origin: string, step: Step): Promise<T> {
  return JSON.parse((await send(origin, step)).body) as T
}

const token = async (
  origin: string,
  path: string,
  fields: Record<string, string>,
  client: { id: string; secret: string },
) =>
  (await sendForJson<{ access_token: string }>(origin, { path, ...form(fields, basic(client.id, client.secret)) }))
    .access_token

/** The step of a person's password grant. */
export const passwordGrant = (username: string, password: string, scope: string): Step => ({
  path: '/connect/token',
  ...form({ grant_type: 'password', username, password, scope }, basic(demo.automation.id, demo.automation.secret)),
})

const personScope = 'openid profile ZMS.Basic ZMS.UserBasic.Write ZMS.UserDetails.Read ZMS.UserDetails.Write'

/** Signs everybody in whom the calls need, and finds what they are about: people from all over the table. */
export async function openSite(origin: string, databaseUrl: string, users: number): Promise<Site> {
  const found = await find(databaseUrl, users)
  const [owner, ...rest] = found.people
  if (!owner) throw new Error('nobody is loaded')
  const clientToken = (client: { id: string; secret: string }, scope: string) =>
    token(origin, '/connect/token', { grant_type: 'client_credentials', scope }, client)
  const userToken = async (userName: string, password: string, scope: string) =>
    (await sendForJson<{ access_token: string }>(origin, passwordGrant(userName, password, scope))).access_token
  const tokens = {
    person: await userToken(owner.userName, loadPassword, personScope),
    admin: await userToken('admin', 'Admin.123456', 'openid'),
    trusted: await clientToken(
      demo.trusted,
      'ZMS.Users.Read ZMS.Users.Write ZMS.Users.Create ZMS.Users.Statistics ZMS.MNS.Send',
    ),
    oem: await clientToken(demo.oem, 'ZMS.OEMUsers.Read ZMS.OEMUsers.Create ZMS.OEMUsers.Delete'),
    management: await token(origin, '/api/v2/tenant/token', { grant_type: 'client_credentials' }, demo.oneAccess),
  }
  return {
    origin,
    ...found,
    owner,
    staff: rest.slice(0, 3),
    people: rest.slice(3),
    tokens,
    browser: await signIn(origin, owner.userName),
    app: await openApp(origin, owner.userName),
    totals: new Map(),
  }
}

async function find(
  databaseUrl: string,
  users: number,
): Promise<Pick<Site, 'people' | 'oemUsers' | 'root' | 'roleGroup' | 'applicationId' | 'applicationRoot'>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // Of loaded users, every fourth has an account with a role and a login of a provider; those of three have no phone, and
    // those of ten no mail.
    const numbers = Array.from({ length: 60 }, (_, n) => 4 * Math.floor(((n + 0.5) * users) / 240)).filter(
      (n) => n % 3 > 0 && n % 10 > 0,
    )
    const { rows: people } = await client.query<LoadedPerson>(
      `select users.id, user_name as "userName", phone, email, organization_id as "organizationId",
        accounts.id as "accountId", role_id as "roleId", external_id as "externalId"
      from users join memberships on user_id = users.id and is_primary
        join (select id, application_id, user_id from application_accounts) accounts on accounts.user_id = users.id
        join application_role_members roles on account_id = accounts.id and roles.application_id = accounts.application_id
        join external_logins on external_logins.user_id = users.id and provider = 'WeChat'
      where itc = '+86' and phone = any($1) and not exists (select from role_groups where manager_id = users.id)
      order by users.id`,
      [numbers.map((n) => `100${String(n).padStart(8, '0')}`)],
    )
    const one = async (text: string) => (await client.query<{ id: string }>(text)).rows[0]?.id ?? ''
    const oem = await client.query<{ id: string }>('select id from users where oem_client_id is not null limit 40')
    return {
      people,
      oemUsers: oem.rows.map(({ id }) => id),
      root: await one(`select id from organizations where code = 'load-1'`),
      roleGroup: await one(`select id from role_groups where name = 'Load.Group.1'`),
      applicationRoot: await one(`select id from application_organizations where code = 'load-1'`),
      applicationId: await one(`select id from applications where client_id = '${demo.oneAccess.id}'`),
    }
  } finally {
    await client.end()
  }
}

async function signIn(origin: string, userName: string): Promise<Cookies> {
  const cookies = new Cookies()
  const page = await send(origin, { path: '/Account/Login' })
  cookies.keep(page)
  cookies.keep(await send(origin, loginForm(page, cookies, userName)))
  return cookies
}

/** The sign-in page's form, filled in. */
export function loginForm(page: Answer, cookies: Cookies, userName: string): Step {
  const request = /__RequestVerificationToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const fields = { username: userName, password: loadPassword, ReturnUrl: '', __RequestVerificationToken: request }
  return { path: '/Account/Login', ...form(fields, cookies.header()) }
}

async function openApp(origin: string, userName: string): Promise<Site['app']> {
  const headers = {
    'X-operating-sys-version': 'Android 10',
    'X-device-fingerprint': 'growth',
    'X-agent': 'growth',
    'X-client-id': demo.oneAccess.id,
  }
  const login = await sendForJson<{ session_token: string }>(origin, appLogin(headers, userName))
  const { public_key: publicKey } = await sendForJson<{ public_key: string }>(origin, {
    path: '/api/v2/sdk/public-key',
    headers,
  })
  return {
    headers,
    sessionToken: login.session_token,
    proof: () => signSessionToken({ publicKey, sessionToken: login.session_token, timestamp: Date.now() }),
  }
}

/** The step of a password sign-in of an app. */
export const appLogin = (headers: Readonly<Record<string, string>>, userName: string): Step => ({
  path: '/api/v2/sdk/login',
  ...json('POST', { user_name: userName, password: loadPassword }, headers),
})

/** A request with a body of JSON. */
export const json = (method: 'POST' | 'PUT' | 'DELETE', body: unknown, headers: Readonly<Record<string, string>>) => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export const bearer = (value: string) => ({ authorization: `Bearer ${value}` })
