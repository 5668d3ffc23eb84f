import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir, readFile, readlink, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from '@openaccount/embedded-postgres'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { findBinaries } from '../../embedded-postgres/src/binaries.ts'
import { reachableBinaries } from '../../embedded-postgres/src/shared.ts'
import { blockedDirectory } from '../../embedded-postgres/src/system-user.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { eachWithDataDirectory, keep, kept, query, underRoot } from './data-directory.ts'

// These start processes, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const at = eachWithDataDirectory()

describe('the embedded database', () => {
  test('does not touch the files of another major version', async () => {
    await mkdir(join(at.dataDir, 'postgres'), { recursive: true })
    await writeFile(join(at.dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await expect(at.start()).rejects.toThrow(
      /was made by PostgreSQL 17, but this OpenAccount brings PostgreSQL 18; nothing was changed/,
    )
    expect(await readdir(at.dataDir)).toEqual(['postgres'])
    expect(await readdir(join(at.dataDir, 'postgres'))).toEqual(['PG_VERSION'])
  })

  test('never takes files that it may not read for missing ones', async () => {
    at.copyOfMade()
    const server = await at.start()
    await server.stop()
    const cluster = join(at.dataDir, 'postgres')
    if (underRoot) {
      await chown(at.dataDir, 65_534, 65_534)
      expect((await at.startOwner(65_534)).said.error).toMatch(/may not be read by this user/)
    } else {
      await chmod(cluster, 0o000)
      await expect(at.start()).rejects.toThrow(/may not be read by this user/)
      await chmod(cluster, 0o700)
    }
    expect((await readdir(at.dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
    await expect(stat(join(cluster, 'PG_VERSION'))).resolves.toBeDefined()
  })

  test('says which directory cannot be written', async () => {
    await writeFile(at.dataDir, 'a file where the directory should be')
    await expect(at.start()).rejects.toThrow(`DATA_DIR ${at.dataDir} cannot be written (EEXIST)`)
    at.dataDir = join(at.dataDir, 'below')
    await expect(at.start()).rejects.toThrow(`DATA_DIR ${at.dataDir} cannot be written (ENOTDIR)`)
  })

  test('runs below a directory that its user may not enter, with its files where they may', async () => {
    const shared = await temporaryDirectory()
    onTestFinished(shared.remove)
    await chmod(at.directory, 0o700)
    const open = () => at.start({ sharedDir: join(shared.path, 'shared') })
    const first = await open()
    await query(first.url, keep)
    expect((await stat(join(at.dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(at.dataDir, 'postgres/postmaster.pid'), 'utf8')).toContain(new URL(first.url).port)
    await first.stop()
    const second = await open()
    expect(await query(second.url, kept)).toEqual([{ answer: 42 }])
    await second.stop()
    if (!underRoot) return
    const target = await readlink(join(at.dataDir, 'postgres'))
    await rename(target, `${target}.away`)
    await expect(open()).rejects.toThrow(`were in ${target}, which is not there`)
  })

  test('copies its programs to where its user can run them', async () => {
    const shared = await temporaryDirectory()
    onTestFinished(shared.remove)
    const closed = join(at.directory, 'closed')
    const own = await findBinaries()
    await mkdir(join(closed, 'package'), { recursive: true })
    await chmod(closed, 0o700)
    const native = dirname(dirname(own.postgres))
    for (const part of ['native', 'package.json']) {
      execFileSync('cp', ['-a', join(dirname(native), part), join(closed, 'package')])
    }
    const programs = join(closed, 'package/native/bin')
    const binaries = { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') }
    const context = { user: { uid: 65_533, gid: 65_533 }, sharedDir: join(shared.path, 'shared'), log: at.log }
    const copies = await Promise.all([1, 2].map(() => reachableBinaries(binaries, context)))
    expect(copies[0]).toEqual(copies[1])
    expect(await blockedDirectory(copies[0]?.postgres ?? '', context.user)).toBeUndefined()
    const options = underRoot ? context.user : {}
    expect(execFileSync(copies[0]?.postgres ?? '', ['--version'], { ...options, cwd: '/' }).toString()).toMatch(/ 18/)
    expect(await readdir(context.sharedDir)).toHaveLength(1)
    expect(await reachableBinaries(own, { ...context, user: undefined })).toBe(own)
  })

  test('says which directory its user may not enter or write', async () => {
    await mkdir(at.dataDir)
    if (underRoot) {
      expect((await at.startOwner(65_534)).said.error).toContain(`DATA_DIR ${at.dataDir} cannot be written (EACCES)`)
    } else {
      await chmod(at.dataDir, 0o500)
      await expect(at.start()).rejects.toThrow(`DATA_DIR ${at.dataDir} cannot be written (EACCES)`)
    }
  })
})

describe('the messages about this machine', () => {
  test('name the platform that has no package', async () => {
    await expect(findBinaries('sunos', 'x64')).rejects.toThrow(
      new EmbeddedPostgresError('there is no embedded PostgreSQL for sunos on x64: set DATABASE_URL'),
    )
  })

  test('name the package that is not installed', async () => {
    const [platform, arch] = process.platform === 'darwin' ? ['linux', 'x64'] : ['darwin', 'arm64']
    await expect(findBinaries(platform, arch)).rejects.toThrow(
      `@embedded-postgres/${platform}-${arch} is not installed`,
    )
  })

  test('name the first directory that a user may not enter', async () => {
    const closed = join(at.directory, 'closed')
    await mkdir(join(closed, 'inner'), { recursive: true })
    await chmod(closed, 0o700)
    const stranger = { uid: 65_533, gid: 65_533 }
    expect(await blockedDirectory(join(closed, 'inner', 'file'), stranger)).toBe(closed)
    expect(await blockedDirectory(closed, stranger)).toBeUndefined()
    expect(await blockedDirectory(closed, undefined)).toBeUndefined()
  })
})
