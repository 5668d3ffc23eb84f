import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { done } from '../support/command.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { asPostgres, PostgresFolder, query } from './support/debian-postgres.ts'

/** How a cluster is backed up, and brought back as it was at a time. */
interface Tool {
  readonly name: string
  /** Settings of the primary. */
  settings(folder: PostgresFolder): Readonly<Record<string, string>>
  backUp(folder: PostgresFolder, url: string): Promise<void>
  /** Brings the files of `restored` back; settings that its start needs. */
  restore(folder: PostgresFolder, time: string): Promise<Readonly<Record<string, string>>>
}

const baseBackup: Tool = {
  name: 'pg_basebackup and an archive of WAL',
  settings: ({ path }) => ({ archive_command: `cp %p ${path}/archive/%f` }),
  backUp: async ({ path, bin }, url) => {
    const where = ['-d', url.replace(/openaccount$/, 'postgres'), '-D', join(path, 'backup')]
    await asPostgres(join(bin, 'pg_basebackup'), [...where, '--checkpoint=fast', '--wal-method=none'])
  },
  restore: async ({ path }, time) => {
    await asPostgres('cp', ['-a', join(path, 'backup'), join(path, 'restored')])
    await asPostgres('touch', [join(path, 'restored/recovery.signal')])
    return {
      restore_command: `cp ${path}/archive/%f %p`,
      recovery_target_time: time,
      recovery_target_action: 'promote',
      archive_mode: 'off',
    }
  },
}

/** What each call of pgBackRest is told. */
const options = ({ path }: PostgresFolder) => [
  '--stanza=openaccount',
  `--config=${path}/pgbackrest.conf`,
  '--log-level-console=warn',
]
const pgBackRest: Tool = {
  name: 'pgBackRest',
  settings: (folder) => ({ archive_command: `pgbackrest ${options(folder).join(' ')} archive-push %p` }),
  backUp: async (folder, url) => {
    const { path } = folder
    const { port } = new URL(url)
    await folder.file(
      'pgbackrest.conf',
      `[global]
repo1-path=${path}/archive
repo1-retention-full=2
log-path=${path}/archive
lock-path=${path}/archive
archive-async=y
spool-path=${path}/spool
start-fast=y
archive-timeout=600
compress-type=zst
[openaccount]
pg1-path=${path}/primary
pg1-port=${port}
pg1-socket-path=${path}/socket
pg1-user=openaccount
pg1-database=postgres
`,
    )
    await asPostgres('pgbackrest', [...options(folder), 'stanza-create'])
    await asPostgres('pgbackrest', [...options(folder), '--type=full', 'backup'])
  },
  restore: async (folder, time) => {
    const target = ['--type=time', `--target=${time}`, '--target-action=promote', `--pg1-path=${folder.path}/restored`]
    await asPostgres('pgbackrest', [...options(folder), ...target, 'restore'])
    return { archive_mode: 'off' }
  },
}

/** How many people there are beside the demo accounts: docs/measurements/backup.md has what a million take. */
const people = Number(process.env.BACKUP_USERS ?? 0)

const key = randomBytes(32).toString('base64')

