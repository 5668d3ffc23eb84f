import { execFile } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { codeOf } from './guides.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

let mock: RunningMock
let directory: Awaited<ReturnType<typeof temporaryDirectory>>

beforeAll(async () => {
  mock = await startMock()
  directory = await temporaryDirectory()
  await symlink(join(root, 'node_modules'), join(directory.path, 'node_modules'))
})
afterAll(async () => {
  await mock.stop()
  await directory.remove()
})

/**
 * Runs the TypeScript of a guide in a process of its own, against the mock.
 * @param around makes a program of the block where it is not one by itself
 * @returns what it prints
 */
async function run(slug: string, around = (block: string) => block): Promise<string> {
  const block = codeOf('oneaccess', slug, 'ts')
    .replaceAll('@openaccount/client', join(root, 'client/src/index.ts'))
    .replaceAll(/http:\/\/localhost:(3000|4010)/g, mock.origin)
  const file = join(directory.path, `${slug}.ts`)
  await writeFile(file, around(block))
  return (await execute(process.execPath, [file])).stdout
}

test('calling-apis prints the time and the users', async () => {
  expect(await run('calling-apis')).toMatch(/^\d{4}-\d\d-\d\dT\S+Z\n(\S+ \S+\n)+$/)
})

/** Which failure the mock is asked for, at which address, and what the program of the guide prints. */
const failures = [
  ['USER.0030', '/api/v2/tenant/users', /^This number has an account\.\n$/],
  ['USER.0029', '/api/v2/tenant/users', /^USER\.0029 \S.*\n$/],
  ['invalidClient', '/api/v2/tenant/token', /^invalid_client \S.*\n$/],
] as const

test.each(failures)('error-codes tells %s', async (example, path, printed) => {
  const asking = `
const send = globalThis.fetch
globalThis.fetch = (input, init) => {
  const request = new Request(input, init)
  if (new URL(request.url).pathname === '${path}') request.headers.set('Prefer', 'example=${example}')
  return send(request)
}
`
  expect(await run('error-codes', (block) => block.replace(/^import .*$/m, (line) => line + asking))).toMatch(printed)
})

test('id-token-verification believes the id_token of a login, and no changed one', async () => {
  const using = `
const login = await fetch('${mock.origin}/api/v2/sdk/login', {
  method: 'POST',
  headers: {
    'X-operating-sys-version': 'Android 10',
    'X-device-fingerprint': '156aysdna213sc50',
    'X-agent': 'Mozilla/5.0',
    'X-client-id': clientId,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({ user_name: 'zhangsan', password: 'Zhangsan.2026' }),
})
const { id_token: idToken } = await login.json()
const verify = await createVerifier('${mock.origin}')
const { subject, user } = await verify(idToken)
console.log(subject === user.id, user.userName)
const [head, , signature] = idToken.split('.')
const changed = Buffer.from(JSON.stringify({ sub: 'another' })).toString('base64url')
await verify([head, changed, signature].join('.')).catch((error) => console.log(error.code))
`
  const printed = await run('id-token-verification', (block) => block + using)
  expect(printed).toBe('true zhangsan\nERR_JWS_SIGNATURE_VERIFICATION_FAILED\n')
})

test('oidc signs a user in', async () => {
  // The browser, sent away and back.
  const browser = `const callbackAddress = (await fetch(address, { redirect: 'manual' })).headers.get('location') ?? ''`
  const printed = await run('oidc', (block) => block.replace(/^declare const callbackAddress.*$/m, browser))
  expect(printed).toMatch(/^[\w-]+\n$/)
})
