import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { command as runCommand } from '../support/command.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 180_000 })

let server: Running
let base: string
let env: Record<string, string>
const cleanUps: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const { url, drop } = await createEmptyDatabase()
  cleanUps.push(drop)
  const port = await freePort()
  base = `http://localhost:${port}`
  env = { DATABASE_URL: url, SECRET_KEY: randomBytes(32).toString('base64'), PORT: String(port) }
  server = run('server/main.ts', env)
  await server.says('OpenAccount ready')
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended()
  for (const undo of cleanUps) await undo()
})

const command = (script: string, args: string[], input = '', variables = env) =>
  runCommand(script, args, variables, input)

/** What a command gives as JSON; it must not fail. */
async function json(script: string, args: string[], input?: string) {
  const { code, out, err } = await command(script, [...args, '--json'], input)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

async function tokenStatus(clientId: string, secret: string): Promise<number> {
  const answer = await fetch(`${base}/connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'ZMS.Users.Read' }),
  })
  return answer.status
}
const soon = { timeout: 10_000, interval: 50 }

describe('npm run applications', () => {
  const backEnd = ['--client-name', 'Back-end', '--grant-types', 'client_credentials', '--response-types', '']

  test('registers, changes, disables and gives another secret, which a running server knows at once', async () => {
    const added = await json('applications', ['add', '--client-id', 'backEnd', ...backEnd, '--scope', 'ZMS.Users.Read'])
    expect(added).toMatchObject({ client_id: 'backEnd', enabled: true, first_party: false, scope: 'ZMS.Users.Read' })
    const { client_secret: secret } = added
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    await vi.waitFor(async () => expect(await tokenStatus('backEnd', secret)).toBe(200), soon)

    const shown = await json('applications', ['show', 'backEnd'])
    expect(JSON.stringify(shown)).not.toMatch(/secret"/)
    const all = await json('applications', ['list'])
    expect(all.map(({ client_id }: { client_id: string }) => client_id)).toContain('backEnd')

    const { client_secret: next } = await json('applications', ['secret', 'backEnd'])
    await vi.waitFor(async () => expect(await tokenStatus('backEnd', secret)).toBe(401), soon)
    expect(await tokenStatus('backEnd', next)).toBe(200)

    expect(await json('applications', ['disable', 'backEnd'])).toMatchObject({ enabled: false })
    await vi.waitFor(async () => expect(await tokenStatus('backEnd', next)).toBe(401), soon)
    await json('applications', ['enable', 'backEnd'])
    await vi.waitFor(async () => expect(await tokenStatus('backEnd', next)).toBe(200), soon)

    const changed = await json('applications', ['change', 'backEnd', '--scope', 'ZMS.MNS.Send', '--first-party'])
    expect(changed).toMatchObject({ scope: 'ZMS.MNS.Send', first_party: true, client_name: 'Back-end' })
    expect(changed).not.toHaveProperty('client_secret')
    await vi.waitFor(async () => expect(await tokenStatus('backEnd', next)).toBe(400), soon)
  })

  test('takes the JSON of the guide, from a file and from standard input, and gives it back', async () => {
    const guide = await readFile(join(root, 'openapi/guides/account/client-registration.en.md'), 'utf8')
    const registration = JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')
    const { path, remove } = await temporaryDirectory()
    cleanUps.push(remove)
    await writeFile(join(path, 'site.json'), JSON.stringify(registration))
    const added = await json('applications', ['add', join(path, 'site.json'), '--client-id', 'site'])
    expect(added).toMatchObject(registration)
    expect(added).not.toHaveProperty('client_secret')
    const shown = await json('applications', ['show', 'site'])
    const { client_id: _id, application_id: _applicationId, enabled: _enabled, ...again } = shown
    const copy = await json('applications', ['add', '-', '--client-id', 'copy'], JSON.stringify(again))
    expect(copy).toMatchObject(again)
    expect(await json('applications', ['add', '-'], JSON.stringify({ ...again, client_id: 'own' }))).toMatchObject({
      client_id: 'own',
    })
    // Becoming confidential makes a secret; becoming public again drops it.
    const confidential = await json('applications', [
      'change',
      'copy',
      '--token-endpoint-auth-method',
      'client_secret_post',
    ])
    expect(confidential.client_secret).toMatch(/^[\w-]{43}$/)
    await json('applications', ['change', 'copy', '--token-endpoint-auth-method', 'none'])
  })

  test('refuses what cannot be right, with every reason and nothing done', async () => {
    const bad = {
      client_name: 'x'.repeat(129),
      redirect_uris: ['http://example.com/', 'https://example.com/#part', 'https://*.example.com/'],
      scope: 'openid superpowers',
      listener_origins: ['https://example.com/'],
      jwks: { keys: [{ kty: 'oct', k: 'AA' }] },
      refresh_token_grace_seconds: 1.5,
      first_party: 'yes',
      contacts: ['nobody'],
      colour: 'blue',
      name: null,
    }
    const { code, out, err } = await command('applications', ['add', '-', '--client-id', 'bad'], JSON.stringify(bad))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    for (const name of [...Object.keys(bad)]) expect(err, name).toContain(name)
    expect(err.split('\n')).toHaveLength(Object.keys(bad).length)
    await json('applications', ['add', ...backEnd, '--client-id', 'taken'])
    const wrong: readonly (readonly [args: string[], reason: string])[] = [
      [['add', '--redirect-uris', 'https://example.com/'], 'client_name is missing'],
      [['change', 'taken', '--redirect-uris', 'https://example.com/\n.evil.example'], 'must have no blanks'],
      [['change', 'taken', '--cas-services', 'https://example.com\\@evil.example/'], 'must have no blanks'],
      [['change', 'taken', '--saml-acs-urls', 'https://example.com/a b'], 'must have no blanks'],
      [['show', 'nobody'], 'no application with that client id'],
      [['add', ...backEnd, '--client-id', 'taken'], 'there is an application'],
      [['change', 'taken'], 'nothing is to be changed'],
      [['add', 'missing.json'], 'cannot be read (ENOENT)'],
    ]
    for (const [args, reason] of wrong) {
      const answer = await command('applications', args)
      expect(answer.err, args.join(' ')).toContain(reason)
      expect(answer).toMatchObject({ code: 1, out: '' })
    }
  })
})

describe('npm run users', () => {
  test('adds the first super administrator, who signs in; passwords come from standard input', async () => {
    const added = await json(
      'users',
      ['add', 'chief', '--email', 'chief@example.com', '--role', 'Account.SuperManager'],
      'Chief.2026\n',
    )
    expect(added).toMatchObject({ userName: 'chief', accountState: 'Normal' })
    expect(await json('users', ['role', 'CHIEF@example.com'])).toMatchObject({ roles: ['Account.SuperManager'] })
    const person = new Person(base)
    const page = await person.signIn(await person.visit('/Account/Login'), 'chief', 'Chief.2026')
    expect(page.url.pathname).toBe('/usercenter')

    await json('users', ['role', added.id, 'add', 'zms.usermanager'])
    expect(await command('users', ['role', 'chief', 'remove', 'Account.SuperManager'])).toMatchObject({
      code: 1,
      err: 'that is the last super administrator who may sign in',
    })
    await json('users', ['add', 'deputy', '--role', 'Account.SuperManager'], 'Deputy.2026\n')
    expect(await json('users', ['role', 'chief', 'remove', 'Account.SuperManager'])).toMatchObject({
      roles: ['ZMS.UserManager'],
    })

    // Another password signs out everywhere.
    await json('users', ['password', 'chief'], 'Other.2026')
    expect((await person.visit('/usercenter')).url.pathname).not.toBe('/usercenter')
    expect((await person.signIn(await person.visit('/Account/Login'), 'chief', 'Chief.2026')).url.pathname).not.toBe(
      '/usercenter',
    )
    expect((await person.signIn(await person.visit('/Account/Login'), 'chief', 'Other.2026')).url.pathname).toBe(
      '/usercenter',
    )

    expect(await json('users', ['disable', 'chief'])).toMatchObject({ accountState: 'Disabled' })
    expect((await person.visit('/usercenter')).url.pathname).not.toBe('/usercenter')
    expect(await json('users', ['enable', 'chief'])).toMatchObject({ accountState: 'Normal' })
    const { total, users } = await json('users', ['list', '--limit', '1'])
    expect(users).toHaveLength(1)
    expect(total).toBeGreaterThanOrEqual(1)
  })

  test('finds a person by any spelling, and says what is wrong', async () => {
    await json('users', ['add', 'Zhang', '--phone', '138 0000 7777', '--no-password', '--verified'])
    for (const who of ['zhang', 'ＺＨＡＮＧ', '+86 13800007777']) {
      expect(await json('users', ['role', who]), who).toMatchObject({ roles: [] })
    }
    const wrong: readonly (readonly [args: string[], input: string, reason: string])[] = [
      [['add', 'zhang', '--no-password'], '', 'that user name is taken'],
      [['add', 'Li', '--phone', '12', '--no-password'], '', 'that is no phone number'],
      [['add', 'Li'], 'short', 'must have 8 to 128 characters'],
      [['add', 'Li'], '12345678', 'the password must hold at least one letter'],
      [['add', 'Li'], '', 'no password came'],
      [['add', 'L\ti', '--no-password'], '', 'display name must be a name that can be seen'],
      [['add', 'Li', '--no-password', '--role', 'King'], '', 'there is no role King; there is Account.'],
      [['role', 'zhang', 'add', 'King'], '', 'there is no role King'],
      [['disable', 'nobody'], '', 'there is nobody'],
      [['add', 'Li', '--password', 'Secret.2026'], '', '--help'],
    ]
    for (const [args, input, reason] of wrong) {
      const answer = await command('users', args, input)
      expect(answer.err, args.join(' ')).toContain(reason)
      expect(answer).toMatchObject({ code: 1, out: '' })
    }
    expect(await command('users', ['disable', 'Li'])).toMatchObject({ code: 1 })
  })
})

describe('npm run doctor', () => {
  const findings = (out: string) => JSON.parse(out) as { about: string; state: string; says: string; advice?: string }[]

  test('finds nothing wrong beside a running server', async () => {
    const { code, out } = await command('doctor', ['--json'])
    expect(findings(out).filter(({ state }) => state === 'wrong')).toEqual([])
    expect(code).toBe(0)
    expect(new Set(findings(out).map(({ about }) => about))).toEqual(
      new Set([
        'node',
        'configuration',
        'addresses',
        'data directory',
        'database',
        'pooler',
        'clock',
        'keys',
        'audit log',
        'jobs',
        'retention',
      ]),
    )
    expect(out).toContain(`a server answers at ${base}`)
    expect(await command('doctor', [])).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is wrong.') })
  })

  test('names what is wrong and what to do', async () => {
    const away = { ...env, DATABASE_URL: `postgres://nobody:none@127.0.0.1:${await freePort()}/missing` }
    const cases: readonly (readonly [variables: Record<string, string>, about: string, says: RegExp])[] = [
      [{ ...env, PORT: 'many' }, 'configuration', /^PORT must be/],
      [
        { ...env, SECRET_KEY: randomBytes(32).toString('base64') },
        'keys',
        /SECRET_KEY does not open this installation/,
      ],
      [{ ...env, PUBLIC_URL: 'https://missing.invalid' }, 'addresses', /has no address/],
      [{ ...env, DATABASE_POOL_SIZE: '500' }, 'database', /fewer than DATABASE_POOL_SIZE/],
      [away, 'database', /cannot be used/],
    ]
    for (const [variables, about, says] of cases) {
      const { code, out } = await command('doctor', ['--json'], '', variables)
      expect(code, String(says)).toBe(1)
      const found = findings(out).filter(({ state }) => state === 'wrong')
      expect(found).toContainEqual({
        about,
        state: 'wrong',
        says: expect.stringMatching(says),
        advice: expect.any(String),
      })
    }
  })
})

