import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockOperation } from '../../../mocks/src/contract.ts'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { temporaryDirectory } from '../../setup/temporary.ts'
import { calledBy, commandsOf, expectPromised } from './commands.ts'
import { guides } from './guides.ts'
import { runBlocks } from './shell.ts'

const redirectUri = 'http://localhost:5173/login/callback/'

let mock: RunningMock
let directory: Awaited<ReturnType<typeof temporaryDirectory>>

beforeAll(async () => {
  mock = await startMock()
  directory = await temporaryDirectory()
  // What readers are told to keep in files.
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(join(directory.path, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(join(directory.path, 'cookies.txt'), '')
})
afterAll(async () => {
  await mock.stop()
  await directory.remove()
})

// Those of OneAccess build on each other, see walks.test.ts.
const commands = guides
  .filter(({ folder }) => folder !== 'oneaccess')
  .flatMap((guide) =>
    commandsOf(guide).map((command) => ({ guide: `${guide.folder}/${guide.name}`, code: command.code, command })),
  )

async function token(fields: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: 'TestClient', ...fields })
  const answer = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  return answer.json() as Promise<Record<string, string>>
}

/** What the steps before a command leave in the reader's shell. */
async function variables(operation: MockOperation | undefined): Promise<Record<string, string>> {
  const scopes = (operation?.policy.security ?? []).flatMap((entry) =>
    'oauth2' in entry ? (entry.oauth2 as readonly string[]) : [],
  )
  const user = { grant_type: 'password', username: 'testUserName', password: 'Abc.123456' }
  const scope = [...new Set(['openid', 'offline_access', ...scopes])].join(' ')
  const { access_token: accessToken = '', refresh_token: refreshToken = '' } = await token({ ...user, scope })
  const verifier = randomBytes(32).toString('base64url')
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: 'TestClient',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access',
    state: 'af0ifjsldkj',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const back = await fetch(`${mock.origin}/connect/authorize?${request}`, { redirect: 'manual' })
  return {
    ACCESS_TOKEN: accessToken,
    REFRESH_TOKEN: refreshToken,
    CODE: new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '',
    CODE_VERIFIER: verifier,
    USER_GUID: '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10',
    ENCRYPTED_PASSWORD: randomBytes(256).toString('base64'),
    RETURN_URL: `/connect/authorize?${request}`,
    REQUEST_VERIFICATION_TOKEN: randomBytes(32).toString('base64url'),
    CORP_GUID: '0198f2a5-11c2-7d4e-9f32-6d5e4c3b2a12',
    WECOM_TOKEN: 'token',
    TIMESTAMP: '1719365386',
    NONCE: '1372623149',
    ECHOSTR: randomBytes(32).toString('hex'),
    SIGNATURE: createHash('sha1').update('signature').digest('hex'),
  }
}

test('the guides have commands to run, and some show a failure', () => {
  expect(commands.filter(({ code }) => code.includes('curl')).length).toBeGreaterThan(40)
  expect(commands.filter(({ command }) => /"error"/.test(command.shown?.code ?? '')).length).toBeGreaterThanOrEqual(4)
})

test.each(commands)('$guide: $code', async ({ command }) => {
  // What one command has made, changed or deleted is not in the way of the next.
  mock.reset()
  const operation = calledBy(command, mock)
  const [outcome] = await runBlocks([command.code], mock.origin, directory.path, await variables(operation))
  if (operation && outcome) expectPromised(command, operation, outcome)
})
