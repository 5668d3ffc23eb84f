import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'

/** Where `npm run statements` wants them. */
const directory = process.env.COLLECT_STATEMENTS
const collected = new Set<string>()

/** Writes down the text of every statement that a server sends by this pool, once each, when the run is there for that. */
export function collectStatements(pool: Pool): void {
  if (!directory) return
  pool.on('connect', (client) => {
    const query = client.query
    client.query = function collect(this: unknown, ...args: unknown[]) {
      const [statement] = args as [string | { text?: string }]
      const text = typeof statement === 'string' ? statement : statement.text
      if (text !== undefined && !collected.has(text)) {
        collected.add(text)
        appendFileSync(join(directory, `${process.pid}.jsonl`), `${JSON.stringify(text)}\n`)
      }
      return Reflect.apply(query, client, args)
    } as typeof query
  })
}
