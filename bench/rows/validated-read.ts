import { decodeJwt } from 'jose'
import { type Peer, people } from '../peer.ts'
import type { Row } from '../row.ts'
import type { Step } from '../walk.ts'
import { passwordStep } from './password.ts'

const path = '/api/v1.0/user/details'

/** A person's access token for the API, from ours, whoever checks it. */
async function apiToken(ours: Peer): Promise<string> {
  const { path: tokenPath, ...init } = passwordStep(ours, people[0] ?? '', 'openid ZMS.UserDetails.Read')
  const answer = await fetch(ours.origin + tokenPath, init)
  return ((await answer.json()) as { access_token: string }).access_token
}

const bearer = (token: string): Step => ({ path, headers: { authorization: `Bearer ${token}` } })

/**
 * `getUserDetails`: Express, policy and validator beside bare node:http that verifies the same token and sends the same
 * statements.
 */
export const validatedReads: readonly Row[] = [
  {
    name: 'validated read',
    servers: ['ours', 'bare'],
    target: 0.6,
    load: async (_peer, ours) => ({ step: bearer(await apiToken(ours)) }),
  },
  {
    name: 'validated read without a token check',
    servers: ['unchecked', 'bare'],
    load: async ({ origin }, ours) => {
      const token = await apiToken(ours)
      // The bare server learns its statements from a whole request; the unchecked one takes the id for the token.
      await fetch(origin + path, bearer(token))
      return { step: bearer(decodeJwt(token).sub ?? '') }
    },
  },
]
