import { type BenchClient, clients, type Peer, password, people } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { basic, form, type Step } from '../walk.ts'
import { tokensOf } from './tokens.ts'

const { id, secret } = clients.RS256

export const passwordStep = ({ paths }: Peer, username: string, scope: string): Step => ({
  path: paths.token,
  ...form({ grant_type: 'password', username, password, scope }, basic(id, secret)),
})

const load: Row['load'] = async (peer) => ({
  walks: people.slice(0, 10).map(
    (person) =>
      function* () {
        const { status, body } = yield passwordStep(peer, person, 'openid profile')
        if (status !== 200) throw new Error(`no sign-in (${status}): ${body}`)
      },
  ),
})

const userinfoMeanwhile = async (peer: Peer): Promise<Step> => {
  const client: BenchClient = clients.opaque
  const { accessToken } = await tokensOf(peer, client, people.at(-1) ?? '')
  return { path: peer.paths.userinfo, headers: { authorization: `Bearer ${accessToken}` } }
}

/** A name and a password for tokens: what a sign-in costs beside the hash. The hash is the same on all sides. */
export const passwordRows: readonly Row[] = [
  { name: 'password sign-in', servers: besideStock, load, meanwhile: userinfoMeanwhile },
  { name: 'password sign-in beside bare argon2id', servers: ['ours', 'bare'], target: 0.9, load },
]
