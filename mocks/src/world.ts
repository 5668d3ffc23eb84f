import { createIds, type Ids } from './memory/ids.ts'

/** A person who can sign in. What is left out is made up, or not known. */
export interface MockUser {
  userName: string
  /** Asked for by a strict mock only. */
  password?: string
  displayName?: string
  email?: string
  /** The number without its dialling code, which is `itc`. */
  phone?: string
  itc?: string
  /** The id in the Account API. */
  guid?: string
  /** The id in the OneAccess API. */
  userId?: string
  /** Further claims of id tokens and userinfo, or other values of the usual ones. */
  claims?: Record<string, unknown>
}

/** An application that asks for tokens. */
export interface MockClient {
  clientId: string
  /** A client without one is public. */
  clientSecret?: string
  redirectUris?: string[]
  /** The id of its application in OneAccess; that of the contract's examples is always known. */
  applicationId?: string
  /** How long its tokens last, where that is not `lifetimes` of the mock. */
  lifetimes?: Lifetimes
}

/** Lifetimes in seconds; 0 and less make what has ended already. */
export interface Lifetimes {
  accessToken?: number
  /** Of a client's own token. */
  clientToken?: number
  idToken?: number
  refreshToken?: number
}

/** What a mock is told of the world around it. */
export interface World {
  /** The present moment in milliseconds. */
  clock: () => number
  ids: Ids
  /** The people who can sign in; the first one does where nobody is named. */
  users: readonly MockUser[]
  clients: readonly MockClient[]
  lifetimes: Lifetimes
  /** Whether only these people and clients are known, with their secrets and addresses. */
  strict: boolean
}

/** Names and secrets of the server's demo data: what a strict mock knows when it is told nothing. */
const callback = 'http://localhost:5173/login/callback/'
const demoUsers: MockUser[] = [
  {
    ...{ userName: 'testUserName', password: 'Abc.123456', displayName: 'testUserName' },
    ...{ email: 'test@example.com', phone: '13800000001', itc: '+86' },
  },
  { userName: 'admin', password: 'Admin.123456', displayName: 'admin' },
  { userName: 'zhangsan', password: 'Zhangsan.2026', displayName: 'zhangsan', phone: '12345678901' },
]
const demoClients: MockClient[] = [
  { clientId: 'TestClient', redirectUris: [callback] },
  { clientId: 'testAutoClient', clientSecret: 'testAuto.2022' },
  { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026' },
  { clientId: 'oemDemo', clientSecret: 'oem.Demo.2026' },
  { clientId: 'thirdPartyDemo', clientSecret: 'thirdParty.Demo.2026', redirectUris: [callback] },
  { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', clientSecret: 'oneaccess.Demo.2026', redirectUris: [callback] },
]

/** Fills in what is left out. */
export function createWorld(given: Partial<Omit<World, 'ids'>> & { seed?: string }): World {
  const { clock = () => Date.now(), strict = false, lifetimes = {}, seed } = given
  const ids = createIds(clock, seed)
  const users = given.users ?? (strict ? demoUsers : [])
  return { clock, ids, strict, lifetimes, users, clients: given.clients ?? (strict ? demoClients : []) }
}

/** How long a token of this kind lasts for a client, in seconds. */
export function lifetimeOf(world: World, clientId: string, kind: keyof Lifetimes, usual: number): number {
  const client = world.clients.find((one) => one.clientId === clientId)
  return client?.lifetimes?.[kind] ?? world.lifetimes[kind] ?? usual
}
