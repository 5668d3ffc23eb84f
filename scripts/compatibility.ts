import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { acceptedChanges } from './compatibility/accepted.ts'
import {
  brokenErrorCodes,
  brokenReturnCodes,
  brokenRoles,
  compareVersions,
  type DiffReport,
  newest,
} from './compatibility/compare.ts'
import { apis } from './generate/apis.ts'
import { jsonParts, redocly } from './generate/bundle.ts'
import type { ContractDocument } from './generate/document.ts'

/**
 * Holds documents against the newest released ones: a change that breaks callers needs a new major version.
 *
 *     node scripts/compatibility.ts [<folder>/<api>.json [<folder of releases>]]
 *
 * Every bundle in generated/, and openapi/released/, when left out. To release a version, put the bundle, on one
 * line, into openapi/released/<api>-<version>.json.
 */
const root = join(import.meta.dirname, '..')

async function readDocument(file: string): Promise<ContractDocument> {
  return JSON.parse(await readFile(file, 'utf8')) as ContractDocument
}

async function breakingChanges(base: string, revision: string): Promise<string[]> {
  const args = ['diff', base, revision, '--format', 'json', '--fail-on', 'none']
  const [text] = jsonParts(await redocly(root, args, 'openapi/released/redocly.yaml'))
  const report = JSON.parse(text) as DiffReport
  const breaks = report.changes.flatMap(({ path, verdicts = [] }) =>
    verdicts.filter(({ impact }) => impact === 'major').map(({ message }) => `${message} (${path})`),
  )
  const [before, now] = [await readDocument(base), await readDocument(revision)]
  return [...breaks, ...brokenReturnCodes(before, now), ...brokenErrorCodes(before, now), ...brokenRoles(before, now)]
}

/** Whether a bundle may follow the newest release of its API; says so, and why not. */
async function isCompatible(bundle: string, released: string): Promise<boolean> {
  const { info } = await readDocument(bundle)
  const name = `${relative(root, bundle)} (${info.version})`
  const base = newest(await readdir(released), basename(bundle, '.json'))
  if (!base) {
    console.log(`ok  ${name}: ${relative(root, released)} has no release of it yet, so there are no callers to break`)
    return true
  }
  const found = await breakingChanges(join(released, base.file), bundle)
  const breaks = found.filter((text) => !acceptedChanges.some(({ change }) => change === text))
  const what = `${name} against ${base.file}`
  if (breaks.length === 0) {
    const accepted = found.length === 0 ? '' : `; ${found.length} differences are accepted`
    console.log(`ok  ${what}: nothing breaks callers${accepted}`)
    return true
  }
  for (const change of breaks) console.error(`breaks callers: ${change}`)
  if (compareVersions(info.version, base.version).major) {
    console.log(`ok  ${what}: a new major version may do that`)
    return true
  }
  console.error(`${what}: ${breaks.length} breaking changes need a new major version in \`info.version\`.`)
  return false
}

async function main(): Promise<number> {
  const [given, releases = join(root, 'openapi/released')] = process.argv.slice(2)
  const bundles = given === undefined ? apis.map((api) => join(root, `generated/${api}.json`)) : [resolve(given)]
  let broken = 0
  for (const bundle of bundles) if (!(await isCompatible(bundle, resolve(releases)))) broken += 1
  return broken > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
