import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { ExportApprovals } from '../server/domain/exports/approvals.ts'
import type { UserExport } from '../server/domain/exports/exports.ts'
import { isGuid } from '../server/domain/guid.ts'
import { Organizations } from '../server/domain/organizations/organizations.ts'
import { Users } from '../server/domain/users/users.ts'
import { JobQueue } from '../server/jobs/queue.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { explaining, type Reasons } from './refusals.ts'
import { output, table, withServices } from './services.ts'

const help = `Usage: npm run exports -- <command>

  list [--all]               exports of user data that await approval, the newest first, or all of them
  approve <guid> --by <who>  let the file be made
  refuse <guid> --by <who>   the contrary

<who> is the super administrator who decides, by user name, mail address, phone number or id: somebody else than the
applicant, who may sign in. Exports await approval where the server runs with EXPORT_APPROVAL=on.

  --json                     print JSON
  --help                     show this text

Decisions are audited. Works beside a running server, which makes the file.
`

/** What the services refuse with, for whoever typed the command. */
const reasons: Reasons = {
  export_not_found: 'there is no export with that GUID',
  conflict: 'that export awaits no approval, or its time is over',
  user_not_found: 'there is nobody of that name, address, number or id',
  access_denied: 'only a super administrator other than the applicant, who may sign in, decides',
}

/** As many as are shown. */
const most = 200

const describe = ({ id, state, format, reason, filter, creator, createdAt }: UserExport) => ({
  id,
  state,
  format,
  reason,
  filter,
  creator: creator.displayName ?? creator.id,
  createdAt: createdAt.toISOString(),
})

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      all: { type: 'boolean', default: false },
      by: { type: 'string' },
    },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  const [command = '', id, ...rest] = positionals
  if (rest.length > 0) wrongUse()
  if (command === 'list' && id === undefined) {
    const found = await withApprovals(({ approvals }) => approvals.list(!values.all, { offset: 0, limit: most }))
    return output(values.json, found.items.map(describe), () => lines(found.items))
  }
  const { by } = values
  if ((command !== 'approve' && command !== 'refuse') || id === undefined || by === undefined) wrongUse()
  if (!isGuid(id)) throw new UsageError(`${id} is no GUID`)
  const approved = command === 'approve'
  await withApprovals(async ({ approvals, users }) => approvals.decide(await users.find(by), id, approved))
  return output(values.json, { id, approved }, () => `${id} ${approved ? 'is approved' : 'is refused'}`)
}

function withApprovals<T>(work: (services: { approvals: ExportApprovals; users: Users }) => Promise<T>): Promise<T> {
  const log = createLogger({ level: 'warn' })
  return withServices(loadConfig(process.env), log, async (db, { pool }) => {
    const jobs = await JobQueue.start({ pool, log })
    try {
      return await work({ approvals: new ExportApprovals(db, jobs), users: new Users(db, new Organizations(db)) })
    } finally {
      await jobs.stop()
    }
  })
}

function lines(exports: readonly UserExport[]): string {
  if (exports.length === 0) return 'none'
  return table(
    ['id', 'state', 'applicant', 'applied', 'reason', 'filter'],
    exports
      .map(describe)
      .map(({ id, state, creator, createdAt, reason, filter }) => [
        id,
        state,
        creator,
        createdAt,
        reason.replaceAll(/\s+/g, ' '),
        JSON.stringify(filter),
      ]),
  )
}

function wrongUse(): never {
  throw new UsageError(help.trimEnd())
}

await runCommand(() => main().catch(explaining(reasons)))
