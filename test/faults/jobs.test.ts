import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { type Running, run } from '../support/process.ts'
import { installation, kill } from './support/installation.ts'
import { report, short } from './support/report.ts'

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

test('jobs that are poison are given up, even one that kills its process; others are done, and figures and doctor tell', async () => {
  const { url, drop } = await createEmptyDatabase()
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  cleanUps.push(drop, () => sql.end())
  const { base, env, start } = await installation(url)
  const server = await start()
  cleanUps.push(() => kill(server))

  // A supervisor starts the worker again whenever it ends.
  let starts = 0
  let over = false
  let said = ''
  let worker: Running | undefined
  const supervisor = (async () => {
    while (!over) {
      starts += 1
      worker = run(
        'test/faults/support/poisoned-worker.ts',
        { DATABASE_URL: url, RETRIES: short ? '0' : '2' },
        starts === 1 ? ['--send'] : [],
      )
      await worker.ended()
      said += worker.output()
    }
  })()
  cleanUps.push(async () => {
    over = true
    worker?.child.kill('SIGKILL')
    await supervisor
  })
  const states = async () => {
    const { rows } = await sql.query<{ does: string; state: string; retry_count: number }>(
      `select data ->> 'does' as does, state::text, retry_count from pgboss.job where name = 'poison' order by 1`,
    )
    return Object.fromEntries(rows.map(({ does, state }) => [does, state]))
  }
  const began = performance.now()
  await vi.waitFor(
    async () => {
      const { kill, throw: thrown, ...others } = await states()
      expect([kill, thrown]).toEqual(['failed', 'failed'])
      // What is done is removed after a while.
      expect(Object.values(others).filter((state) => state !== 'completed')).toEqual([])
    },
    { timeout: 280_000, interval: 500 },
  )
  const after = ((performance.now() - began) / 1000).toFixed(0)

  // pg-boss counts once a minute.
  await vi.waitFor(
    async () => {
      expect(await (await fetch(`${base}/metrics`)).text()).toContain('jobs_given_up{queue="poison"} 2')
    },
    { timeout: 150_000, interval: 1_000 },
  )
  const doctor = run('scripts/doctor.ts', env)
  await doctor.ended()
  expect(doctor.output()).toMatch(/given up: .*poison 2/)
  over = true
  worker?.child.kill('SIGKILL')
  await supervisor
  for (const done of ['did good 1', 'did good 2']) expect(said.split(done)).toHaveLength(2)
  report('poisoned jobs', `all settled ${after} s after; the worker was started ${starts} times`)
})
