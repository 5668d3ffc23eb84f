import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { eventNetworks } from '../support/event-receiver.ts'
import { installation } from '../support/installation.ts'
import { journeysOnServer, runJourneys } from '../support/journeys.ts'
import { type PgBouncer, startPgBouncer } from '../support/pgbouncer.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { startReplicatedDatabase } from '../support/replica.ts'
import { people } from './support/walks/people.ts'
import { programs } from './support/walks/programs.ts'
import { sites } from './support/walks/sites.ts'
import { work } from './support/walks/work.ts'

const cleanUps: (() => Promise<unknown>)[] = []
let pooler: PgBouncer
let database: TestDatabase
/** The variables of both nodes. */
let env: Record<string, string>
/** Two nodes that share the pooler's four connections, ten of their own each. */
let nodes: { base: string; running: Running }[]

beforeAll(async () => {
  pooler = await startPgBouncer(inject('databaseServerUrl'))
  cleanUps.push(pooler.close)
  const directory = await temporaryDirectory()
  database = await createTestDatabase()
  cleanUps.push(directory.remove, database.close)
  const { url, pool } = database
  // As the role's own limits would be: they do not come through the pooler.
  const name = new URL(url).pathname.slice(1)
  await pool.query(`alter database ${name} set statement_timeout = '15s'`)
  await pool.query(`alter database ${name} set idle_in_transaction_session_timeout = '60s'`)
  env = {
    ...eventNetworks,
    DATABASE_URL: pooler.through(url),
    DATABASE_DIRECT_URL: url,
    DATABASE_PREPARED: pooler.knowsPrepared ? 'on' : 'off',
    DATA_DIR: directory.path,
    SECRET_KEY: randomBytes(32).toString('base64'),
    SEED: 'demo',
  }
  nodes = []
  for (const port of [await freePort(), await freePort()]) {
    const base = `http://localhost:${port}`
    const running = run('server/main.ts', { ...env, PORT: String(port), PUBLIC_URL: base })
    await running.says('OpenAccount ready')
    nodes.push({ base, running })
  }
})
afterAll(async () => {
  for (const { running } of nodes ?? []) running.child.kill('SIGINT')
  await Promise.all((nodes ?? []).map(({ running }) => running.ended()))
  for (const undo of cleanUps.reverse()) await undo()
})

/** Of an answer to an application that asks for a token of its own. */
async function statusOfToken(base: string): Promise<number> {
  const headers = { authorization: `Basic ${btoa('trustedDemo:trusted.Demo.2026')}` }
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'ZMS.Users.Read' })
  return (await fetch(`${base}/connect/token`, { method: 'POST', headers, body })).status
}

/** A token that lets who has it manage the directory of OneAccess. */
async function managementToken(base: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
    client_secret: 'oneaccess.Demo.2026',
  })
  return (await (await fetch(`${base}/api/v2/tenant/token`, { method: 'POST', body })).json()).access_token
}

const baseOf = (number: number) => nodes[number % nodes.length]?.base ?? ''

