import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { insertExportDownload, lockFetchedExport, setDownloadResult } from '../../db/queries/user-export-downloads.ts'
import { findUserStanding } from '../../db/queries/user-standing.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import type { FileStore } from '../files/file-store.ts'
import { formats, keyOf } from './formats.ts'
import { mostDownloads } from './limits.ts'

/** The role that exports are for; the contract asks for it where there is a token. */
const exporterRole = 'ZMS.UserManager'
/** Seconds after which somebody who has downloaded too often may try again: the export is over by then. */
const retryAfter = 24 * 60 * 60

/** What is written down of a download. */
const result = 'success'

/** A file that somebody may have. */
export interface ExportFile {
  readonly mediaType: (typeof formats)[keyof typeof formats]['mediaType']
  readonly name: string
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

/** Hands out the files of exports, at the addresses that were mailed. */
export class ExportDownloads {
  readonly #db: Db
  readonly #files: FileStore

  constructor(db: Db, files: FileStore) {
    this.#db = db
    this.#files = files
  }

  /**
   * The file of an export to whoever was mailed its address, while they have the role and it is not over. Each time is written down.
   * Six statements, seven where it is not the first time.
   * @param user whoever is signed in
   * @throws Failure export_not_found, access_denied, export_not_downloadable, too_many_requests
   */
  async open(by: Actor, user: User, id: string): Promise<ExportFile> {
    const { exportId, format, size, madeByAttempt, createdAt } = await this.#admit(by, user, id)
    const key = keyOf({ id: exportId, format }, madeByAttempt)
    const name = `users-${createdAt.toISOString().slice(0, 10)}.${format}`
    return { mediaType: formats[format].mediaType, name, size, content: this.#files.stream(key) }
  }

  async #admit(by: Actor, user: User, id: string) {
    const outcome = await transact(this.#db, async (trx) => {
      const fetched = (await lockFetchedExport(trx, id, user.id)) ?? refuse('export_not_found')
      const { exportId, reason } = fetched
      const subject = { type: 'user_export', id: exportId } as const
      const { roles } = await findUserStanding(trx, user.id)
      if (!roles.includes(exporterRole)) {
        await saveAuditEvent(trx, by, 'user_export.download_refused', subject, { reason: 'access_denied' })
        return new Failure('access_denied')
      }
      if (fetched.state !== 'downloadable') refuse('export_not_downloadable')
      if (!(await setDownloadResult(trx, id, result))) {
        const again = { id: newId(), exportId, userId: user.id, reason, result }
        const row = { ...again, displayName: user.displayName, email: user.email }
        const noted = await insertExportDownload(trx, row, mostDownloads)
        if (!noted) throw new Failure('too_many_requests', [], { retryAfter })
      }
      await saveAuditEvent(trx, by, 'user_export.downloaded', subject)
      return fetched
    })
    if (outcome instanceof Failure) throw outcome
    return outcome
  }
}
