import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from './command.ts'

const folder = 'test/faults'
/** The files of the faults, by their names. */
const files = new Map(
  readdirSync(join(import.meta.dirname, '..', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => [name.replace('.test.ts', ''), `${folder}/${name}`]),
)
const names = [...files.keys()].sort()

const help = `Usage: npm run faults -- [<fault> …] [--short]

Breaks what a running server depends on, and looks that nothing that was promised is lost, nothing is done twice, and all goes on
by itself. Prints what it measured. Ends with 1 when something does not hold. Takes some fifteen minutes, and root: it mounts small
disks and lets processes have clocks of their own (on Debian: apt-get install libfaketime; for failover also patroni, etcd-server,
python3-etcd, haproxy and postgresql).

  <fault>   of these, in place of all: ${names.join(', ')}
  --short   the same for shorter times and in smaller measures, in three or four minutes
  --help    show this text

It brings databases of its own and touches no other.
`

async function main(): Promise<string | undefined> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, short: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  const unknown = positionals.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UsageError(`there is no fault ${unknown}: ${names.join(', ')}`)
  const env = { ...process.env, FAULTS: values.short ? 'short' : 'long' }
  const args = ['run', '--config', 'vitest.faults.config.ts', ...positionals.map((name) => files.get(name) ?? name)]
  process.exitCode = await new Promise<number>((resolve, reject) => {
    const child = spawn('vitest', args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return undefined
}

await runCommand(main)
