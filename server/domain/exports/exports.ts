import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { insertExportDownload, listExportDownloads } from '../../db/queries/user-export-downloads.ts'
import {
  type ExportDownload,
  insertUserExport,
  listUserExports,
  lockUserExport,
  moveUserExport,
  type UserExport,
} from '../../db/queries/user-exports.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db, ExportFormat } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure, refuse } from '../failure.ts'
import { judgeField } from '../field.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Jobs } from '../jobs.ts'
import { storedContact } from '../messages/contacts.ts'
import { localeOf } from '../messages/message.ts'
import type { Messages } from '../messages/messages.ts'
import type { Listed, Slice } from '../paging.ts'
import { type Administrator, isSuperAdministrator } from '../role-groups/authority.ts'
import { isText } from '../text/lines.ts'
import { canonicalName } from '../text/names.ts'
import { writeMoment } from '../text/times.ts'
import { filterOf, type UserSearch } from '../users/managed-users.ts'
import { removeFiles } from './formats.ts'
import { lifetime, mostDownloads, mostOpen } from './limits.ts'
import { exportQueue } from './making.ts'
import { statesBefore } from './states.ts'

export type { ExportDownload, UserExport } from '../../db/queries/user-exports.ts'

/** Which users are wanted, why, and as what. */
export interface ExportWish {
  readonly reason: string
  readonly filter: Omit<UserSearch, 'keyword'>
  readonly format: ExportFormat
}

/** What exports are made with. */
export interface ExportSettings {
  readonly db: Db
  readonly jobs: Jobs
  readonly files: FileStore
  readonly messages: Messages
  /** Whether somebody else has to approve them first. */
  readonly approval: boolean
  /** Address below which they are downloaded, with its slash. */
  readonly address: string
}

/** Seconds after which somebody who has applied for too much may try again. */
const retryAfter = 60 * 60

/** Exports of user data. Those of somebody else are as if there were none; super administrators see all in the lists. */
export class UserExports {
  readonly #settings: ExportSettings

  constructor(settings: ExportSettings) {
    this.#settings = settings
  }

  /** Applies for an export, whose file is made by a job. Seven statements. @throws Failure field_invalid, too_many_requests */
  async apply(by: Administrator, { reason, filter, format }: ExportWish): Promise<UserExport> {
    const { db, jobs, approval } = this.#settings
    judgeField('/reason', reason, isText, 'must be made of whole characters')
    judgeField('/reason', reason, (text) => canonicalName(text) !== '', 'must have a character that can be seen')
    // It is kept as JSON, which the database does not take with half a character in it.
    judgeField('/filter', Object.values(filter).flat().join(' '), isText, 'must be made of whole characters')
    const { createdFrom, createdUntil, signedInFrom, signedInUntil } = filterOf(filter, '/body/filter')
    // However a moment was written, it is shown as all others are: in UTC, with milliseconds.
    const asked = {
      ...filter,
      createAfter: createdFrom && writeMoment(createdFrom),
      createBefore: createdUntil && writeMoment(createdUntil),
      lastLoginAfter: signedInFrom && writeMoment(signedInFrom),
      lastLoginBefore: signedInUntil && writeMoment(signedInUntil),
    }
    const id = newId()
    const state = approval ? 'awaiting_approval' : 'pending'
    return transact(db, async (trx) => {
      const row = { id, creatorId: by.userId, state, format, reason, filter: asked } as const
      const noted = await insertUserExport(trx, row, { most: mostOpen, seconds: lifetime })
      if (!noted) throw new Failure('too_many_requests', [], { retryAfter })
      if (!approval) await jobs.send(trx, exportQueue, { id })
      const conditions = Object.keys(filter).sort()
      await saveAuditEvent(trx, by, 'user_export.applied', { type: 'user_export', id }, { format, conditions })
      return find(trx, id)
    })
  }

  /** Withdraws an export; its file goes. Six statements. @throws Failure export_not_found, export_not_cancellable */
  async cancel(by: Administrator, id: string): Promise<UserExport> {
    const { db, files } = this.#settings
    const { locked, cancelled } = await transact(db, async (trx) => {
      const locked = (await lockUserExport(trx, id, by.userId)) ?? refuse('export_not_found')
      const moved = await moveUserExport(trx, id, { to: 'cancelled', from: statesBefore('cancelled') })
      if (!moved) refuse('export_not_cancellable')
      await saveAuditEvent(trx, by, 'user_export.cancelled', { type: 'user_export', id: locked.id })
      return { locked, cancelled: await find(trx, id) }
    })
    // What cannot be removed now is removed by `ExportMaking.collect`.
    await removeFiles(files, locked).catch(() => {})
    return cancelled
  }

  /** Exports, the newest first. One statement. */
  list(by: Administrator, slice: Slice): Promise<Listed<UserExport>> {
    return listUserExports(this.#settings.db, { creatorId: seenBy(by) }, slice)
  }

  /** Fetchings of all exports or of one, the newest first. One statement. */
  downloads(by: Administrator, exportId: string | undefined, slice: Slice): Promise<Listed<ExportDownload>> {
    return listExportDownloads(this.#settings.db, { exportId, userId: seenBy(by) }, slice)
  }

  /**
   * Mails the address of a file to whoever applied for it. Eight statements.
   * @returns all fetchings of it, the newest first
   * @throws Failure export_not_found, export_not_downloadable, contact_missing, channel_missing, too_many_requests
   */
  async fetch(by: Administrator & { readonly user: User }, exportId: string, reason?: string) {
    const { db, messages, address } = this.#settings
    judgeReason(reason)
    const { user } = by
    return transact(db, async (trx) => {
      const locked = (await lockUserExport(trx, exportId, by.userId)) ?? refuse('export_not_found')
      if (locked.state !== 'downloadable') refuse('export_not_downloadable')
      if (!messages.channels().includes('mail')) refuse('channel_missing')
      const to = storedContact(user, 'mail') ?? refuse('contact_missing')
      const id = newId()
      const { displayName, email } = user
      const noted = await insertExportDownload(
        trx,
        { id, exportId, userId: by.userId, displayName, email, ...(reason !== undefined && { reason }) },
        mostDownloads,
      )
      if (!noted) throw new Failure('too_many_requests', [], { retryAfter })
      const message = {
        channel: 'mail',
        to,
        purpose: 'export_ready',
        locale: localeOf(user),
        link: address + id,
      } as const
      await messages.post(trx, message, lifetime)
      await saveAuditEvent(trx, by, 'user_export.fetched', { type: 'user_export', id: locked.id })
      return (await listExportDownloads(trx, { exportId }, { offset: 0, limit: mostDownloads })).items
    })
  }
}

async function find(trx: Db, id: string): Promise<UserExport> {
  const { items } = await listUserExports(trx, { id }, { offset: 0, limit: 1 })
  return items[0] ?? refuse('export_not_found')
}

const seenBy = (by: Administrator) => (isSuperAdministrator(by) ? undefined : by.userId)

function judgeReason(reason: string | undefined): void {
  if (reason !== undefined && !isText(reason)) {
    throw new Failure('field_invalid', [], { description: '/query/reason must be made of whole characters' })
  }
}
