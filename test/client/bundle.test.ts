import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import * as sdk from '../../client/src/index.ts'

const sources = fileURLToPath(new URL('../../client/src', import.meta.url))

/**
 * What an integrator of one API, or of both, may have to load in a browser, in bytes: the package with its dependency,
 * bundled and minified. The tables of operations are 6 kB and 5 kB of it, see below.
 */
const sizeLimits = { account: 31_500, oneaccess: 30_000, both: 45_000 }

const oneAccessNames = [
  'createEventReceiver',
  'createOneAccessClient',
  'EventError',
  'OneAccessError',
  'paginateOneAccess',
  'signSessionToken',
]
/** What every client needs. */
const sharedNames = ['AccountError', 'ConnectionError', 'OAuthError', 'SignInRequiredError', 'TimeoutError', 'unwrap']

const imports = {
  account: Object.keys(sdk).filter((name) => !oneAccessNames.includes(name)),
  oneaccess: [...oneAccessNames, ...sharedNames],
  both: Object.keys(sdk),
}

/** The code of a program that imports these names and nothing else. */
async function bundle(names: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './index.ts'`, resolveDir: sources },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

test.each(Object.keys(sizeLimits) as (keyof typeof sizeLimits)[])('%s stays below its size limit', async (part) => {
  const code = await bundle(imports[part])
  const measured = `${code.length} bytes minified, ${gzipSync(code).length} compressed; the limit is ${sizeLimits[part]}`
  expect(code.length, measured).toBeLessThanOrEqual(sizeLimits[part])
  expect(code.length, 'a limit that is far away holds nothing').toBeGreaterThan(sizeLimits[part] * 0.9)
})

test('whoever imports one client does not load what belongs to the other', async () => {
  const account = await bundle(imports.account)
  expect(account).toContain('/connect/token')
  expect(account).not.toMatch(/\/api\/v2\/|X-signature|AES-GCM/)
  const oneAccess = await bundle(imports.oneaccess)
  expect(oneAccess).toContain('/api/v2/sdk/profile')
  expect(oneAccess).not.toMatch(/\/api\/v1\.0\/|\/connect\/|code_challenge/)
})

test.each([
  ['account', 6_600],
  ['oneaccess', 5_600],
])('the table of the operations of %s stays below %i bytes', async (api, limit) => {
  const { outputFiles } = await build({
    entryPoints: [`${sources}/generated/${api}-operations.ts`],
    minify: true,
    format: 'esm',
    write: false,
  })
  const size = outputFiles[0]?.text.length ?? 0
  expect(size).toBeLessThanOrEqual(limit)
  expect(size, 'a limit that is far away holds nothing').toBeGreaterThan(limit * 0.8)
})
