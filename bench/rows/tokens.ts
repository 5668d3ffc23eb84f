import { signIn, type Tokens } from '../journeys.ts'
import { type BenchClient, clients, type Peer, people } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { basic, Cookies, form, walkOnce } from '../walk.ts'

/** Signs somebody in. @returns what the client holds then */
export async function tokensOf(
  peer: Peer,
  client: BenchClient,
  person: string,
  cookies = new Cookies(),
): Promise<Tokens> {
  let tokens: Tokens | undefined
  await walkOnce(peer.origin, function* () {
    tokens = yield* signIn(peer, client, person, cookies)
  })
  return tokens as Tokens
}

const [somebody = ''] = people

/** An application asks who has signed in. Stock answers for opaque tokens alone. */
export const userinfo: Row = {
  name: 'userinfo',
  servers: besideStock,
  target: 2.5,
  load: async (peer) => {
    const { accessToken } = await tokensOf(peer, clients.opaque, somebody)
    return { step: { path: peer.paths.userinfo, headers: { authorization: `Bearer ${accessToken}` } } }
  },
}

/** An application asks about a token of its own (RFC 7662). Stock answers for opaque tokens alone. */
export const introspection: Row = {
  name: 'introspection',
  servers: besideStock,
  target: 3,
  load: async (peer) => {
    const { accessToken } = await tokensOf(peer, clients.opaque, somebody)
    const { id, secret } = clients.opaque
    return { step: { path: peer.paths.introspect, ...form({ token: accessToken }, basic(id, secret)) } }
  },
}
