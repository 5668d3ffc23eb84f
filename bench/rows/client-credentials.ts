import { clients, ownScope } from '../peer.ts'
import { besideStock, type Row } from '../row.ts'
import { basic, form } from '../walk.ts'

/** A service asks for a token of its own: one signature. */
export const clientCredentials: Row = {
  name: 'client_credentials',
  servers: besideStock,
  target: 1.5,
  load: async ({ paths }) => ({
    step: {
      path: paths.token,
      ...form({ grant_type: 'client_credentials', scope: ownScope }, basic(clients.RS256.id, clients.RS256.secret)),
    },
  }),
}
