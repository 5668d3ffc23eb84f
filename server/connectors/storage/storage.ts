import { join } from 'node:path'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Config } from '../../config/config.ts'
import type { StorageConfig } from '../../config/storage.ts'
import type { FileStore } from '../../domain/files/file-store.ts'
import { diskStore } from './disk.ts'

/** What tells where files are kept. */
export type StorageSettings = StorageConfig & Pick<Config, 'dataDir'>

/** Opens the place where files are kept. What speaks S3 is loaded only where it is asked for. */
export async function openStorage(settings: StorageSettings): Promise<FileStore> {
  const { storageBucket: bucket, dataDir } = settings
  if (bucket !== undefined) return (await import('./bucket.ts')).openBucket(bucket, settings)
  return diskStore(new FSDriver({ location: join(dataDir, 'files'), visibility: 'private' }))
}
