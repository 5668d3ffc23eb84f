import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContractDocument } from './document.ts'

const environment = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }

/**
 * Runs the contract tool and gives what it wrote.
 * @param config a file below the root
 * @throws Error with its output when it fails
 */
export async function redocly(root: string, args: string[], config = 'redocly.yaml'): Promise<string> {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [cli, ...args, '--config', config],
      { cwd: root, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => (error ? fail(new Error(`${stdout}${stderr}`.trim())) : done(`${stdout}${stderr}`)),
    )
  })
}

/**
 * Lints every document with the rules of redocly.yaml.
 * @throws Error with the findings, for a warning too: the contract has none
 */
export async function lintDocuments(root: string): Promise<void> {
  const reports = jsonParts(await redocly(root, ['lint', '--format', 'json'])).map(
    (text) => JSON.parse(text) as { totals: { errors: number; warnings: number } },
  )
  if (reports.some(({ totals }) => totals.errors + totals.warnings > 0)) {
    throw new Error(await redocly(root, ['lint', '--format', 'stylish']))
  }
}

/**
 * The reports, one per document, stand between lines for people or right behind each other; the braces of each are at
 * the start of a line.
 */
export function jsonParts(output: string): [string, ...string[]] {
  const [first, ...others] = output.replace(/^\}\{/gm, '}\n{').match(/^\{[\s\S]*?^\}/gm) ?? []
  if (first === undefined) throw new Error(`The contract tool gave no report:\n${output}`)
  return [first, ...others]
}

/**
 * One document with every file it refers to drawn in. Two components of one name are an error, because their new
 * names would reach the generated types.
 */
export async function bundleDocument(root: string, api: string, target: string): Promise<ContractDocument> {
  await redocly(root, ['bundle', api, '--output', target, '--component-renaming-conflicts-severity', 'error'])
  return JSON.parse(await readFile(target, 'utf8')) as ContractDocument
}
