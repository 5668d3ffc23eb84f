import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { samplesOf } from '../../scripts/docs/samples.ts'
import { startMock } from '../mocks/start.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { liveAccount, liveOneAccess } from './live.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** Samples that redeem what nobody has issued, or show a token of their own: the mock refuses them, as it should. */
const refused = [
  'issueToken: authorization',
  'issueToken: refresh',
  'submitUserInfoRequest',
  'submitOauth2UserInfoRequest',
]

const documents = [
  ['account', liveAccount, 60],
  ['oneaccess', liveOneAccess, 80],
] as const

test.each(documents)(
  'the samples of %s for the SDK run against the mock',
  { timeout: 90_000 },
  async (api, liveOf, least) => {
    const mock = await startMock()
    const directory = await temporaryDirectory()
    try {
      const live = await liveOf(mock.origin)
      const { groups } = await readContract(root, api)
      const samples = groups
        .flatMap(({ operations }) => operations)
        .filter(({ event }) => event === undefined)
        .flatMap((operation) =>
          samplesOf(operation, ({ summary }) => summary ?? '').map(({ sdk }, index) => ({
            name: `${operation.id}: ${/grant_type: '(\w+)/.exec(sdk ?? '')?.[1] ?? ''} ${index}`,
            code: sdk,
          })),
        )
        .filter((sample): sample is { name: string; code: string } => sample.code !== undefined)
      expect(samples.length).toBeGreaterThan(least)

      const blocks: string[] = []
      for (const { name, code } of samples) {
        const body = await live.fill(code.replace(/^import .*$/gm, ''))
        blocks.push(
          // What one sample has made, changed or deleted is not in the way of the next.
          `await fetch('${mock.origin}/_mock', { method: 'POST', body: '{"reset":true}' })
outcomes[${JSON.stringify(name)}] = await (async () => {\n${body}\nreturn 'ok'\n})().catch(String)\n`,
        )
      }
      const values = await live.variables('/api/v1/oauth2/userinfo')
      const script = join(directory.path, 'samples.ts')
      await writeFile(
        script,
        `import { createAccountClient, createOneAccessClient, unwrap } from '${root}/client/src/index.ts'
const accessToken = '${values.ACCESS_TOKEN}'
const sessionToken = '${values.SESSION_TOKEN}'
const stateToken = '${values.STATE_TOKEN}'
// The first bytes of every PNG file.
const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const outcomes: Record<string, string> = {}
${blocks.join('')}
console.log(JSON.stringify(outcomes))
`,
      )
      const { stdout } = await execute(process.execPath, [script])
      const outcomes = Object.entries(JSON.parse(stdout) as Record<string, string>)
      expect(outcomes).toHaveLength(samples.length)
      const failed = outcomes.filter(
        ([name, outcome]) => outcome !== 'ok' && !refused.some((begin) => name.startsWith(begin)),
      )
      expect(failed).toEqual([])
    } finally {
      await mock.stop()
      await directory.remove()
    }
  },
)
