import { hash, verify } from '@node-rs/argon2'
import type { Account } from 'oidc-provider'
import { password, people } from '../peer.ts'

// The parameters of ours (server/domain/passwords/hashing.ts).
const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
const known = new Set(people)

/** The people of the stock provider, which keeps them in memory: who they are is not its adapter's business. */
export async function findAccount(id: string): Promise<Account | undefined> {
  return known.has(id) ? { accountId: id, claims: async () => ({ sub: id, name: 'Bench' }) } : undefined
}

/** Whether somebody with that name has that password. */
export async function checkPassword(name: string, given: string): Promise<boolean> {
  return known.has(name) && (await verify(passwordHash, given))
}
