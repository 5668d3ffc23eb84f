import { codeWithSession, signIn } from '../journeys.ts'
import { type BenchClient, clients, people } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { Cookies } from '../walk.ts'
import { tokensOf } from './tokens.ts'

const someone = people.slice(0, 10)

/** A browser with a session gets a code and its client redeems it: two requests, two signatures. */
const codeFlow = (client: BenchClient): Row => ({
  name: `code flow with session, ${client.algorithm}`,
  servers: besideStock,
  target: 1.5,
  load: async (peer) => {
    const sessions = someone.map(async (person) => {
      const cookies = new Cookies()
      await tokensOf(peer, client, person, cookies)
      return function* () {
        yield* codeWithSession(peer, client, cookies)
      }
    })
    return { walks: await Promise.all(sessions) }
  },
})

/** The same from the sign-in page on, with a new browser each time. */
const wholeSignIn: Row = {
  name: 'whole sign-in',
  servers: besideStock,
  load: async (peer) => ({
    walks: someone.map(
      (person) =>
        function* () {
          yield* signIn(peer, clients.RS256, person, new Cookies())
        },
    ),
  }),
}

export const codeFlows: readonly Row[] = [codeFlow(clients.RS256), codeFlow(clients.ES256), wholeSignIn]
