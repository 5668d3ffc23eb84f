import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../../generated/operations.ts'
import { answerExamples } from '../../../mocks/src/contract.ts'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { guides } from './guides.ts'

const execute = promisify(execFile)
const redirectUri = 'http://localhost:5173/login/callback/'

let mock: RunningMock
let folder: string

beforeAll(async () => {
  mock = await startMock()
  folder = await mkdtemp(join(tmpdir(), 'openaccount-guides-'))
  // What readers are told to keep in files.
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(join(folder, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(join(folder, 'cookies.txt'), '')
})
afterAll(async () => {
  await mock.stop()
  await rm(folder, { recursive: true })
})

/** A shell command of a guide, with the answer that the guide shows below it. */
interface Command {
  guide: string
  code: string
  shown: { status?: number; error?: string | null } | undefined
}

const commands = guides.flatMap(({ folder, name, blocks }) =>
  blocks.flatMap(({ language, code }, index): Command[] => {
    if (language !== 'sh') return []
    const next = blocks[index + 1]
    const shown = next?.language === 'json' ? (JSON.parse(next.code) as Command['shown']) : undefined
    return [{ guide: `${folder}/${name}`, code, shown }]
  }),
)

/** The operation that a command calls; undefined where it calls none. */
function operationOf(code: string) {
  const address = /https?:\/\/[^\s'"]+/.exec(code)?.[0]
  if (!code.includes('curl') || address === undefined) return undefined
  const method = /\s-X\s+(\w+)/.exec(code)?.[1] ?? 'GET'
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/\?.*/, '')
  const all = mock.documents.flatMap((document) => document.operations)
  const found = all.find(({ policy }) => policy.path === path && policy.method === method.toLowerCase())
  if (!found) throw new Error(`${method} ${path} is not in the contract`)
  return found
}

/** The status that a reader is promised: by `Prefer`, by the failure shown below, else any success. */
function promised({ code, shown }: Command): RegExp {
  const [, status] = /Prefer: code=(\d+)/.exec(code) ?? []
  if (status) return new RegExp(`^${status}$`)
  const [, name] = /Prefer: example=(\w+)/.exec(code) ?? []
  const operation = operationOf(code)
  const example = operation && name && answerExamples(operation).find((entry) => entry.name === name)
  if (example) return new RegExp(`^${example.status}$`)
  if (shown?.status) return new RegExp(`^${Math.floor(shown.status / 100)}$`)
  return typeof shown?.error === 'string' ? /^4\d\d$/ : /^2\d\d$/
}

async function token(fields: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: 'TestClient', ...fields })
  const answer = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  return answer.json() as Promise<Record<string, string>>
}

/** What the steps before a command leave in the reader's shell. */
async function variables(code: string): Promise<Record<string, string>> {
  const scopes = (operationOf(code)?.policy.security ?? []).flatMap((entry) =>
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
    WECOM_TOKEN: 'token',
    TIMESTAMP: '1719365386',
    NONCE: '1372623149',
    ECHOSTR: randomBytes(32).toString('hex'),
    SIGNATURE: createHash('sha1').update('signature').digest('hex'),
  }
}

// The status goes where it does not get between a command and what reads its output.
const prelude = 'curl() { command curl -sS -w \'%{stderr}%{http_code}\\n\' "$@"; }\n'

test('the guides have commands to run, and some show a failure', () => {
  expect(commands.filter(({ code }) => code.includes('curl')).length).toBeGreaterThan(40)
  expect(commands.filter(({ shown }) => shown?.error).length).toBeGreaterThanOrEqual(4)
})

test.each(commands)('$guide: $code', async (command) => {
  const { code, shown } = command
  const env = { PATH: process.env.PATH ?? '', ...(await variables(code)) }
  const here = code.replaceAll(/http:\/\/localhost:(3000|4010)/g, mock.origin)
  const options = { cwd: folder, env }
  const { stdout, stderr } = await execute('bash', ['--norc', '-euo', 'pipefail', '-c', prelude + here], options)
  const operation = operationOf(code)
  if (!operation) return
  const status = stderr.trim()
  expect(status, stdout).toMatch(promised(command))
  const documented: readonly string[] = operations[operation.id as keyof typeof operations].responses
  expect(documented.includes(status) || documented.includes('default'), `${status} is not documented`).toBe(true)
  if (typeof shown?.error === 'string') expect(JSON.parse(stdout)).toMatchObject({ error: shown.error })
})
