import { S3Driver } from 'flydrive/drivers/s3'
import type { StorageConfig } from '../../config/storage.ts'
import type { FileStore } from '../../domain/files/file-store.ts'
import { diskStore } from './disk.ts'

/** How long a connection, and an answer of the bucket, is waited for, in milliseconds. */
const connectionTimeout = 3_000
const requestTimeout = 15_000
/** How long nothing may move while a large file is written. */
const socketTimeout = 15_000

/** Keeps files in a bucket that speaks the S3 API. */
export function openBucket(bucket: string, settings: StorageConfig): FileStore {
  const { storageEndpoint: endpoint, storageAccessKeyId, storageSecretAccessKey } = settings
  const driver = (limits: { requestTimeout: number } | { socketTimeout: number }) =>
    new S3Driver({
      bucket,
      region: settings.storageRegion,
      ...(endpoint !== undefined && { endpoint }),
      ...(storageAccessKeyId &&
        storageSecretAccessKey && {
          credentials: { accessKeyId: storageAccessKeyId, secretAccessKey: storageSecretAccessKey },
        }),
      forcePathStyle: settings.storagePathStyle,
      visibility: 'private',
      // What is private by the bucket needs no list of its own, and many services know none.
      supportsACL: false,
      // Checksums that S3 has invented since are not known to all that speak its API.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout, ...limits, throwOnRequestTimeout: true },
    })
  return diskStore(driver({ requestTimeout }), driver({ socketTimeout }))
}
