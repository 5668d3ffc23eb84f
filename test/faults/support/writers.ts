import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import type { OwnPostgres } from './postgres.ts'

/** The longest that any answer may take, whatever the database does, in milliseconds: a connection's 5 s, a statement's 20 s. */
const longestAnswer = 30_000

/** So that each set of writers has names of its own. */
let series = 0

/** What a management token is had with. */
export async function managementToken(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v2/tenant/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
      client_secret: 'oneaccess.Demo.2026',
    }),
  })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  return token
}

/** Programs that make one user after the other, whatever happens to the server, and note what they were told. */
export class Writers {
  readonly asked = new Set<string>()
  readonly promised: string[] = []
  /** How often each status came; 0 stands for no answer at all. */
  readonly statuses = new Map<number, number>()
  /** What is no answer to a fault: neither done, nor put off. */
  readonly wrong: string[] = []
  /** The longest answer, in milliseconds. */
  longest = 0
  readonly #name: string
  readonly #lanes: Promise<void>[]
  #on = true

  private constructor(base: string, token: string, lanes: number) {
    series += 1
    this.#name = `writer${series}x`
    this.#lanes = Array.from({ length: lanes }, (_, lane) => this.#write(base, token, lane))
  }

  static async start(base: string, lanes = 4): Promise<Writers> {
    return new Writers(base, await managementToken(base), lanes)
  }

  /** Resolves when so many more users were promised than now. */
  async promiseMore(count: number, within: number): Promise<void> {
    const wanted = this.promised.length + count
    await expect.poll(() => this.promised.length, { timeout: within, interval: 5 }).toBeGreaterThanOrEqual(wanted)
  }

  async stop(): Promise<void> {
    this.#on = false
    await Promise.all(this.#lanes)
  }

  /** Ends them, and looks that all they were promised is there, once, whole, and nothing else. @returns what they saw, as a line */
  async settle(postgres: Pick<OwnPostgres, 'query'>): Promise<string> {
    await this.stop()
    const rows = await postgres.query<{ user_name: string; organizations: number; noted: number }>(
      `select u.user_name, count(distinct m.organization_id)::int as organizations, count(distinct a.id)::int as noted
      from users u left join memberships m on m.user_id = u.id
      left join audit_events a on a.subject_id = u.id::text where u.user_name like $1 group by u.id`,
      [`${this.#name}%`],
    )
    const kept = new Set(rows.map(({ user_name: name }) => name))
    expect(this.promised.filter((name) => !kept.has(name))).toEqual([])
    expect([...kept].filter((name) => !this.asked.has(name))).toEqual([])
    expect(rows.filter(({ organizations, noted }) => organizations !== 1 || noted !== 1)).toEqual([])
    // A server says that it cannot, or is not there; it never says that it has failed.
    expect(this.wrong).toEqual([])
    expect(this.longest).toBeLessThan(longestAnswer)
    const seen = [...this.statuses].map(([status, count]) => `${status || 'none'}: ${count}`).join(', ')
    return `${this.asked.size} asked, ${this.promised.length} promised, ${kept.size} kept; answers ${seen}; longest ${Math.round(this.longest)} ms`
  }

  async #write(base: string, token: string, lane: number): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    for (let n = 0; this.#on; n += 1) {
      const name = `${this.#name}${lane}x${n}`
      const mobile = String(13_000_000_000 + series * 10_000_000 + lane * 1_000_000 + n)
      const body = JSON.stringify({ user_name: name, org_code: '10000', name, mobile })
      this.asked.add(name)
      const began = performance.now()
      const answer = await fetch(`${base}/api/v2/tenant/users`, { method: 'POST', headers, body }).catch(
        () => undefined,
      )
      const text = await answer?.text().catch(() => {})
      this.longest = Math.max(this.longest, performance.now() - began)
      const status = answer?.status ?? 0
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
      if (status === 201) this.promised.push(name)
      else if (status === 0 || status === 503) await delay(50)
      else this.wrong.push(`${status} ${text}`)
    }
  }
}