describe('two nodes behind a PgBouncer that hands connections on between transactions', () => {
  test.each(journeysOnServer)('serve the journeys of %s', async (file) => {
    expect(await runJourneys(file, baseOf(journeysOnServer.indexOf(file)))).toMatch(/Workflows: \d+ passed, \d+ total/)
  })

  const walks = { ...people, ...programs, ...sites, ...work }
  test.each(Object.entries(walks))('serve who %s', async (_name, walk) => {
    await Promise.all(nodes.map(({ base }) => walk(installation(base, database))))
  })

  test('hear of changes at once', async () => {
    for (const enabled of [false, true]) {
      await database.pool.query(`update applications set enabled = $1 where client_id = 'trustedDemo'`, [enabled])
      await vi.waitFor(
        async () => {
          for (const { base } of nodes) expect(await statusOfToken(base)).toBe(enabled ? 200 : 401)
        },
        { timeout: 3_000, interval: 50 },
      )
    }
  })

  test('lose nothing that was acknowledged while it is reloaded, paused, emptied, killed and started again', async () => {
    const headers = { authorization: `Bearer ${await managementToken(baseOf(0))}` }
    const promised: string[] = []
    const refused: number[] = []
    let on = true
    const callers = [0, 1, 2, 3].map(async (lane) => {
      for (let number = 0; on; number += 1) {
        const name = `pooled${lane}x${number}`
        const mobile = String(13_700_000_000 + lane * 1_000_000 + number)
        const answer = await fetch(`${baseOf(lane)}/api/v2/tenant/users`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ user_name: name, org_code: '10000', name, mobile }),
        })
        if (answer.status === 201) promised.push(name)
        else refused.push(answer.status)
      }
    })
    const name = new URL(database.url).pathname.slice(1)
    const faults: readonly (readonly [what: string, graceful: boolean, happen: () => Promise<unknown>])[] = [
      ['reconnect', true, () => pooler.tell('reconnect')],
      [
        'pause and resume',
        true,
        async () => {
          await pooler.tell(`pause ${name}`)
          await delay(2_000)
          await pooler.tell(`resume ${name}`)
        },
      ],
      [
        'kill and resume',
        false,
        async () => {
          await pooler.tell(`kill ${name}`)
          await delay(500)
          await pooler.tell(`resume ${name}`)
        },
      ],
      [
        'end and start',
        false,
        async () => {
          await pooler.kill()
          await delay(500)
          await pooler.start()
        },
      ],
    ]
    const more = async () => {
      const before = promised.length
      await vi.waitFor(() => expect(promised.length).toBeGreaterThan(before + 20), { timeout: 30_000, interval: 10 })
    }
    const disturb = async () => {
      await more()
      for (const [what, graceful, happen] of faults) {
        const before = refused.length
        await happen()
        await more()
        if (graceful) expect(refused.slice(before), what).toEqual([])
      }
    }
    await Promise.race([disturb(), ...callers]).finally(() => {
      on = false
    })
    await Promise.all(callers)
    expect(new Set(refused)).toEqual(new Set([503]))

    const { rows } = await database.pool.query<{ user_name: string; organizations: number; noted: number }>(
      `select u.user_name, count(distinct m.organization_id)::int as organizations, count(distinct a.id)::int as noted
      from users u left join memberships m on m.user_id = u.id
      left join audit_events a on a.subject_id = u.id::text where u.user_name like 'pooled%' group by u.id`,
    )
    const kept = new Set(rows.map(({ user_name }) => user_name))
    expect(promised.filter((name) => !kept.has(name))).toEqual([])
    expect(rows.filter(({ organizations, noted }) => organizations !== 1 || noted !== 1)).toEqual([])
  })
})

/** What the doctor says of the pooler, or of something else. */
async function diagnosis(
  variables: Record<string, string>,
  what = 'pooler',
): Promise<readonly { state: string; says: string }[]> {
  const doctor = run('scripts/doctor.ts', variables, ['--json'])
  await doctor.ended()
  const findings: { about: string; state: string; says: string }[] = JSON.parse(doctor.output())
  return findings.filter(({ about }) => about === what).map(({ state, says }) => ({ state, says }))
}

/** Starts a node that must not start, and gives what it says. */
async function refusal(variables: Record<string, string>): Promise<string> {
  const node = run('server/main.ts', { ...variables, PORT: String(await freePort()) })
  expect(await node.ended()).toBe(1)
  return node.output().trim()
}

