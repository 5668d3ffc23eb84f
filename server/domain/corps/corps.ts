import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { findCorpLink, saveCorpLink } from '../../db/queries/corp-links.ts'
import { type Corp, findCorp, insertCorp, updateCorp } from '../../db/queries/corps.ts'
import { insertOrganization, renameOrganization } from '../../db/queries/organizations.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { refuse } from '../failure.ts'
import type { LinkSecrets, LinkVault } from './links.ts'

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
  async get(id: string): Promise<Corp & { readonly links: readonly CorpLink[] }> {
    const corp = (await findCorp(this.#db, id)) ?? refuse('corp_not_found')
    const link = await findCorpLink(this.#db, id)
    return { ...corp, links: link ? [shown(link)] : [] }
  }

  /** Makes an enterprise. Six statements. @throws Failure corp_name_taken */
  create(by: Actor, { name, displayName = null, description = '' }: CorpChange & { name: string }): Promise<Corp> {
    return this.#db.transaction().execute(async (trx) => {
      const id = newId()
      await insertOrganization(trx, { id, code: id, name, type: 'company' }).catch(nameTaken)
      await insertCorp(trx, { id, displayName, description })
      await saveAuditEvent(trx, by, 'corp.created', { type: 'organization', id })
      return (await findCorp(trx, id)) ?? refuse('corp_not_found')
    })
  }

  /** Changes what is given. Six statements at most. @throws Failure corp_not_found, corp_name_taken */
  change(by: Actor, id: string, { name, ...change }: CorpChange): Promise<Corp> {
    return this.#db.transaction().execute(async (trx) => {
      if (!(await updateCorp(trx, id, change))) refuse('corp_not_found')
      if (name !== undefined) await renameOrganization(trx, id, name).catch(nameTaken)
      const changed = Object.entries({ name, ...change }).flatMap(([field, value]) =>
        value === undefined ? [] : [field],
      )
      await saveAuditEvent(trx, by, 'corp.changed', { type: 'organization', id }, { changed })
      return (await findCorp(trx, id)) ?? refuse('corp_not_found')
    })
  }

  /**
   * Links an enterprise to a provider, or changes the link. Five statements.
   * @throws Failure corp_not_found, corp_link_taken
   */
  saveLink(by: Actor, corpId: string, { provider, externalId, appId, receiveId, ...secrets }: CorpLinkChange) {
    return this.#db.transaction().execute(async (trx): Promise<CorpLink> => {
      if (!(await findCorp(trx, corpId))) refuse('corp_not_found')
      const link = {
        corpId,
        provider,
        externalId,
        receiveId: receiveId ?? externalId,
        ...(appId !== undefined && { appId: appId || null }),
        ...this.#vault.seal(secrets),
      }
      const saved = await saveCorpLink(trx, link).catch(linkTaken)
      // Of a secret, no more than that it was changed.
      const changed = Object.entries(secrets).flatMap(([name, value]) => (value === undefined ? [] : [name]))
      await saveAuditEvent(trx, by, 'corp.link_saved', { type: 'organization', id: corpId }, { provider, changed })
      return shown(saved)
    })
  }
}

function shown({ corpId, provider, externalId, appId, createdAt, updatedAt }: CorpLink): CorpLink {
  return { corpId, provider, externalId, appId, createdAt, updatedAt }
}
