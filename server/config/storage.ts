import { ConfigError, given, setting, valueOrDefault } from './setting.ts'
import { isLoopback, parseSwitch } from './values.ts'

/** Where files are kept. */
export interface StorageConfig {
  /** Absent: a folder in `dataDir`. */
  readonly storageBucket: string | undefined
  /** Absent: that of AWS for the region. */
  readonly storageEndpoint: string | undefined
  readonly storageRegion: string
  /** Absent, with its secret: what AWS gives the machine. */
  readonly storageAccessKeyId: string | undefined
  readonly storageSecretAccessKey: string | undefined
  readonly storagePathStyle: boolean
}

/** The variables of this part, in the order of the documentation. */
export const storageSettings = {
  storageBucket: setting(
    'STORAGE_BUCKET',
    'none: files are kept in DATA_DIR/files',
    'Bucket of a service with the S3 API in which people’s pictures and other files are kept. Several nodes need one, or a DATA_DIR that they share.',
    parseBucket,
  ),
  storageEndpoint: setting(
    'STORAGE_ENDPOINT',
    'that of AWS for the region',
    'Address of the service, such as `https://oss-cn-hangzhou.aliyuncs.com`; `http` on a loopback name only.',
    parseEndpoint,
  ),
  storageRegion: setting(
    'STORAGE_REGION',
    'us-east-1',
    'Region that requests to the bucket are signed for.',
    parseWord,
  ),
  storageAccessKeyId: setting(
    'STORAGE_ACCESS_KEY_ID',
    'what AWS gives the machine',
    'Access key of the bucket; goes with STORAGE_SECRET_ACCESS_KEY.',
    parseWord,
  ),
  storageSecretAccessKey: setting('STORAGE_SECRET_ACCESS_KEY', 'what AWS gives the machine', 'Its secret.', parseWord),
  storagePathStyle: setting(
    'STORAGE_PATH_STYLE',
    'off',
    'Whether the bucket is named in the path (`on`, as MinIO has it) or in front of the host (`off`).',
    parseSwitch,
  ),
} as const

/** @throws ConfigError */
export function readStorageConfig(env: NodeJS.ProcessEnv): StorageConfig {
  const config = {
    storageBucket: given(env, storageSettings.storageBucket),
    storageEndpoint: given(env, storageSettings.storageEndpoint),
    storageRegion: valueOrDefault(env, storageSettings.storageRegion),
    storageAccessKeyId: given(env, storageSettings.storageAccessKeyId),
    storageSecretAccessKey: given(env, storageSettings.storageSecretAccessKey),
    storagePathStyle: valueOrDefault(env, storageSettings.storagePathStyle),
  }
  if (!config.storageAccessKeyId && config.storageSecretAccessKey) {
    throw new ConfigError('STORAGE_ACCESS_KEY_ID', 'is required with STORAGE_SECRET_ACCESS_KEY')
  }
  if (config.storageAccessKeyId && !config.storageSecretAccessKey) {
    throw new ConfigError('STORAGE_SECRET_ACCESS_KEY', 'is required with STORAGE_ACCESS_KEY_ID')
  }
  if (config.storageEndpoint && !config.storageBucket) {
    throw new ConfigError('STORAGE_ENDPOINT', 'goes with STORAGE_BUCKET only')
  }
  return config
}

/** Rules of names that every service takes: small letters, digits, dots and hyphens. */
function parseBucket(text: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) throw new Error('must be the name of a bucket')
  return text
}

function parseEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !safe || url.username || url.password || url.search || url.hash) {
    throw new Error('must be an address such as https://s3.example.com; http on a loopback name only')
  }
  return text
}

/** Never repeated in a message, as it may be a secret. */
function parseWord(text: string): string {
  if (/\s/.test(text)) throw new Error('must be one word')
  return text
}
