import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { samplesOf } from '../../scripts/docs/samples.ts'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { type Live, liveAccount, liveOneAccess } from './live.ts'

const execute = promisify(execFile)

/** Samples whose example redeems something that nobody has issued: the walk through the login is tested elsewhere. */
const redeeming = ['authorization_code', 'refresh_token', 'refreshToken']

const documents = { account: liveAccount, oneaccess: liveOneAccess }

let mock: RunningMock
/** Where the file lies that a sample sends. */
let folder: string

beforeAll(async () => {
  mock = await startMock()
  folder = await mkdtemp(join(tmpdir(), 'openaccount-samples-'))
  await writeFile(join(folder, 'picture.png'), 'a picture')
})
afterAll(async () => {
  await mock.stop()
  await rm(folder, { recursive: true })
})

for (const [api, liveOf] of Object.entries(documents)) {
  const { groups } = await readContract(join(import.meta.dirname, '../..'), api)
  const operations = groups.flatMap((group) => group.operations).filter(({ event }) => event === undefined)

  describe(`the samples of ${api} for the command line, run against the mock`, () => {
    let live: Live
    beforeAll(async () => {
      live = await liveOf(mock.origin)
    })

    for (const operation of operations) {
      test(operation.id, async () => {
        for (const { curl } of samplesOf(operation, ({ summary }) => summary ?? '')) {
          // What one sample has made, changed or deleted is not in the way of the next.
          mock.reset()
          const command = (await live.fill(curl)).replace(/^curl /, `curl -s -o /dev/null -w '%{http_code}' `)
          const env = { ...process.env, ...(await live.variables(curl)) }
          const { stdout } = await execute('bash', ['-c', command], { cwd: folder, env })
          const status = Number(stdout)
          if (operation.id === 'issueToken' && redeeming.some((word) => curl.includes(word))) expect(status).toBe(400)
          else expect([status, curl]).toEqual([expect.toSatisfy((given: number) => given >= 200 && given < 400), curl])
        }
      })
    }
  })
}
