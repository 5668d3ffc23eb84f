import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { isAlive } from '../../embedded-postgres/src/postmaster.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { eachWithDataDirectory, keep, kept, kill, killServer, OWNER, query } from './data-directory.ts'

// These start processes, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const at = eachWithDataDirectory()

describe('the embedded database', () => {
  test('that is killed is started again at the same address, repaired, and still owned', async () => {
    at.copyOfMade()
    const server = await at.start({ fast: false })
    const connection = await connectDatabase({ url: server.url, poolSize: 3, log: at.log })
    await connection.pool.query(keep)
    const held = await connection.pool.connect()
    const { pid } = server
    await killServer(pid)
    await vi.waitFor(() => expect(at.lines.join('')).toContain('the embedded PostgreSQL runs again'), 20_000)
    held.release(true)
    expect(server.pid).not.toBe(pid)
    expect((await connection.pool.query(kept)).rows).toEqual([{ answer: 42 }])
    expect(await readFile(join(at.dataDir, 'postgres.log'), 'utf8')).toMatch(/not properly shut down/)
    await vi.waitFor(() => expect(at.lines.join('')).toContain('was taken again'), { timeout: 10_000 })
    await expect(at.start()).rejects.toThrow('is in use by another')

    const second = server.pid
    await killServer(second)
    await vi.waitFor(() => expect(isAlive(server.pid) && server.pid !== second).toBe(true), 20_000)
    await connection.close()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
  })

  test('that cannot be started again is tried until it can', async () => {
    at.copyOfMade()
    const lost = vi.fn()
    const server = await at.start({ onLost: lost })
    const control = join(at.dataDir, 'postgres/global/pg_control')
    await rename(control, `${control}.away`)
    await killServer(server.pid)
    await vi.waitFor(() => expect(at.lines.join('')).toContain('could not be started again; trying on'), 20_000)
    await rename(`${control}.away`, control)
    await vi.waitFor(async () => expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]), {
      timeout: 20_000,
      interval: 200,
    })
    expect(lost).not.toHaveBeenCalled()
  })

  test('recovers from an initdb that was interrupted, and deletes nothing it has not made', async () => {
    await mkdir(join(at.dataDir, 'postgres-init-999999999-ab'), { recursive: true })
    await writeFile(join(at.dataDir, 'postgres-init-999999999-ab', 'PG_VERSION'), '18\n')
    await mkdir(join(at.dataDir, 'postgres', 'base'), { recursive: true })
    const server = await at.start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const names = await readdir(at.dataDir)
    expect(names).not.toContain('postgres-init-999999999-ab')
    expect(names.filter((name) => name.startsWith('postgres-incomplete-'))).toHaveLength(1)
    expect(at.lines.join('')).toContain('the database files were incomplete and have been moved aside')
  })

  test('recovers from a start that was killed at any moment of its initdb', async () => {
    for (const step of [/^postgres\.json$/, /^postgres-init-/, /^postgres$/]) {
      const owner = spawn(process.execPath, [OWNER, at.dataDir], { stdio: 'ignore' })
      await vi.waitFor(async () => expect((await readdir(at.dataDir)).some((name) => step.test(name))).toBe(true), {
        timeout: 30_000,
        interval: 5,
      })
      await kill(owner)
    }
    const server = await at.start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await vi.waitFor(async () => {
      expect((await readdir(at.dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log'])
    }, 10_000)
  })
})
