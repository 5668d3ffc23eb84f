import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { freePort, run } from '../support/process.ts'

test('migrations and notifications take the direct way to the database, requests the other', async () => {
  const { url, drop } = await createEmptyDatabase()
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const direct = `direct_${randomBytes(8).toString('hex')}`
  await admin.query(`create role ${direct} login superuser password '${direct}'`)
  const directUrl = new URL(url)
  directUrl.username = direct
  directUrl.password = direct
  const server = run('server/main.ts', {
    PORT: String(await freePort()),
    DATABASE_URL: url,
    DATABASE_DIRECT_URL: directUrl.href,
    SECRET_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'warn',
  })
  try {
    await server.says('OpenAccount ready')
    const connected = async () => {
      const { rows } = await admin.query<{ name: string; direct: boolean }>(
        `select distinct application_name as name, usename = $1 as direct from pg_stat_activity
        where datname = current_database() and application_name like 'openaccount%' order by name`,
        [direct],
      )
      return rows
    }
    await vi.waitFor(
      async () =>
        expect(await connected()).toEqual([
          { name: 'openaccount', direct: false },
          { name: 'openaccount listener', direct: true },
        ]),
      10_000,
    )
    const { rows } = await admin.query(`select tableowner from pg_tables where tablename = 'users'`)
    expect(rows).toEqual([{ tableowner: direct }])
  } finally {
    server.child.kill('SIGTERM')
    await server.ended()
    await admin.query(`reassign owned by ${direct} to current_user`)
    await admin.query(`drop role ${direct}`)
    await admin.end()
    await drop()
  }
}, 120_000)
