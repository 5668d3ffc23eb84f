import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.ts'

const root = join(import.meta.dirname, '../..')

interface Finding {
  readonly ruleId: string
  readonly message: string
}

function run(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
    })
  })
}

async function lint(folder: string): Promise<Finding[]> {
  const { output } = await run(
    folder,
    join(root, 'node_modules/@redocly/cli/bin/cli.js'),
    'lint',
    '--config',
    'redocly.yaml',
    '--format',
    'json',
  )
  const report = JSON.parse(output.slice(output.search(/^\{/m), output.lastIndexOf('\n}') + 2)) as {
    problems: Finding[]
  }
  return report.problems
}

describe('the contract', () => {
  it('has no finding, not even a warning', async () => {
    expect(await lint(root)).toEqual([])
  })

  it('is what the generated files say', async () => {
    const { code, output } = await run(root, 'scripts/generate.ts', '--check')
    expect([code, output]).toEqual([0, 'Generated files are up to date.\n'])
  })

  it('marks the source of every operation', () => {
    for (const [id, { source }] of Object.entries(operations)) {
      expect(['documented', 'observed', 'inferred'], id).toContain(source.mark)
      expect(source.page, id).toMatch(/^(api|doc)-\d+$/)
    }
  })
})

describe('our lint rules find', () => {
  let copy: string
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'openaccount-lint-'))
  })
  afterAll(() => rm(copy, { recursive: true, force: true }))

  const common = 'openapi/paths/account/common.yaml'
  it.each([
    ['an operation without a policy', common, '    security: []\n', '', 'contract/operation-keys'],
    ['a source with an unknown mark', common, 'mark: observed', 'mark: guessed', 'contract/operation-keys'],
    ['an operation without a default answer', common, '      default:', '      "500":', 'contract/operation-keys'],
    ['an unknown error shape', common, 'x-error-format: envelope', 'x-error-format: other', 'contract/operation-keys'],
    [
      'a key the router takes for a method',
      common,
      'publicKey:\n',
      'publicKey:\n  x-note: 1\n',
      'contract/operation-keys',
    ],
    ['a missing Chinese text', common, '      summary: 获取RSA公钥', '      other: x', 'contract/chinese-texts'],
    [
      'an operationId that is used twice',
      common,
      'operationId: getLoginPublicKey',
      'operationId: issueToken',
      'contract/unique-operation-ids',
    ],
    [
      'an answer without an example',
      common,
      '            examples:',
      '            x-examples:',
      'contract/named-examples',
    ],
    [
      'an example that is not true',
      common,
      '-----BEGIN PUBLIC KEY',
      '-----BEGIN KEY',
      'no-invalid-media-type-examples',
    ],
    [
      'an open answer',
      'openapi/components/schemas.yaml',
      '  additionalProperties: false\n',
      '',
      'contract/closed-responses',
    ],
    ['a field without a limit', 'openapi/components/forms.yaml', '  maxLength: 128\n', '', 'contract/bounded-inputs'],
    [
      'a parameter without a limit',
      'openapi/components/parameters.yaml',
      '    maxLength: 128\n',
      '',
      'contract/bounded-inputs',
    ],
    [
      'a field of a JSON body without a limit',
      'openapi/components/trusted.yaml',
      '    types: { type: string, maxLength: 64, ',
      '    types: { type: string, ',
      'contract/bounded-inputs',
    ],
    [
      'a list without a limit',
      'openapi/paths/account/oem.yaml',
      '            maxItems: 100\n',
      '',
      'contract/bounded-inputs',
    ],
    [
      'a return code that no example shows',
      common,
      'InternalError, ',
      'InternalError, UserNotFound, ',
      'contract/return-codes',
    ],
    ['a return code that is not listed', common, 'InternalError, ', '', 'contract/return-codes'],
    ['a return code that nobody knows', common, 'InternalError, ', 'InternalError, Unknown, ', 'contract/return-codes'],
    [
      'an example with another number than the table',
      'openapi/components/failures.yaml',
      'status: 40401',
      'status: 40402',
      'contract/return-codes',
    ],
    [
      'an example under another HTTP status than the table',
      'openapi/components/return-codes.yaml',
      '  error: UserNotFound\n  http: 404',
      '  error: UserNotFound\n  http: 410',
      'contract/return-codes',
    ],
    [
      'an example with another text than the table',
      'openapi/components/failures.yaml',
      'message: There is no such user.',
      'message: Nobody.',
      'contract/return-codes',
    ],
    [
      'a number that stands twice in the table',
      'openapi/components/return-codes.yaml',
      'status: 40401',
      'status: 40402',
      'contract/return-codes',
    ],
    [
      'a field with an unknown mark',
      'openapi/components/manage.yaml',
      'x-source: { mark: inferred } }',
      'x-source: { mark: guessed } }',
      'contract/source-marks',
    ],
    [
      'an unknown part of a source',
      'openapi/paths/account/oem.yaml',
      'parts: { method:',
      'parts: { verb:',
      'contract/source-marks',
    ],
  ])('%s', async (_what, file, from, to, rule) => {
    const folder = await mkdtemp(join(copy, 'case-'))
    await cp(join(root, 'openapi'), join(folder, 'openapi'), { recursive: true })
    await cp(join(root, 'redocly.yaml'), join(folder, 'redocly.yaml'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(folder, file), text.replace(from, to))
    expect((await lint(folder)).map(({ ruleId }) => ruleId)).toContain(rule)
  })
})
