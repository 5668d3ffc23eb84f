import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Disk, errors } from 'flydrive'
import type { DriverContract } from 'flydrive/types'
import { Failure } from '../../domain/failure.ts'
import type { FileStore } from '../../domain/files/file-store.ts'

/** What drivers say of a file that is not there: the file system, and S3. */
const absent: ReadonlySet<unknown> = new Set(['ENOENT', 'NoSuchKey'])
/** What callers are told to wait while files can be neither written nor read, in seconds. */
const retryAfter = 5

/**
 * Keeps files with a driver of flydrive.
 * @param patient writes and reads files that are large, which takes as long as it takes
 */
export function diskStore(driver: DriverContract, patient = driver): FileStore {
  const disk = new Disk(driver)
  const large = new Disk(patient)
  return {
    put: async (key, content, contentType) => disk.put(key, content, { contentType }).catch(away),
    read: async (key) => disk.getBytes(key).catch(undefinedWhenAbsent).catch(away),
    putFile: async (key, path, contentType) => {
      const { size: contentLength } = await stat(path)
      const content = createReadStream(path)
      await large.putStream(key, content, { contentType, contentLength }).finally(() => content.destroy())
    },
    stream: async function* (key) {
      yield* await large.getStream(key)
    },
    remove: async (key) => disk.delete(key),
  }
}

/** Whatever the disk or the bucket has failed of, the same call may well do later. */
function away(cause: unknown): never {
  throw new Failure('files_away', [], { retryAfter, cause })
}

function undefinedWhenAbsent(error: unknown): undefined {
  const cause = error instanceof errors.E_CANNOT_READ_FILE ? (error.cause as { code?: unknown; name?: unknown }) : {}
  if (!absent.has(cause.code) && !absent.has(cause.name)) throw error
}
