import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { type ManagedUserFilter, readManagedUsers } from '../../db/queries/managed-users.ts'
import type { Place } from '../../db/queries/paging.ts'
import {
  beginUserExport,
  endUserExports,
  findOverExports,
  forgetExportFiles,
  isStillPending,
  moveUserExport,
} from '../../db/queries/user-exports.ts'
import type { Replica } from '../../db/replica.ts'
import type { Db, ExportFormat } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { FileStore } from '../files/file-store.ts'
import { filterOf, type UserSearch } from '../users/managed-users.ts'
import { head, type Row, rowOf } from './columns.ts'
import { formats, keyOf, removeFiles } from './formats.ts'
import { lifetime, mostAttempts } from './limits.ts'
import { statesBefore } from './states.ts'

/** The queue that files are made from. */
export const exportQueue = 'user-exports'

/** How many users are read at a time, whether they fit or not: so each statement is a short one, whatever the filter. */
const slice = 500
/** How many slices there are between two looks at whether the file is still wanted. */
const slicesBetweenLooks = 100
/** How long the file of an export that is over may still be written by whoever has not heard of it, in seconds. */
const grace = 60 * 60
/** How many files are removed in one go. */
const mostRemoved = 500

/** The export whose file is made, and whose it is. */
interface Wanted {
  readonly id: string
  readonly creatorId: string
}

/** Nobody wants the file any more. */
class Unwanted extends Error {}

/** Makes the files of exports, and removes them. */
export class ExportMaking {
  readonly #db: Db
  readonly #files: FileStore
  readonly #replica: Replica | undefined

  /** @param replica what reads the users, where it has what the applicant has written */
  constructor(db: Db, files: FileStore, replica?: Replica) {
    this.#db = db
    this.#files = files
    this.#replica = replica
  }

  /**
   * Makes the file of an export, in constant memory: users are read a slice at a time, written to a temporary file as fast as that takes
   * them, and stored from there when it is whole. Whoever begins anew after a crash begins at the beginning, with a file of its own.
   * After three attempts it has failed. One statement a slice, two with a replica, and seven.
   * @throws what the making has failed of, when it is to be tried again
   */
  async make(id: string): Promise<void> {
    const started = await beginUserExport(this.#db, id)
    if (!started) return
    const { attempts, format, filter, creatorId } = started
    const key = keyOf({ id, format }, attempts)
    if (attempts > mostAttempts) {
      await this.#end(id, 'failed', { rows: 0 })
      return
    }
    try {
      const { rows, size } = await this.#write({ id, creatorId }, key, format, filterOf(filter as UserSearch))
      const made = { size, attempt: attempts }
      if (!(await this.#end(id, 'downloadable', { rows, made }))) throw new Unwanted()
    } catch (error) {
      // What cannot be removed now is removed by `collect`.
      await this.#files.remove(key).catch(() => {})
      if (error instanceof Unwanted) return
      if (attempts >= mostAttempts) await this.#end(id, 'failed', { rows: 0 })
      throw error
    }
  }

  /** Ends what has expired or belongs to nobody, and removes files of what is over. Five statements; any node may do this. */
  async collect(): Promise<void> {
    await endUserExports(this.#db, { to: 'cancelled', from: statesBefore('cancelled') }, 'creator')
    await endUserExports(this.#db, { to: 'failed', from: statesBefore('failed') }, 'time')
    await endUserExports(this.#db, { to: 'expired', from: statesBefore('expired') }, 'time')
    const over = await findOverExports(this.#db, grace, mostRemoved)
    const results = await Promise.allSettled(over.map((one) => removeFiles(this.#files, one)))
    const gone = over.filter((_, index) => results[index]?.status === 'fulfilled').map(({ id }) => id)
    if (gone.length > 0) await forgetExportFiles(this.#db, gone)
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }

  async #write(of: Wanted, key: string, format: ExportFormat, filter: ManagedUserFilter) {
    const folder = await mkdtemp(join(tmpdir(), 'openaccount-export-'))
    try {
      const path = join(folder, 'file')
      const count = { rows: 0 }
      const { mediaType, write } = formats[format]
      await pipeline(write(head, this.#read(of, filter, count)), createWriteStream(path))
      if (!(await isStillPending(this.#db, of.id))) throw new Unwanted()
      await this.#files.putFile(key, path, mediaType)
      return { size: (await stat(path)).size, rows: count.rows }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async *#read(of: Wanted, filter: ManagedUserFilter, count: { rows: number }): AsyncGenerator<readonly Row[]> {
    let place: Place | undefined
    for (let slices = 1; ; slices += 1) {
      const { items, end } = await this.#readSlice(of, filter, place)
      if (end === undefined) return
      place = end
      count.rows += items.length
      if (items.length > 0) yield items.map(rowOf)
      if (slices % slicesBetweenLooks === 0 && !(await isStillPending(this.#db, of.id))) throw new Unwanted()
    }
  }

  #readSlice({ creatorId }: Wanted, filter: ManagedUserFilter, place: Place | undefined) {
    const from = (db: Db) => async () => readManagedUsers(db, filter, place, slice)
    const replica = this.#replica
    const onPrimary = from(this.#db)
    return replica ? replica.read({ userId: creatorId }, from(replica.db), onPrimary) : onPrimary()
  }

  /** @returns false when it was cancelled meanwhile, or somebody else has made the file */
  async #end(
    id: string,
    to: 'downloadable' | 'failed',
    { rows, made }: { readonly rows: number; readonly made?: { readonly size: number; readonly attempt: number } },
  ): Promise<boolean> {
    return transact(this.#db, async (trx) => {
      const move = { to, from: statesBefore(to) }
      if (!(await moveUserExport(trx, id, move, made ? { made, seconds: lifetime } : {}))) return false
      await saveAuditEvent(trx, {}, `user_export.${to}`, { type: 'user_export', id }, { rows })
      return true
    })
  }
}
