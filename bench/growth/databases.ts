import { loadDatabase } from '../../scripts/load/load.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createLogger } from '../../server/log/log.ts'
import type { BigPostgres } from './postgres.ts'

/** A database with so many users. */
export interface GrownDatabase {
  readonly users: number
  readonly name: string
  readonly url: string
}

/** A database of each size, loaded unless it is there from an earlier run. The largest one has the expired rows. */
export async function openDatabases(
  postgres: BigPostgres,
  sizes: readonly number[],
  expired: number,
): Promise<GrownDatabase[]> {
  const databases: GrownDatabase[] = []
  for (const users of sizes) {
    const name = `growth_${users}`
    if (!(await postgres.exists(name))) {
      await fill(postgres, name, users, users === Math.max(...sizes) ? expired : 0)
    }
    databases.push({ users, name, url: postgres.urlOf(name) })
  }
  return databases
}

/** Under another name until it is whole. */
async function fill(
  { admin, create, urlOf }: BigPostgres,
  name: string,
  users: number,
  expired: number,
): Promise<void> {
  const log = createLogger({ level: 'warn' })
  const unfinished = `${name}_unfinished`
  const url = urlOf(unfinished)
  await create(unfinished)
  await migrate({ url, log })
  const progress = (line: string) => process.stderr.write(`${users} users: ${line}\n`)
  await loadDatabase({ url, log, users, signIns: 3, expired, besideOthers: false, progress })
  await admin.query(`alter database ${unfinished} rename to ${name}`)
}
