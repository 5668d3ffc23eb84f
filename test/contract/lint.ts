import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jsonParts } from '../../scripts/generate/bundle.ts'

const root = join(import.meta.dirname, '../..')

export interface Finding {
  readonly ruleId: string
  readonly message: string
}

/** Runs a script of Node in a folder; never fails, but tells the exit code. */
export function run(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
    })
  })
}

/** What our rules and the tool's find in the documents of a folder; in all of them when none is named. */
export async function lint(folder: string, ...apis: string[]): Promise<Finding[]> {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const options = ['--config', 'redocly.yaml', '--format', 'json', '--max-problems', '1000']
  const { output } = await run(folder, cli, 'lint', ...apis, ...options)
  return jsonParts(output).flatMap((text) => (JSON.parse(text) as { problems: Finding[] }).problems)
}

/**
 * The rules that find something once one text of one file is another.
 * @throws Error when the file does not have the text
 */
export async function rulesAfter(
  apis: readonly string[],
  change: { file: string; from: string; to: string },
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'openaccount-lint-'))
  try {
    await cp(join(root, 'openapi'), join(folder, 'openapi'), { recursive: true })
    await cp(join(root, 'redocly.yaml'), join(folder, 'redocly.yaml'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const file = join(folder, change.file)
    const text = await readFile(file, 'utf8')
    if (!text.includes(change.from)) throw new Error(`${change.file} does not have ${change.from}`)
    await writeFile(file, text.replace(change.from, change.to))
    return (await lint(folder, ...apis)).map(({ ruleId }) => ruleId)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
