import { parseArgs } from 'node:util'
import { EmbeddedPostgresError } from '@openaccount/embedded-postgres'
import { ConfigError, loadConfig } from '../server/config/config.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { withSharedDatabase } from './database.ts'
import { type Finding, ok, wrong } from './doctor/check.ts'
import { checkDatabase } from './doctor/database.ts'
import { checkAuditFile, checkTraces } from './doctor/operation.ts'
import { checkPooler } from './doctor/pooler.ts'
import { checkReplica } from './doctor/replica.ts'
import { checkAddresses, checkDataDirectory, checkNode } from './doctor/surroundings.ts'
import { output } from './services.ts'

const help = `Usage: npm run doctor -- [options]

Looks at the installation that these environment variables describe: configuration, addresses, data directory, database, replica,
keys, clock, jobs, export of the audit log, collector of traces. Says what is wrong and what to do; ends with 1 when something is. Works beside a running server and changes nothing;
an embedded database that does not run is started for it.

  --json   print JSON
  --help   show this text
`

async function examine(): Promise<Finding[]> {
  const findings = [checkNode(process.versions.node)]
  try {
    const config = loadConfig(process.env)
    findings.push(ok('configuration', 'every variable can be used'))
    findings.push(
      ...(await checkAddresses(config)),
      ...(await checkDataDirectory(config)),
      ...(await checkTraces(config)),
      ...(await checkAuditFile(config)),
    )
    const log = createLogger({ level: 'fatal' })
    const database = await withSharedDatabase(config, log, (url) => checkDatabase(url, config, log))
    findings.push(...database)
    // Where the database itself cannot be used, the same would be said of what stands before it.
    if (!database.some(({ about, state }) => about === 'database' && state === 'wrong'))
      findings.push(...(await checkPooler(config, log)))
    findings.push(...(await checkReplica(config)))
  } catch (error) {
    if (error instanceof ConfigError) {
      findings.push(wrong('configuration', error.message, 'docs/configuration.md lists the variables'))
    } else if (error instanceof EmbeddedPostgresError) {
      findings.push(wrong('database', error.message, 'mend that, or set DATABASE_URL'))
    } else throw error
  }
  return findings
}

const marks = { ok: 'ok     ', warning: 'warning', wrong: 'WRONG  ' } as const

function text(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ about, state, says, advice }) => [
    `${marks[state]}  ${about}: ${says}`,
    ...(advice === undefined ? [] : [`         → ${advice}`]),
  ])
  const count = findings.filter(({ state }) => state === 'wrong').length
  return [...lines, '', count === 0 ? 'Nothing is wrong.' : `${count} wrong.`].join('\n')
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  if (positionals.length > 0) throw new UsageError(help.trimEnd())
  const findings = await examine()
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
  return output(values.json, findings, () => text(findings))
}

await runCommand(main)
