import { randomBytes } from 'node:crypto'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import {
  deleteProfileImages,
  endUnusedProfileImage,
  findExpiredProfileImages,
  insertProfileImage,
  keepProfileImage,
  replaceProfileImage,
} from '../../db/queries/profile-images.ts'
import { updateUser } from '../../db/queries/user-changes.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import type { FileStore } from '../files/file-store.ts'
import { drawProfileImage } from './draw.ts'

/** Of every stored picture. */
export const profileImageType = 'image/webp'

/** How long an upload may take from its note to its end, in seconds. */
const uploadSeconds = 60 * 60
/** How long a picture that was replaced can still be read: pages and applications show it until they hear of the new one. */
const graceSeconds = 24 * 60 * 60
/** How many pictures a person can have at once, replaced ones among them. */
const mostImages = 50
/** Seconds after which one of them is likely to be gone. */
const retryAfter = 60 * 60
/** How many files are removed at once. */
const batch = 50

/** What the pictures are made with. */
export interface ProfileImageSettings {
  readonly db: Db
  readonly files: FileStore
  /** Address below which the pictures are read, with its slash. */
  readonly address: string
}

/** People's pictures: each upload is a file of its own under a name that nobody can guess, and never changes. */
export class ProfileImages {
  readonly #db: Db
  readonly #files: FileStore
  readonly #address: string

  constructor({ db, files, address }: ProfileImageSettings) {
    this.#db = db
    this.#files = files
    this.#address = address
  }

  /**
   * Gives a user another picture. Seven statements.
   * @param content a PNG, JPEG or WebP file
   * @throws Failure image_not_readable, too_many_requests, user_not_found, files_away
   */
  async replace(by: Actor, userId: string, content: Buffer): Promise<User> {
    const picture = await drawProfileImage(content, userId)
    const name = `${randomBytes(24).toString('base64url')}.webp`
    const noted = await insertProfileImage(this.#db, { name, userId }, { most: mostImages, seconds: uploadSeconds })
    if (!noted) throw new Failure('too_many_requests', [], { retryAfter })
    try {
      await this.#files.put(keyOf(name), picture, profileImageType)
      return await this.#use(by, userId, name)
    } catch (error) {
      // What cannot be taken back now is taken back by `collect`.
      await this.#takeBack(name).catch(() => {})
      throw error
    }
  }

  /** The content of a picture. No statement. @throws Failure profile_image_not_found, files_away */
  async read(name: string): Promise<Uint8Array> {
    return (await this.#files.read(keyOf(name))) ?? refuse('profile_image_not_found')
  }

  /** Removes the files whose time is over; any number of nodes may do this at once. Two statements a batch. */
  async collect(): Promise<void> {
    for (;;) {
      const names = await findExpiredProfileImages(this.#db, batch)
      await this.#remove(names)
      if (names.length < batch) return
    }
  }

  #use(by: Actor, userId: string, name: string): Promise<User> {
    const profileImage = this.#address + name
    return transact(this.#db, async (trx) => {
      // Locks the user: of two uploads at once the later one replaces the earlier.
      const { changes, ...user } = (await updateUser(trx, userId, { profileImage })) ?? refuse('user_not_found')
      await replaceProfileImage(trx, userId, graceSeconds)
      if (!(await keepProfileImage(trx, name))) throw new Error('the upload has taken longer than it may')
      await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id: userId }, { changed: Object.keys(changes) })
      return user
    })
  }

  /** Removes a picture that did not become anybody's; one whose commit went through unheard stays. */
  async #takeBack(name: string): Promise<void> {
    if (await endUnusedProfileImage(this.#db, name)) await this.#remove([name])
  }

  /** @throws what the first file says that could not be removed; the others are */
  async #remove(names: readonly string[]): Promise<void> {
    const results = await Promise.allSettled(names.map((name) => this.#files.remove(keyOf(name))))
    const gone = names.filter((_, index) => results[index]?.status === 'fulfilled')
    if (gone.length > 0) await deleteProfileImages(this.#db, gone)
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }
}

function keyOf(name: string): string {
  return `profile-images/${name}`
}