test('each command explains itself, and shows the same to wrong use', async () => {
  for (const script of ['applications', 'users', 'doctor']) {
    const { code, out } = await command(script, ['--help'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`npm run ${script} --`) })
    expect(out).toContain('--json')
    expect(await command(script, ['constructor', 'and', 'more', 'words'])).toEqual({ code: 1, out: '', err: out })
    expect(await command(script, ['--bogus'])).toMatchObject({ code: 1, err: expect.stringContaining('--bogus') })
  }
})

test('the log tells why a client was refused, which the answer does not, and not the secret', async () => {
  const answer = await fetch(`${base}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'nobody',
      client_secret: 'secret-of-nobody',
    }),
  })
  expect(await answer.text()).not.toContain('not found')
  await server.says('"reason":"invalid_client: client not found"')
  expect(server.output()).not.toContain('secret-of-nobody')
})

test('SECRET_KEY is changed beside the running server: the new one opens the installation, then the old one does not', async () => {
  const next = randomBytes(32).toString('base64')
  expect(await command('secret', ['add'], 'word'.repeat(12))).toMatchObject({
    code: 1,
    err: expect.stringContaining('32 random'),
  })
  expect(await command('secret', ['add'], next)).toMatchObject({ code: 0 })
  const old = env
  env = { ...env, SECRET_KEY: next }
  expect(await command('secret', ['list'])).toMatchObject({ code: 0, out: expect.stringMatching(/\n.*this one/) })
  const beside = run('server/main.ts', { ...env, PORT: String(await freePort()) })
  await beside.says('OpenAccount ready')
  beside.child.kill('SIGINT')
  await beside.ended()

  expect(await command('secret', ['retire'])).toMatchObject({ code: 0 })
  expect((await command('keys', ['list'])).code).toBe(0)
  env = old
  expect(await command('keys', ['list'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('SECRET_KEY is not the one'),
  })
  env = { ...old, SECRET_KEY: next }
  expect((await fetch(`${base}/readyz`)).status).toBe(200)
})
