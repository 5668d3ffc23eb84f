import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const here = import.meta.dirname
const output = join(here, 'dist')

/** How each generator is called: its program, and what it takes for a document and a place to write to. */
const generators: Readonly<Record<string, (document: string, to: string) => string[]>> = {
  'openapi-ts': (document, to) => [
    '-i',
    document,
    '-o',
    to,
    '-p',
    '@hey-api/typescript',
    '@hey-api/sdk',
    '@hey-api/client-fetch',
    '--no-log-file',
  ],
  orval: (document, to) => ['--input', document, '--output', `${to}.ts`, '--client', 'fetch'],
  oazapfts: (document, to) => [document, `${to}.ts`],
  'swagger-typescript-api': (document, to) => [
    'generate',
    '-p',
    document,
    '-o',
    join(to, '..'),
    '-n',
    `${to.split('/').at(-1)}.ts`,
  ],
  'openapi-zod-client': (document, to) => [document, '-o', `${to}.ts`],
}

beforeAll(async () => {
  await rm(output, { recursive: true, force: true })
  for (const name of Object.keys(generators)) await mkdir(join(output, name), { recursive: true })
})

test.each(
  Object.keys(generators).flatMap(
    (name) =>
      [
        [name, 'account'],
        [name, 'oneaccess'],
      ] as const,
  ),
)('%s reads the contract of %s', async (name, api) => {
  const document = join(here, `../../generated/${api}.json`)
  const args = generators[name]?.(document, join(output, name, api)) ?? []
  const { stdout, stderr } = await run(process.execPath, [join(here, 'node_modules/.bin', name), ...args], {
    cwd: here,
  })
  expect(stdout + stderr).not.toMatch(/\b(error|failed)\b:/i)
})

test('what they write compiles, all of it', async () => {
  const compiler = join(here, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', here]).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})
