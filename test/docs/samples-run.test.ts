import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { samplesOf } from '../../scripts/docs/samples.ts'
import { allScopes } from '../../server/oidc/scopes.ts'
import { type RunningMock, startMock } from '../mocks/start.ts'

const execute = promisify(execFile)
const contract = await readContract(join(import.meta.dirname, '../..'), 'account')
const operations = contract.groups.flatMap((group) => group.operations)

/** Samples whose example redeems something that nobody has issued: the walk through the login is tested elsewhere. */
const redeeming = ['authorization_code', 'refresh_token', 'refreshToken']

let mock: RunningMock
let accessToken: string
/** Where the file lies that a sample sends. */
let folder: string

beforeAll(async () => {
  mock = await startMock()
  folder = await mkdtemp(join(tmpdir(), 'openaccount-samples-'))
  await writeFile(join(folder, 'picture.png'), 'a picture')
  const form = {
    grant_type: 'password',
    client_id: 'c',
    client_secret: 's',
    username: 'u',
    password: 'p',
    scope: allScopes.join(' '),
  }
  const answer = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  accessToken = ((await answer.json()) as { access_token: string }).access_token
})
afterAll(async () => {
  await mock.stop()
  await rm(folder, { recursive: true })
})

describe('the samples for the command line, run against the mock', () => {
  for (const operation of operations) {
    test(operation.id, async () => {
      for (const { curl } of samplesOf(operation, ({ summary }) => summary ?? '')) {
        const command = curl
          .replaceAll('http://localhost:3000', mock.origin)
          .replace(/'access_token=[^']*'/, '"access_token=$ACCESS_TOKEN"')
          .replace(/^curl /, `curl -s -o /dev/null -w '%{http_code}' `)
        const { stdout } = await execute('bash', ['-c', command], {
          cwd: folder,
          env: {
            ...process.env,
            ACCESS_TOKEN: accessToken,
            CLIENT_ID: 'trustedDemo',
            CLIENT_SECRET: 'trusted.Demo.2026',
          },
        })
        const status = Number(stdout)
        if (operation.id === 'issueToken' && redeeming.some((word) => curl.includes(word))) expect(status).toBe(400)
        else expect([status, curl]).toEqual([expect.toSatisfy((given: number) => given >= 200 && given < 400), curl])
      }
    })
  }
})
