import { signIn } from '../journeys.ts'
import { clients, people } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { Cookies, walkOnce } from '../walk.ts'

const headers = { accept: 'text/html' }

/** What browsers read, which a stock engine has none of. */
export const pages: readonly Row[] = [
  {
    name: 'sign-in page',
    servers: besideStock,
    load: async () => ({ step: { path: '/Account/Login', headers } }),
  },
  {
    name: 'account centre',
    servers: besideStock,
    load: async (peer) => {
      const cookies = new Cookies()
      await walkOnce(peer.origin, function* () {
        yield* signIn(peer, clients.RS256, people[0] ?? '', cookies)
      })
      return { step: { path: '/usercenter', headers: { ...headers, ...cookies.header() } } }
    },
  },
]
