import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What others may do to whoever calls them. */
export type Manner = 'well' | 'silent' | 'reset' | 'dripping' | 'garbage' | 'flooding'

/** Stands before others of the outside. */
export interface Misbehaving {
  /** One for each of theirs. */
  readonly ports: readonly number[]
  /** Ends all connections; those from now on are treated so. */
  behave(manner: Manner): Promise<void>
  close(): void
}

/** @param ports of those who behave well, which is where it passes connections on to as long as nothing else is asked for */
export async function startMisbehaving(...ports: readonly number[]): Promise<Misbehaving> {
  const child = fork(join(import.meta.dirname, 'misbehaving-party.ts'), ports.map(String), { execArgv: [] })
  const [theirs] = (await once(child, 'message')) as [number[]]
  return {
    ports: theirs,
    behave: async (manner) => {
      child.send(manner)
      await once(child, 'message')
    },
    close: () => child.disconnect(),
  }
}
