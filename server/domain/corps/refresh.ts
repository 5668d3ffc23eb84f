import { setTimeout as delay } from 'node:timers/promises'
import { listEventsSince, markEventsApplied } from '../../db/queries/corp-events.ts'
import {
  beginRefresh,
  endRefresh,
  findCorpLink,
  lockCorpLink,
  type StoredCorpLink,
} from '../../db/queries/corp-links.ts'
import { findCorp } from '../../db/queries/corps.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Logger } from '../../log/log.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import { ProviderError } from '../providers/provider-error.ts'
import type { WeComDepartment, WeComMember } from '../providers/wecom.ts'
import type { WeComClient } from '../providers/wecom-client.ts'
import { Directory, rootDepartment } from './directory.ts'
import type { CorpEvents } from './events.ts'
import type { LinkVault } from './links.ts'
import { reconcile } from './reconcile.ts'

/** How long a caller waits before it is told that the reading goes on, in milliseconds. */
const patience = 8_000
/** How long a reading may take, in milliseconds; after as many seconds more its process is taken for dead. */
const longest = 4 * 60_000
const lease = 5 * 60
/** How many departments are asked for their members at once. */
const atOnce = 8
/** No enterprise has more. */
const mostMembers = 200_000
/** More events during one reading are left to the next. */
const mostEvents = 10_000

/** How far a reading of an enterprise's departments has come. */
export interface RefreshState {
  readonly corpId: string
  readonly state: 'refreshing' | 'refreshed'
  readonly updatedAt: Date
}

/** Reads the departments and members of enterprises from their provider. */
export class CorpRefresh {
  readonly #db: Db
  readonly #vault: LinkVault
  readonly #weCom: WeComClient
  readonly #events: CorpEvents
  readonly #log: Logger
  readonly #stop = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(parts: { db: Db; vault: LinkVault; weCom: WeComClient; events: CorpEvents; log: Logger }) {
    this.#db = parts.db
    this.#vault = parts.vault
    this.#weCom = parts.weCom
    this.#events = parts.events
    this.#log = parts.log
  }

  /**
   * Reads the departments of an enterprise again. What takes long goes on in the background; whoever asks meanwhile is told of the
   * same reading. Three statements, and at most 25 for the reading, whatever its size.
   * @throws Failure corp_not_found, corp_not_linked, upstream_failed
   */
  async refresh(by: Actor, id: string): Promise<RefreshState> {
    const link = await findCorpLink(this.#db, id)
    if (!link) refuse((await findCorp(this.#db, id)) ? 'corp_not_linked' : 'corp_not_found')
    const { corpId } = link
    const appSecret = this.#vault.open(link).appSecret ?? refuse('corp_not_linked')
    const { startedAt, ours } = await beginRefresh(this.#db, corpId, lease)
    if (!ours) return { corpId, state: 'refreshing', updatedAt: startedAt }
    const reading = this.#read(by, link, appSecret, startedAt)
    this.#underWay.add(reading)
    reading.catch(() => {}).finally(() => this.#underWay.delete(reading))
    const enough = new AbortController()
    try {
      const refreshedAt = await Promise.race([
        reading,
        delay(patience, undefined, { signal: enough.signal, ref: false }),
      ])
      return refreshedAt
        ? { corpId, state: 'refreshed', updatedAt: refreshedAt }
        : { corpId, state: 'refreshing', updatedAt: startedAt }
    } finally {
      enough.abort()
    }
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.allSettled(this.#underWay)
  }

  async #read(by: Actor, link: StoredCorpLink, secret: string, startedAt: Date): Promise<Date> {
    try {
      // What was reported before is done with: what is read now is newer.
      await this.#events.apply(link.corpId)
      const directory = await this.#pull(link, secret)
      if (directory.hasCircle()) throw new ProviderError('WeCom answered departments that are below themselves')
      return await transact(this.#db, (trx) => this.#store(trx, by, link, directory, startedAt))
    } catch (error) {
      this.#log.warn({ err: error, corpId: link.corpId }, 'the departments of an enterprise could not be read')
      await endRefresh(this.#db, link.corpId, startedAt, false)
      throw error instanceof ProviderError ? new Failure('upstream_failed', [], { cause: error }) : error
    }
  }

  async #pull({ externalId }: StoredCorpLink, secret: string): Promise<Directory> {
    const application = { corpId: externalId, secret }
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(longest)])
    const departments = await this.#weCom.call(application, (api, token) => api.departments(token, signal))
    const directory = new Directory()
    for (const department of departments) directory.addDepartment(department)
    const members = (department: WeComDepartment) =>
      this.#weCom.call(application, (api, token) => api.members(token, department.id, signal))
    await eachOf(departments, atOnce, async (department) => {
      for (const member of await members(department)) directory.addMember(wholeMember(member))
      if (directory.members.size > mostMembers) throw new ProviderError('WeCom answered too many members')
    })
    return directory
  }

  /** What was reported while it was read may be missing in what was read, so it is followed once more. */
  async #store(trx: Db, by: Actor, link: StoredCorpLink, directory: Directory, startedAt: Date): Promise<Date> {
    const { corpId } = link
    // Meanwhile the enterprise may have been linked to another one of the provider.
    if ((await lockCorpLink(trx, corpId))?.externalId !== link.externalId) refuse('corp_not_linked')
    const events = await listEventsSince(trx, corpId, startedAt, mostEvents)
    const [done, waiting] = [events.filter((event) => event.appliedAt), events.filter((event) => !event.appliedAt)]
    for (const change of this.#events.changesOf(done)) directory.apply(change)
    directory.settleLogins()
    for (const change of this.#events.changesOf(waiting)) directory.apply(change)
    await reconcile(trx, by, link, directory)
    if (waiting.length > 0)
      await markEventsApplied(
        trx,
        waiting.map(({ id }) => id),
      )
    return (await endRefresh(trx, corpId, startedAt, true)) ?? startedAt
  }
}

function wholeMember({ id, departments, mainDepartment }: WeComMember) {
  return { id, departments: departments.length > 0 ? departments : [rootDepartment], mainDepartment }
}

/** Does something with each, so many at once; the first that fails ends it. */
async function eachOf<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    try {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
    } finally {
      left.length = 0
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
}
