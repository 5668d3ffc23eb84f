import { refresh } from '../journeys.ts'
import { type BenchClient, clients, people } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { tokensOf } from './tokens.ts'

/** A client renews its tokens, and the refresh token with them: two signatures. */
const rotation = (client: BenchClient, target: number): Row => ({
  name: `refresh, ${client.algorithm}`,
  servers: besideStock,
  target,
  load: async (peer) => {
    const chains = people.slice(0, 10).map(async (person) => {
      let { refreshToken } = await tokensOf(peer, client, person)
      return function* () {
        ;({ refreshToken } = yield* refresh(peer, client, refreshToken))
      }
    })
    return { walks: await Promise.all(chains) }
  },
})

export const refreshes: readonly Row[] = [rotation(clients.RS256, 1.2), rotation(clients.ES256, 1.5)]