describe('what stands between', () => {
  test('is told by the doctor, with what is missing', async () => {
    expect(await diagnosis(env)).toEqual([
      {
        state: 'ok',
        says: `hands connections on between transactions; prepared statements are ${env.DATABASE_PREPARED}`,
      },
    ])
    const { DATABASE_DIRECT_URL: direct = '', ...without } = env
    expect(await diagnosis({ ...without, DATABASE_URL: direct })).toEqual([
      { state: 'ok', says: 'none: DATABASE_URL leads to PostgreSQL itself' },
    ])
    const other = await createEmptyDatabase()
    expect(await diagnosis({ ...env, DATABASE_URL: pooler.through(other.url) })).toEqual([
      { state: 'wrong', says: expect.stringContaining('do not lead to the same database') },
    ])
    await other.drop()
  })

  test('is refused at the start where a node could not work through it, in one line', async () => {
    const { DATABASE_DIRECT_URL: _direct, ...without } = env
    const handsOn =
      /^DATABASE_URL names a pooler that hands connections on between transactions: set DATABASE_DIRECT_URL/
    expect(await refusal(without)).toMatch(handsOn)
    expect(await diagnosis(without)).toEqual([{ state: 'wrong', says: expect.stringMatching(handsOn) }])
    expect(await refusal({ ...env, DATABASE_DIRECT_URL: env.DATABASE_URL ?? '' })).toMatch(handsOn)
  })

  test('may know no prepared statements, and no limits', async () => {
    const strict = await startPgBouncer(inject('databaseServerUrl'), {
      lines: ['ignore_startup_parameters =', ...(pooler.knowsPrepared ? ['max_prepared_statements = 0'] : [])],
    })
    cleanUps.push(strict.close)
    const through = { ...env, DATABASE_URL: strict.through(env.DATABASE_DIRECT_URL ?? '') }
    const on = { ...through, DATABASE_PREPARED: 'on' }
    expect(await refusal(on)).toMatch(/^DATABASE_PREPARED has to be off: [^\n]*$/)
    expect(await diagnosis(on)).toEqual([
      { state: 'wrong', says: expect.stringContaining('DATABASE_PREPARED has to be off') },
    ])
    expect(await diagnosis({ ...through, DATABASE_PREPARED: 'off' })).toEqual([
      { state: 'wrong', says: expect.stringContaining('unsupported startup parameter: statement_timeout') },
    ])
  })

  test('that keeps a connection for its client needs nothing but the limits', async () => {
    const session = await startPgBouncer(inject('databaseServerUrl'), { mode: 'session', poolSize: 30 })
    cleanUps.push(session.close)
    const { url, drop } = await createEmptyDatabase()
    cleanUps.push(drop)
    const variables = {
      DATABASE_URL: session.through(url),
      SECRET_KEY: randomBytes(32).toString('base64'),
      PORT: String(await freePort()),
    }
    const node = run('server/main.ts', variables)
    await node.says('OpenAccount ready')
    node.child.kill('SIGINT')
    expect(await node.ended()).toBe(0)
    expect(await diagnosis(variables)).toEqual([
      { state: 'ok', says: 'keeps a connection for each of ours, as if it were not there' },
      { state: 'warning', says: expect.stringContaining('no limit of time comes through it') },
    ])
  })

  test('may stand before a replica as well', async () => {
    const replicated = await startReplicatedDatabase()
    cleanUps.push(replicated.close)
    const { replicaUrl } = replicated
    const variables: Record<string, string> = {
      DATABASE_URL: replicated.database.url,
      SECRET_KEY: randomBytes(32).toString('base64'),
      SEED: 'demo',
    }
    const before = await startPgBouncer(replicaUrl)
    cleanUps.push(before.close)
    const port = await freePort()
    const node = run('server/main.ts', {
      ...variables,
      DATABASE_REPLICA_URL: before.through(replicaUrl),
      DATABASE_PREPARED: before.knowsPrepared ? 'on' : 'off',
      PORT: String(port),
    })
    await node.says('OpenAccount ready')
    const base = `http://localhost:${port}`
    const headers = { authorization: `Bearer ${await managementToken(base)}` }
    const list = () => fetch(`${base}/api/v2/tenant/users?org_id=&offset=0&limit=10`, { headers })
    await vi.waitFor(
      async () => {
        expect((await list()).status).toBe(200)
        expect(await (await fetch(`${base}/metrics`)).text()).toMatch(/^database_reads_total\{by="replica"\} [1-9]/m)
      },
      { timeout: 15_000, interval: 200 },
    )
    node.child.kill('SIGINT')
    expect(await node.ended()).toBe(0)

    const strict = await startPgBouncer(replicaUrl, {
      lines: ['ignore_startup_parameters =', ...(before.knowsPrepared ? ['max_prepared_statements = 0'] : [])],
    })
    cleanUps.push(strict.close)
    const forgetful = { ...variables, DATABASE_REPLICA_URL: strict.through(replicaUrl), DATABASE_PREPARED: 'on' }
    const refused = /^DATABASE_PREPARED has to be off: the pooler of DATABASE_REPLICA_URL knows no prepared statements$/
    expect(await refusal(forgetful)).toMatch(refused)
    expect(await diagnosis(forgetful)).toEqual([{ state: 'wrong', says: expect.stringMatching(refused) }])
    expect(await diagnosis({ ...forgetful, DATABASE_PREPARED: 'off' }, 'replica')).toEqual([
      { state: 'warning', says: expect.stringContaining('unsupported startup parameter: statement_timeout') },
    ])
  })
})
