import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { brokenReturnCodes, compareVersions, type DiffReport, newest } from './compatibility/compare.ts'
import { jsonPart, redocly } from './generate/bundle.ts'
import type { ContractDocument } from './generate/document.ts'

/**
 * Holds a document against the newest released one: a change that breaks callers needs a new major version.
 *
 *     node scripts/compatibility.ts [bundle]
 *
 * `bundle` is generated/account.json when left out. To release a version, copy the bundle to
 * openapi/released/account-<version>.json.
 */
const root = join(import.meta.dirname, '..')
const released = join(root, 'openapi/released')

async function readDocument(file: string): Promise<ContractDocument> {
  return JSON.parse(await readFile(file, 'utf8')) as ContractDocument
}

async function breakingChanges(base: string, revision: string): Promise<string[]> {
  const args = ['diff', base, revision, '--format', 'json', '--fail-on', 'none']
  const report = JSON.parse(jsonPart(await redocly(root, args, 'openapi/released/redocly.yaml'))) as DiffReport
  const breaks = report.changes.flatMap(({ path, verdicts = [] }) =>
    verdicts.filter(({ impact }) => impact === 'major').map(({ message }) => `${message} (${path})`),
  )
  return [...breaks, ...brokenReturnCodes(await readDocument(base), await readDocument(revision))]
}

async function main(): Promise<number> {
  const bundle = resolve(process.argv[2] ?? join(root, 'generated/account.json'))
  const base = newest(await readdir(released), 'account')
  if (!base) throw new Error('openapi/released/ has no released document.')
  const { info } = await readDocument(bundle)
  const breaks = await breakingChanges(join(released, base.file), bundle)
  const what = `${relative(root, bundle)} (${info.version}) against ${base.file}`
  if (breaks.length === 0) {
    console.log(`ok  ${what}: nothing breaks callers`)
    return 0
  }
  for (const change of breaks) console.error(`breaks callers: ${change}`)
  if (compareVersions(info.version, base.version).major) {
    console.log(`ok  ${what}: a new major version may do that`)
    return 0
  }
  console.error(`${what}: ${breaks.length} breaking changes need a new major version in \`info.version\`.`)
  return 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
