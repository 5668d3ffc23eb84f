import { once } from 'node:events'
import { chown, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { isAlive } from '../../embedded-postgres/src/postmaster.ts'
import { eachWithDataDirectory, keep, kept, kill, query } from './data-directory.ts'

// These start processes, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const at = eachWithDataDirectory()

describe('the embedded database', () => {
  test('removes the pid file of a dead process, also when its number belongs to someone else now', async () => {
    at.copyOfMade()
    const first = await at.start()
    await query(first.url, keep)
    const pidFile = join(at.dataDir, 'postgres', 'postmaster.pid')
    const content = await readFile(pidFile, 'utf8')
    await first.stop()
    // The pid of this very process: alive, but no database.
    for (const pid of [first.pid, process.pid]) {
      await writeFile(pidFile, content.replace(/^\d+/, String(pid)), { mode: 0o600 })
      const { uid, gid } = await stat(join(at.dataDir, 'postgres'))
      await chown(pidFile, uid, gid)
      const next = await at.start()
      expect(await query(next.url, kept)).toEqual([{ answer: 42 }])
      await next.stop()
    }
    expect(at.lines.join('')).toContain('removed the pid file of a database process that has died')
  })

  test('refuses a second owner and leaves the first alone', async () => {
    at.copyOfMade()
    const first = await at.start()
    await query(first.url, keep)
    await expect(at.start()).rejects.toThrow(
      `DATA_DIR ${at.dataDir} is in use by another OpenAccount (its database is process ${first.pid})`,
    )
    const { said } = await at.startOwner()
    expect(said.error).toContain('is in use by another OpenAccount')
    expect(await query(first.url, kept)).toEqual([{ answer: 42 }])
  })

  test('of three processes that start at once on a new directory exactly one gets it', async () => {
    const starts = await Promise.all(Array.from({ length: 3 }, () => at.startOwner()))
    const winners = starts.filter(({ said }) => said.error === undefined)
    expect(starts.map(({ said }) => said.error).filter((error) => error && !/is in use by/.test(error))).toEqual([])
    expect(winners).toHaveLength(1)
    expect(await query(winners[0]?.said.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(at.dataDir)).filter((name) => name.includes('init'))).toEqual([])
  })

  test('takes over from an owner that was killed, without loss', async () => {
    at.copyOfMade()
    const { owner, said } = await at.startOwner()
    await query(said.url, keep)
    await kill(owner)
    expect(isAlive(said.pid)).toBe(true)
    const next = await at.start()
    expect(isAlive(said.pid)).toBe(false)
    expect(await query(next.url, kept)).toEqual([{ answer: 42 }])
    expect(await readFile(join(at.dataDir, 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/)
    expect(at.lines.join('')).toContain('outlived its OpenAccount')
  })

  test('stops with its owner on SIGTERM', async () => {
    at.copyOfMade()
    const { owner, said } = await at.startOwner()
    owner.kill('SIGTERM')
    expect(await once(owner, 'exit')).toEqual([0, null])
    expect(isAlive(said.pid)).toBe(false)
  })

  test('stays owned when the server drops all its sessions after the crash of one', async () => {
    at.copyOfMade()
    const server = await at.start()
    await query(server.adminUrl, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')
    await vi.waitFor(() => expect(at.lines.join('')).toContain('was taken again'), { timeout: 10_000 })
    await expect(at.start()).rejects.toThrow('is in use by another OpenAccount')
  })
})
