import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { samplesOf } from '../../scripts/docs/samples.ts'
import { allScopes } from '../../server/oidc/scopes.ts'
import { startMock } from '../mocks/start.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** Samples that redeem what nobody has issued, or show a token of their own: the mock refuses them, as it should. */
const refused = ['issueToken: authorization', 'issueToken: refresh', 'submitUserInfoRequest']

test('the samples for the SDK run against the mock', { timeout: 60_000 }, async () => {
  const mock = await startMock()
  const directory = await temporaryDirectory()
  try {
    const form = {
      grant_type: 'password',
      client_id: 'c',
      client_secret: 's',
      username: 'u',
      password: 'p',
      scope: allScopes.join(' '),
    }
    const tokens = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
    const { access_token: accessToken } = (await tokens.json()) as { access_token: string }
    const { groups } = await readContract(root, 'account')
    const samples = groups
      .flatMap(({ operations }) => operations)
      .flatMap((operation) =>
        samplesOf(operation, ({ summary }) => summary ?? '').map(({ sdk }, index) => ({
          name: `${operation.id}: ${/grant_type: '(\w+)/.exec(sdk ?? '')?.[1] ?? index}`,
          code: sdk,
        })),
      )
      .filter((sample): sample is { name: string; code: string } => sample.code !== undefined)
    expect(samples.length).toBeGreaterThan(60)

    const blocks = samples.map(({ name, code }) => {
      const body = code.replace(/^import .*$/gm, '').replaceAll('http://localhost:3000', mock.origin)
      return `outcomes[${JSON.stringify(name)}] = await (async () => {\n${body}\nreturn 'ok'\n})().catch(String)\n`
    })
    const script = join(directory.path, 'samples.ts')
    await writeFile(
      script,
      `import { createAccountClient, unwrap } from '${root}/client/src/index.ts'
const accessToken = '${accessToken}'
// The first bytes of every PNG file.
const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const outcomes: Record<string, string> = {}
${blocks.join('')}
console.log(JSON.stringify(outcomes))
`,
    )
    const { stdout } = await execute(process.execPath, [script])
    const outcomes = Object.entries(JSON.parse(stdout) as Record<string, string>)
    const failed = outcomes.filter(
      ([name, outcome]) => outcome !== 'ok' && !refused.some((begin) => name.startsWith(begin)),
    )
    expect(failed).toEqual([])
  } finally {
    await mock.stop()
    await directory.remove()
  }
})
