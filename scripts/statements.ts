import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from './command.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'test/db/released-statements.jsonl')

const help = `Usage: npm run statements -- [--add] [<test files>]

Writes test/db/released-statements.jsonl anew: every statement that the server of this version sends to its database, as its tests
make it send them. At a release, so that from then on a migration that this version could not live with fails a test
(CONTRIBUTING.md). Takes as long as the tests.

  --add         keep what the file has, for a run of some tests alone
  --help        show this text
`

/** Those of the job queue are its own: it migrates its tables by itself. */
const ofOthers = /pgboss/
/** What can be prepared; the rest depends on no table of ours. */
const prepared = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|insert|update|delete|with)\b/i

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, add: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  if (positionals.length > 0 && !values.add) throw new UsageError('some tests alone do not make the file: say --add')
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-statements-'))
  try {
    const passed = await runTests(directory, positionals)
    // What a test that failed has sent is sent all the same; but the whole may lack what it would have sent.
    if (!passed && !values.add) throw new UsageError('tests have failed: the file is as it was')
    const known = values.add ? await statementsOf(file) : []
    const found = await Promise.all((await readdir(directory)).map((name) => statementsOf(join(directory, name))))
    const statements = oneOfEach([...known, ...found.flat()])
    await writeFile(file, statements.map((text) => `${JSON.stringify(text)}\n`).join(''))
    return `${statements.length} statements are in ${file}`
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** @returns whether all of them have passed; nobody waits, so they may take their time */
async function runTests(directory: string, files: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', 'server', '--testTimeout', '120000', ...files]
  const env = { ...process.env, COLLECT_STATEMENTS: directory }
  const tests = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const [code] = await once(tests, 'exit')
  return code === 0
}

async function statementsOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string)
}

/** Of statements that differ in the number of their rows alone, the first; in the order of their texts. */
function oneOfEach(statements: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const text of statements.toSorted()) {
    if (!prepared.test(text) || ofOthers.test(text)) continue
    const shape = text
      .replace(/\$\d+/g, '$')
      .replace(/(\((?:[^()]|\([^()]*\))*\$(?:[^()]|\([^()]*\))*\))(?:, \1)+/g, '$1')
    if (!kept.has(shape)) kept.set(shape, text)
  }
  return [...kept.values()]
}

await runCommand(main)
