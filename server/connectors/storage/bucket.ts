import { Readable } from 'node:stream'
import { S3Client } from '@aws-sdk/client-s3'
import { S3Driver } from 'flydrive/drivers/s3'
import type { StorageConfig } from '../../config/storage.ts'
import type { FileStore } from '../../domain/files/file-store.ts'
import { bounded } from './bounded.ts'
import { diskStore } from './disk.ts'

/** How long a connection, and an answer of the bucket, is waited for, in milliseconds. */
const connectionTimeout = 3_000
const requestTimeout = 5_000
/** How often a request is made at most: somebody waits for it, and twice where what was begun is taken back. */
const maxAttempts = 2
/** How long nothing may move while a large file is written or read. */
const socketTimeout = 15_000

/** Keeps files in a bucket that speaks the S3 API. */
export function openBucket(bucket: string, settings: StorageConfig): FileStore {
  const { storageEndpoint: endpoint, storageAccessKeyId, storageSecretAccessKey } = settings
  const driver = (limits: { requestTimeout: number } | { socketTimeout: number }) => {
    const client = new S3Client({
      region: settings.storageRegion,
      maxAttempts,
      ...(endpoint !== undefined && { endpoint }),
      ...(storageAccessKeyId &&
        storageSecretAccessKey && {
          credentials: { accessKeyId: storageAccessKeyId, secretAccessKey: storageSecretAccessKey },
        }),
      forcePathStyle: settings.storagePathStyle,
      // Checksums that S3 has invented since are not known to all that speak its API.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout, ...limits, throwOnRequestTimeout: true },
    })
    const patient = 'socketTimeout' in limits
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args)
          const response = result.response as { statusCode: number; body?: unknown }
          const isLargeFile = patient && commandName === 'GetObjectCommand' && response.statusCode < 300
          if (response.body instanceof Readable && !isLargeFile) response.body = bounded(response.body)
          return result
        },
      // Right behind the wire, before anything is read.
      { step: 'deserialize', priority: 'low' },
    )
    // What is private by the bucket needs no list of its own, and many services know none.
    return new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })
  }
  return diskStore(driver({ requestTimeout }), driver({ socketTimeout }))
}
