import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../server/config/config.ts'
import { openStorage } from '../../server/connectors/storage/storage.ts'
import type { FileStore } from '../../server/domain/files/file-store.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { personToken } from '../support/api.ts'
import { type Bucket, bucketEnvironment, startBucket } from '../support/bucket.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { plain } from '../support/pictures.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let bucket: Bucket
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(() => bucket.close())

const stores: Readonly<Record<string, (dataDir: string) => Promise<FileStore>>> = {
  'a folder': (dataDir) => openStorage(loadConfig({ DATA_DIR: dataDir })),
  'a bucket': (dataDir) => openStorage(loadConfig({ DATA_DIR: dataDir, ...bucketEnvironment(bucket) })),
}

describe.each(Object.keys(stores))('files in %s', (kind) => {
  let store: FileStore
  let folder: Awaited<ReturnType<typeof temporaryDirectory>>
  beforeEach(async () => {
    folder = await temporaryDirectory()
    store = (await stores[kind]?.(folder.path)) as FileStore
  })
  afterEach(() => folder.remove())

  test('are written, read as they were, written over and removed', async () => {
    const content = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256))
    await store.put('some/where.bin', content, 'application/octet-stream')
    expect(content.equals((await store.read('some/where.bin')) ?? Buffer.alloc(0))).toBe(true)
    await store.put('some/where.bin', Buffer.from('other'), 'text/plain')
    expect(Buffer.from((await store.read('some/where.bin')) ?? []).toString()).toBe('other')
    await store.remove('some/where.bin')
    expect(await store.read('some/where.bin')).toBeUndefined()
  })

  test('that are not there are removed already', async () => {
    expect(await store.read('no/where.bin')).toBeUndefined()
    await store.remove('no/where.bin')
  })

  test('stay below their place', async () => {
    await expect(store.put('../out.bin', Buffer.from('x'), 'text/plain')).rejects.toThrow()
    await expect(store.read('../../etc/passwd')).rejects.toThrow()
    expect(await readdir(folder.path)).toEqual([])
  })
})

describe('a server with a bucket', () => {
  let server: TestServer
  let token: string
  beforeAll(async () => {
    server = await startTestServer({ env: bucketEnvironment(bucket) })
    token = await personToken(server, 'openid ZMS.UserBasic.Write')
  })
  afterAll(() => server.close())

  async function upload(): Promise<Response> {
    const body = new FormData()
    body.append('file', new Blob([new Uint8Array(await plain(60, 60, 'red').png().toBuffer())]), 'me.png')
    const headers = { authorization: `Bearer ${token}` }
    return contractFetch(`${server.issuer}/api/v1.0/user/profileImage`, { method: 'POST', body, headers })
  }

  test('keeps pictures there and serves them itself', async () => {
    const { data } = (await (await upload()).json()) as { data: [{ profileImage: string }] }
    const picture = await contractFetch(data[0].profileImage)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const key = `profile-images/${data[0].profileImage.split('/').at(-1)}`
    expect(bucket.objects.get(key)?.mediaType).toBe('image/webp')
    expect(bucket.objects.get(key)?.content).toEqual(Buffer.from(await picture.arrayBuffer()))
    expect(await readdir(server.dataDir)).toEqual([])
  })

  test('leaves a user as they are when the bucket is away, and nothing to clean up but what the job removes', async () => {
    const { db } = server.database
    const rows = () => db.selectFrom('profileImages').select(['name', 'expiresAt']).orderBy('name').execute()
    const before = await rows()
    bucket.away = true
    const refused = await upload()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toMatchObject({ error: 'ServiceUnavailable' })
    expect((await rows()).filter(({ expiresAt }) => expiresAt === null)).toEqual(before)
    bucket.away = false
    await server.app.services.deps.profileImages.collect()
    expect(await rows()).toEqual(before)
  })
})

test.each([
  ['a folder', {}, false],
  ['a bucket', { STORAGE_BUCKET: 'people' }, true],
])('what speaks S3 is loaded only where it is used: with %s', async (_kind, env, loaded) => {
  const program = `
    import { registerHooks } from 'node:module'
    const names = []
    registerHooks({ resolve: (name, context, next) => (names.push(name), next(name, context)) })
    const { openStorage } = await import('./server/connectors/storage/storage.ts')
    const { loadConfig } = await import('./server/config/config.ts')
    await openStorage(loadConfig(process.env))
    console.log(names.join())`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env })
  expect(stdout).toContain('flydrive')
  expect(stdout.includes('@aws-sdk/client-s3')).toBe(loaded)
})
