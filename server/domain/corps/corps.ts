import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { deleteCorpEvents } from '../../db/queries/corp-events.ts'
import { findCorpLink, lockCorpLink, type StoredCorpLink, saveCorpLink } from '../../db/queries/corp-links.ts'
import { type Corp, findCorp, insertCorp, lockCorps, updateCorp } from '../../db/queries/corps.ts'
import { insertOrganization, renameOrganization } from '../../db/queries/organizations.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { difference } from '../difference.ts'
import { refuse } from '../failure.ts'
import { judgeField, refuseField } from '../field.ts'
import { isLine, isName, isText } from '../text/lines.ts'
import { Directory } from './directory.ts'
import { type LinkSecrets, type LinkVault, nothingKnown } from './links.ts'
import { reconcile } from './reconcile.ts'

export type { Corp } from '../../db/queries/corps.ts'

/** What is said of an enterprise; what is left out stays as it is. */
export interface CorpChange {
  readonly name?: string | undefined
  readonly displayName?: string | null | undefined
  readonly description?: string | undefined
}

/** An enterprise's link to a provider, created or edited. */
export interface CorpLinkChange extends LinkSecrets {
  readonly provider: 'WeCom'
  /** The enterprise's id at the provider. */
  readonly externalId: string
  readonly appId?: string | undefined
  /** Whom call-backs are for, where that is the suite of a service provider. */
  readonly receiveId?: string | undefined
}

/** An enterprise with its links. */
export type CorpWithLinks = Corp & { readonly links: readonly CorpLink[] }

/** A link as it may be shown: without its secrets. */
export interface CorpLink {
  readonly corpId: string
  readonly provider: 'WeCom'
  readonly externalId: string
  readonly appId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

const nameTaken = conflict({ organizations_name: 'corp_name_taken' })
const linkTaken = conflict({ corp_links_external_id: 'corp_link_taken' })

/** Enterprises: companies at the root of the tree, and what they are linked to. */
export class Corps {
  readonly #db: Db
  readonly #vault: LinkVault

  constructor(db: Db, vault: LinkVault) {
    this.#db = db
    this.#vault = vault
  }

  /** The enterprise with its links. Two statements. @throws Failure corp_not_found */
  get(id: string): Promise<CorpWithLinks> {
    return withLinks(this.#db, id)
  }

  /** Makes an enterprise, which needs a name. Six statements. @throws Failure corp_name_taken, field_invalid */
  async create(by: Actor, change: CorpChange): Promise<CorpWithLinks> {
    judgeCorp(change)
    const {
      name = refuseField('/name', 'is needed to create an enterprise'),
      displayName = null,
      description = '',
    } = change
    return transact(this.#db, async (trx) => {
      const id = newId()
      await insertOrganization(trx, { id, code: id, name, type: 'company' }).catch(nameTaken)
      await insertCorp(trx, { id, displayName, description })
      const details = { after: { name, displayName, description } }
      await saveAuditEvent(trx, by, 'corp.created', { type: 'organization', id }, details)
      return { ...((await findCorp(trx, id)) ?? refuse('corp_not_found')), links: [] }
    })
  }

  /** Changes what is given. Nine statements at most. @throws Failure corp_not_found, corp_name_taken, field_invalid */
  async change(by: Actor, id: string, change: CorpChange): Promise<CorpWithLinks> {
    judgeCorp(change)
    return transact(this.#db, async (trx) => {
      await lockCorps(trx)
      const corp = (await findCorp(trx, id)) ?? refuse('corp_not_found')
      const { before, after } = difference(corp, change)
      const { name, ...own } = after
      if (name !== undefined) await renameOrganization(trx, id, name).catch(nameTaken)
      if (Object.keys(own).length > 0) await updateCorp(trx, id, own)
      if (Object.keys(after).length > 0) {
        await saveAuditEvent(trx, by, 'corp.changed', { type: 'organization', id: corp.id }, { before, after })
      }
      return withLinks(trx, id)
    })
  }

  /**
   * Links an enterprise to a provider, or changes the link. Seven statements; another enterprise of the provider makes it begin
   * anew, with at most 21 more.
   * @throws Failure corp_not_found, corp_link_taken, field_invalid
   */
  async saveLink(by: Actor, corpId: string, change: CorpLinkChange): Promise<CorpLink> {
    judgeLink(change)
    return transact(this.#db, async (trx) => {
      await lockCorps(trx)
      const corp = (await findCorp(trx, corpId)) ?? refuse('corp_not_found')
      const stored = await lockCorpLink(trx, corp.id)
      const former = stored?.externalId === change.externalId ? stored : undefined
      const link = linkAfter(former, change)
      const secrets = this.#vault.difference(former, change)
      const { before, after } = difference(stored ?? noLink, link)
      if (former && Object.keys(after).length === 0 && secrets.length === 0) return shown(former)
      if (stored && !former) await forget(trx, by, stored)
      const sealed = this.#vault.seal(change)
      const row = { corpId: corp.id, ...link, ...(!former && nothingKnown), ...sealed }
      const saved = await saveCorpLink(trx, row).catch(linkTaken)
      // Of a secret, no more than that it was changed.
      const details = { provider: change.provider, before, after, secrets }
      await saveAuditEvent(trx, by, 'corp.link_saved', { type: 'organization', id: corp.id }, details)
      return shown(saved)
    })
  }
}

const noLink = { provider: null, externalId: null, appId: null, receiveId: null }

function judgeCorp({ name, displayName, description }: CorpChange): void {
  judgeField('/name', name, isName, 'must be a name that can be seen')
  judgeField('/displayName', displayName, isName, 'must be a name that can be seen')
  judgeField('/description', description, isText, 'must be made of whole characters')
}

function judgeLink({ externalId, appId, appSecret, callbackToken }: CorpLinkChange): void {
  judgeField('/externalID', externalId, isName, 'must be an id that can be seen')
  judgeField('/appID', appId, isLine, 'must be one line')
  judgeField('/appSecret', appSecret, isLine, 'must be one line')
  judgeField('/callbackToken', callbackToken, isLine, 'must be one line')
}

async function withLinks(db: Db, id: string): Promise<CorpWithLinks> {
  const corp = (await findCorp(db, id)) ?? refuse('corp_not_found')
  const link = await findCorpLink(db, id)
  return { ...corp, links: link ? [shown(link)] : [] }
}

/** What a link says afterwards, but for its secrets. */
function linkAfter(former: StoredCorpLink | undefined, { provider, externalId, appId, receiveId }: CorpLinkChange) {
  return {
    provider,
    externalId,
    appId: appId === undefined ? (former?.appId ?? null) : appId || null,
    receiveId: receiveId ?? former?.receiveId ?? externalId,
  }
}

/** Departments, members and events of another enterprise of the provider would be taken for those of the new one. */
async function forget(trx: Db, by: Actor, link: StoredCorpLink): Promise<void> {
  await reconcile(trx, by, link, new Directory())
  await deleteCorpEvents(trx, link.corpId)
}

function shown({ corpId, provider, externalId, appId, createdAt, updatedAt }: CorpLink): CorpLink {
  return { corpId, provider, externalId, appId, createdAt, updatedAt }
}
