import type { Load } from './load.ts'
import type { Peer } from './peer.ts'
import type { Step } from './walk.ts'

/** What can be measured: two servers, and what comes near to the least that ours has to do. */
export type ServerName = 'ours' | 'stock' | 'bare' | 'unchecked'

/** One line of the table: two servers under the same load. */
export interface Row {
  readonly name: string
  readonly servers: readonly [measured: ServerName, beside: ServerName]
  /** The ratio of their figures that is wanted. */
  readonly target?: number
  /** Makes everything anew before each measurement: what an earlier one has left half done is not met again. */
  load(peer: Peer, ours: Peer): Promise<Load>
  /** Asked now and then meanwhile, to see how long others wait. */
  meanwhile?(peer: Peer): Promise<Step>
}

/** The servers of most rows. */
export const besideStock = ['ours', 'stock'] as const
