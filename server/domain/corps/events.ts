import { sha256 } from '../../crypto/hash.ts'
import {
  insertCorpEvent,
  listWaitingEvents,
  markEventsApplied,
  type StoredEvent,
} from '../../db/queries/corp-events.ts'
import {
  listCorpLinks,
  listCorpLinksByReceiver,
  lockCorpLink,
  type StoredCorpLink,
} from '../../db/queries/corp-links.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Logger } from '../../log/log.ts'
import { refuse } from '../failure.ts'
import type { Jobs } from '../jobs.ts'
import { memberKey } from '../providers/wecom.ts'
import { type CallbackSecrets, isRecent, isSignedWith, openText, readEnvelope, type Signed } from './callback.ts'
import { changeOf, type DirectoryChange } from './changes.ts'
import type { LinkVault } from './links.ts'
import { loadDirectory, reconcile } from './reconcile.ts'
import { readXml } from './xml.ts'

/** The queue of enterprises with events that wait. */
export const corpEventsQueue = 'corp-events'
/** How many events one transaction applies. */
const batch = 200

/** What WeCom calls: the check of the address, and events about an enterprise's departments and members. */
export class CorpEvents {
  readonly #db: Db
  readonly #vault: LinkVault
  readonly #jobs: Jobs
  readonly #log: Logger

  constructor({ db, vault, jobs, log }: { db: Db; vault: LinkVault; jobs: Jobs; log: Logger }) {
    this.#db = db
    this.#vault = vault
    this.#jobs = jobs
    this.#log = log
  }

  /**
   * The plain text that proves to WeCom that the address is ours. Nothing tells which enterprise asks, so the signature does. One
   * statement.
   * @throws Failure signature_invalid
   */
  async verify(signed: Signed): Promise<string> {
    if (!isRecent(signed)) refuse('signature_expired')
    const found = this.#signer(await listCorpLinks(this.#db), signed)
    return openText(found.secrets, signed.cipherText) ?? refuse('signature_invalid')
  }

  /**
   * Takes an event in, to be applied by a job; a repeat, which has the same content, is taken in once. Five statements, four for a
   * repeat.
   * @throws Failure signature_invalid
   */
  async receive(signed: Omit<Signed, 'cipherText'>, body: string): Promise<void> {
    const { receiveId, cipherText } = readEnvelope(body) ?? refuse('signature_invalid')
    const whole = { ...signed, cipherText }
    if (!isRecent(whole)) refuse('signature_expired')
    const links = await listCorpLinksByReceiver(this.#db, receiveId)
    const { link, secrets } = this.#signer(links, whole)
    const content = openText(secrets, cipherText) ?? refuse('signature_invalid')
    const event = readXml(content)
    // A suite receives for many enterprises, and says inside for which one.
    const of = event?.AuthCorpId ?? link.externalId
    const corp = links.find(({ externalId }) => externalId === of)
    if (!event || !corp || !changeOf(event)) {
      this.#log.info(
        { event: event?.Event ?? event?.InfoType, change: event?.ChangeType },
        'an event of WeCom is not known',
      )
      return
    }
    await this.#keep(corp.corpId, content)
  }

  /** Applies the waiting events of each of these enterprises; one that fails keeps none of the others. @throws what failed first */
  async applyAll(corpIds: readonly string[]): Promise<void> {
    const faults: unknown[] = []
    for (const corpId of new Set(corpIds)) {
      await this.apply(corpId).catch((error: unknown) => faults.push(error))
    }
    if (faults.length > 0) throw faults[0]
  }

  /** Applies the events of an enterprise that wait, in the order in which they came. At most 22 statements for 200 events. */
  async apply(corpId: string): Promise<void> {
    let left = batch
    while (left === batch) left = await transact(this.#db, (trx) => this.#applyBatch(trx, corpId))
  }

  /** The changes that events report. */
  changesOf(events: readonly StoredEvent[]): DirectoryChange[] {
    return events.flatMap(({ content }) => changeOf(readXml(this.#vault.openText(content)) ?? {}) ?? [])
  }

  async #keep(corpId: string, content: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      const kept = { corpId, contentHash: sha256(content), content: this.#vault.sealText(content) }
      if (await insertCorpEvent(trx, kept)) await this.#jobs.send(trx, corpEventsQueue, { corpId })
    })
  }

  async #applyBatch(trx: Db, corpId: string): Promise<number> {
    const link = await lockCorpLink(trx, corpId)
    const events = link ? await listWaitingEvents(trx, corpId, batch) : []
    if (!link || events.length === 0) return 0
    const changes = this.changesOf(events)
    const keys = [...new Set(changes.flatMap(keysOf))]
    const directory = await loadDirectory(trx, corpId, keys)
    for (const change of changes) {
      if (!directory.apply(change))
        this.#log.warn({ corpId, department: change.id }, 'a department cannot be below itself')
    }
    await reconcile(trx, {}, link, directory, keys)
    await markEventsApplied(
      trx,
      events.map(({ id }) => id),
    )
    return events.length
  }

  /** The link whose token the signature was made with, and its secrets. */
  #signer(links: readonly StoredCorpLink[], signed: Signed): { link: StoredCorpLink; secrets: CallbackSecrets } {
    for (const link of links) {
      const { callbackToken: token, callbackKey: key } = this.#vault.open(link)
      if (token !== undefined && key !== undefined && isSignedWith(token, signed)) {
        return { link, secrets: { token, key, receiveId: link.receiveId } }
      }
    }
    return refuse('signature_invalid')
  }
}

function keysOf(change: DirectoryChange): string[] {
  if (change.kind === 'member') return [change.id, ...(change.newId ? [change.newId] : [])].map(memberKey)
  return change.kind === 'member-gone' ? [memberKey(change.id)] : []
}
