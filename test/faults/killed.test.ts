import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { freePort, type Running, run } from '../support/process.ts'

// Each of these starts whole processes and kills them.
vi.setConfig({ testTimeout: 240_000 })

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

interface Installation {
  readonly base: string
  readonly url: string
  readonly sql: pg.Client
  start(): Running
}

async function installation(env: Record<string, string> = {}): Promise<Installation> {
  const { url, drop } = await createEmptyDatabase()
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  const port = String(await freePort())
  cleanUps.push(drop, () => sql.end())
  const own = { DATABASE_URL: url, SECRET_KEY: randomBytes(32).toString('base64'), SEED: 'demo', PORT: port, ...env }
  return {
    base: `http://localhost:${port}`,
    url,
    sql,
    start: () => {
      const running = run('server/main.ts', own)
      cleanUps.push(async () => {
        running.child.kill('SIGKILL')
        await running.ended()
      })
      return running
    },
  }
}

async function kill({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL')
  await ended()
}

const management = (base: string) =>
  fetch(`${base}/api/v2/tenant/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
      client_secret: 'oneaccess.Demo.2026',
    }),
  })

test('a server that is killed in the midst of work has kept all it said yes to, and nothing by halves', async () => {
  const { base, sql, start } = await installation()
  const server = start()
  await server.says('OpenAccount ready')
  const { access_token: token } = await (await management(base)).json()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const promised: string[] = []
  const asked: string[] = []
  const caller = async (lane: number) => {
    for (let n = 0; ; n += 1) {
      const name = `killed${lane}x${n}`
      asked.push(name)
      const mobile = String(13_700_000_000 + lane * 1_000_000 + n)
      const body = JSON.stringify({ user_name: name, org_code: '10000', name, mobile })
      const answer = await fetch(`${base}/api/v2/tenant/users`, { method: 'POST', headers, body }).catch(
        () => undefined,
      )
      if (!answer) return
      if (answer.status !== 201) throw new Error(await answer.text())
      promised.push(name)
    }
  }
  const callers = [1, 2, 3, 4].map(caller)
  const enough = vi.waitFor(() => expect(promised.length).toBeGreaterThan(20), { timeout: 60_000, interval: 5 })
  await Promise.race([enough, ...callers])
  await kill(server)
  await Promise.all(callers)

  const { rows } = await sql.query(
    `select u.user_name, count(distinct m.organization_id)::int as organizations, count(distinct a.id)::int as noted
    from users u left join memberships m on m.user_id = u.id
    left join audit_events a on a.subject_id = u.id::text where u.user_name like 'killed%' group by u.id`,
  )
  const kept = new Set(rows.map(({ user_name }) => user_name))
  expect(promised.filter((name) => !kept.has(name))).toEqual([])
  expect([...kept].filter((name) => !asked.includes(name))).toEqual([])
  expect(rows.filter(({ organizations, noted }) => organizations !== 1 || noted !== 1)).toEqual([])

  const again = start()
  await again.says('OpenAccount ready')
  const list = await fetch(`${base}/api/v2/tenant/users?org_id=&offset=0&limit=10`, { headers })
  expect(await list.json()).toMatchObject({ total: expect.any(Number) })
})

test('a migration that is killed halfway is done by the next start', async () => {
  const { url, sql, start } = await installation()
  // Whoever makes a table of that name waits for this transaction.
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query('begin; create table secret_keys (only_here int)')
  const first = start()
  await vi.waitFor(
    async () => {
      const { rows } = await sql.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(1)
    },
    { timeout: 60_000, interval: 50 },
  )
  await kill(first)
  await other.end()
  const second = start()
  await second.says('OpenAccount ready')
  const { rows } = await sql.query('select count(*)::int as keys from secret_keys')
  expect(rows).toEqual([{ keys: 1 }])
})

test('callers who are slow, idle or in a hurry do not keep others from being served', async () => {
  const { base, start } = await installation()
  const server = start()
  await server.says('OpenAccount ready')
  const { port } = new URL(base)
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(Number(port), 'localhost')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.removeAllListeners('error').on('error', () => {})
        resolve(socket)
      })
    })
  const idle: Socket[] = []
  for (let hundred = 0; hundred < 10; hundred += 1) idle.push(...(await Promise.all(Array.from({ length: 100 }, open))))
  const slow = await Promise.all(Array.from({ length: 100 }, open))
  for (const socket of slow) socket.write('POST /connect/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n')

  // Many requests at once on one connection are all answered, in order.
  const [pipelined = await open()] = await Promise.all([open()])
  let answers = ''
  pipelined.on('data', (data) => {
    answers += data
  })
  pipelined.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(200))
  await vi.waitFor(() => expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(200), { timeout: 20_000 })

  for (let request = 0; request < 20; request += 1) expect((await management(base)).status).toBe(200)
  for (const socket of [...idle, ...slow, pipelined]) socket.destroy()
})
