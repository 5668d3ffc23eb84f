import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let installed: string

beforeAll(async () => {
  directory = await temporaryDirectory()
  installed = join(directory.path, 'node_modules/@openaccount/mock')
  await mkdir(installed, { recursive: true })
  const { stdout } = await run('npm', ['pack', join(root, 'mocks'), '--silent', '--pack-destination', directory.path])
  const tarball = join(directory.path, stdout.trim().split('\n').at(-1) ?? '')
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  // What the registry would give, from the copies that are installed here: the test needs no network.
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const target = join(directory.path, 'node_modules', name)
    await mkdir(join(target, '..'), { recursive: true })
    await symlink(join(root, 'node_modules', name), target)
  }
  await writeFile(join(directory.path, 'package.json'), '{"type":"module"}')
}, 180_000)
afterAll(() => directory.remove())

/** The blocks of code of the README. */
async function blocksOf(language: string): Promise<string[]> {
  const text = await readFile(join(root, 'mocks/README.md'), 'utf8')
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code ?? '')
}

test('the package holds what is built, with its own copies of the contract', async () => {
  expect((await readdir(installed)).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
  const built = await readdir(join(installed, 'dist'), { recursive: true })
  expect(built).toEqual(
    expect.arrayContaining(['generated/account.json', 'generated/oneaccess.json', 'mocks/src/index.d.ts']),
  )
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  expect(version).toBe(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version)
})

test('the tour of the README is compiled by a stranger, and gives what its comments say', async () => {
  const [tour = ''] = await blocksOf('ts')
  await writeFile(join(directory.path, 'tour.ts'), tour)
  const options = { strict: true, module: 'nodenext', target: 'es2022', types: ['node'], skipLibCheck: false }
  await writeFile(
    join(directory.path, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: ['tour.ts'] }),
  )
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [compiler, '-p', directory.path]).catch(({ stdout }) => expect.fail(stdout))
  const { stdout } = await run(process.execPath, [join(directory.path, 'tour.js')], { cwd: directory.path })
  for (const told of ["preferred_username: 'alice'", "email: 'alice@example.com'", "team: 'blue'"])
    expect(stdout).toContain(told)
  expect(stdout).toMatch(/\n500 200\n401\n/)
  expect(stdout).toContain("'getUserInfo 500'")
}, 120_000)

test('its binary serves the calls of the README', async () => {
  const { bin } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  const program = spawn(join(installed, bin['openaccount-mock']), ['--port', '0', '--host', '127.0.0.1'], {
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let address = ''
    for await (const line of createInterface({ input: program.stdout })) {
      address = /ready at (\S+)/.exec(line)?.[1] ?? ''
      if (address) break
    }
    const calls = (await blocksOf('sh')).filter((code) => code.startsWith('curl'))
    expect(calls.length).toBeGreaterThan(1)
    for (const call of calls.flatMap((code) => code.trim().split('\n'))) {
      const command = call.replaceAll('http://localhost:4010', address).replace('curl', "curl -s -w ' %{http_code}'")
      const { stdout } = await run('bash', ['-c', command])
      expect(stdout, call).toMatch(new RegExp(` ${/code=(\d+)/.exec(call)?.[1] ?? '(200|400)'}$`))
    }
  } finally {
    program.kill()
    await once(program, 'close')
  }
}, 120_000)
