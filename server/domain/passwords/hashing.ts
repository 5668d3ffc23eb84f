import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { normalizePassword } from '../text/passwords.ts'
import { Gate, type Turn } from './gate.ts'

/**
 * argon2id (the library's default) as the OWASP password storage cheat sheet asks at least: 19 MiB, two passes, one lane.
 * A hash takes about 20 ms of one core.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The threads of libuv's pool, however many cores there are; signing and files need one too. */
const threads = 4
const width = Math.max(1, Math.min(availableParallelism(), threads) - 1)
const gate = new Gate({ width, depth: 2048, patience: 10_000, expected: 20 })

/** Work that nobody signs in with: passwords that are set. */
const ownWork: Turn = { lane: '', known: false }

/** A hash that no password matches, so that an unknown user costs the same time as a wrong password. */
const nobody = hash(crypto.randomUUID(), parameters)

/**
 * Hashes a password for storage.
 * @param password clear text, any length the contract lets in
 * @returns a PHC string with its own salt and parameters
 * @throws Overloaded when too many hashes wait already
 */
export function hashPassword(password: string): Promise<string> {
  return gate.run(() => hash(normalizePassword(password), parameters), ownWork)
}

/**
 * Compares a password with a stored hash, in the same time whether or not there is one. What normalisation changes is
 * compared as it was typed as well, because hashes of the first release are of that. Both are always computed: the time tells
 * whether the text is an unusual one, which whoever sent it knows, and nothing about the hash.
 * @param stored the PHC string of `hashPassword`, or undefined when the user or the password does not exist
 * @param turn whose turn it waits for
 * @throws Overloaded when too many comparisons wait already
 */
export async function verifyPassword(stored: string | undefined, password: string, turn = ownWork): Promise<boolean> {
  const target = stored ?? (await nobody)
  const spellings = new Set([normalizePassword(password), password])
  const matches = await gate.run(async () => {
    let found = false
    for (const spelling of spellings) found = (await verify(target, spelling)) || found
    return found
  }, turn)
  return matches && stored !== undefined
}