describe.each([baseBackup, pgBackRest])('a database brought back by $name, as it was at a time', (tool) => {
  let folder: PostgresFolder
  let server: Running | undefined
  const took = new Map<string, number>()
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await work
    took.set(what, Math.round(performance.now() - began))
    return result
  }
  const start = async (env: Record<string, string>) => {
    server = run('server/main.ts', env)
    await server.says('OpenAccount ready')
  }
  const stop = async () => {
    server?.child.kill('SIGINT')
    await server?.ended()
    server = undefined
  }

  beforeAll(async () => {
    folder = await PostgresFolder.make()
    await folder.directory('archive')
  })
  afterAll(async () => {
    await stop()
    await folder.remove()
    console.log(`${tool.name}, ${people} people: ${[...took].map(([what, ms]) => `${what} ${ms} ms`).join(', ')}`)
  })

  test('keeps out again what was taken back since, by the exported audit log', { timeout: 900_000 }, async () => {
    const port = String(await freePort())
    const issuer = `http://localhost:${port}`
    const own = { PORT: port, SECRET_KEY: key, DATA_DIR: join(folder.path, 'data') }
    const url = await folder.cluster('primary', { archive_mode: 'on', ...tool.settings(folder) })
    const env = { ...own, DATABASE_URL: url }
    await start({ ...env, SEED: 'demo' })
    await query(
      url,
      `insert into users (id, user_name, email, display_name)
      select gen_random_uuid(), 'person' || n, 'person' || n || '@example.com', 'Person ' || n from generate_series(1, ${people}) n`,
    )
    await query(
      url,
      `insert into sessions (id_hash, uid, user_id, payload, expires_at)
      select sha256(id::text::bytea), id::text, id, '{}', now() + interval '1 day' from users where user_name like 'person%'`,
    )
    await timed('backup', tool.backUp(folder, url))

    const token = (fields: Record<string, string>) =>
      fetch(`${issuer}/connect/token`, { method: 'POST', body: new URLSearchParams(fields) })
    const client = { client_id: 'testAutoClient', client_secret: 'testAuto.2022' }
    const byPassword = (username: string, password: string) =>
      token({ ...client, grant_type: 'password', username, password, scope: 'openid offline_access' })
    const person = new Person(issuer)
    await person.signIn(await person.visit('/Account/Login'))
    const { refresh_token: refresh } = await (await byPassword('testUserName', 'Abc.123456')).json()
    await done('users', ['add', 'leaver'], env, 'Leaver.2026\n')
    const kid = (await (await fetch(`${issuer}/.well-known/openid-configuration/jwks`)).json()).keys[0].kid
    const [{ time }] = (await query<{ time: string }>(url, 'select clock_timestamp()::text as time')) as [
      { time: string },
    ]

    // What is lost with the primary, but not with the log that was handed on.
    await done('users', ['password', 'testUserName'], env, 'Another.2026\n')
    await done('users', ['disable', 'leaver'], env)
    await done('keys', ['revoke', '--', kid], env)
    const audit = join(folder.path, 'audit.jsonl')
    await writeFile(audit, `${await done('audit', ['--until', new Date(Date.now() + 60_000).toISOString()], env)}\n`)
    await stop()
    // The file that all of it is in; what PostgreSQL writes by itself from now on goes into the next, which is archived some time.
    const [switched] = await query<{ file: string }>(url, 'select pg_walfile_name(pg_switch_wal()) as file')
    await vi.waitFor(
      async () => {
        const [archiver] = await query<{ last: string }>(
          url,
          `select coalesce(last_archived_wal, '') as last from pg_stat_archiver`,
        )
        expect(archiver && switched && archiver.last >= switched.file).toBe(true)
      },
      { timeout: 60_000, interval: 200 },
    )
    await folder.lose('primary')

    const restored = await timed(
      'files brought back',
      folder.directory('restored-log').then(() => tool.restore(folder, time)),
    )
    const back = await timed('recovery', folder.start('restored', restored))
    await vi.waitFor(async () => {
      const [state] = await query<{ on: boolean }>(back, 'select pg_is_in_recovery() as on')
      expect(state?.on).toBe(false)
    }, 120_000)
    // It is as it was: what was taken back since would open again.
    const [was] = await query(
      back,
      `select (select count(*)::int from sessions where user_id is not null) as sessions,
        (select account_state from users where user_name = 'leaver') as leaver`,
    )
    expect(was).toEqual({ sessions: people + 1, leaver: 'Normal' })
    const backEnv = { ...own, DATABASE_URL: back }
    const said = await timed('npm run db -- restored', done('db', ['restored', '--yes', '--audit', audit], backEnv))
    expect(said).toContain(`Ended: ${people + 1} sessions`)
    expect(said).toContain('Signing keys that are trusted no more: 1.')
    expect(said).toContain('Nothing else was changed since.')

    await start(backEnv)
    expect((await person.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await token({ ...client, grant_type: 'refresh_token', refresh_token: refresh })).status).toBe(400)
    // Neither the password of before nor the one that was lost with the primary.
    expect((await byPassword('testUserName', 'Abc.123456')).status).toBe(400)
    expect((await byPassword('testUserName', 'Another.2026')).status).toBe(400)
    expect((await byPassword('leaver', 'Leaver.2026')).status).toBe(400)
    const { keys } = await (await fetch(`${issuer}/.well-known/openid-configuration/jwks`)).json()
    expect(keys.map((one: { kid: string }) => one.kid)).not.toContain(kid)
    // Whom nothing was taken from signs in as before.
    expect((await byPassword('admin', 'Admin.123456')).status).toBe(200)
  })
})
