import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type Stranger, strangersProgram, strangersResult, strangerWithSdk } from '../support/stranger.ts'

const run = promisify(execFile)
const programs = join(import.meta.dirname, 'node_modules')

/** A module of a program that the project does not depend on: the compiler finds no types of it. */
const foreign = (name: string) => import(name)

let stranger: Stranger
let server: TestServer

beforeAll(async () => {
  ;[stranger, server] = await Promise.all([strangerWithSdk(), startTestServer()])
  const { project } = stranger
  await writeFile(join(project, 'program.mjs'), strangersProgram)
  const main = `program(process.argv[2]).then((result) => console.log(JSON.stringify(result)))\n`
  await writeFile(join(project, 'main.mjs'), `import { program } from './program.mjs'\n${main}`)
  const required = strangersProgram
    .replace(/import (\{.*\}) from '(.*)'/, "const $1 = require('$2')")
    .replace('export async', 'async')
  await writeFile(join(project, 'main.cjs'), required + main)
})
afterAll(async () => {
  await Promise.all([stranger.remove(), server.close()])
})

describe('the packed SDK', () => {
  test('has nothing that publint would mend', async () => {
    const { buffer, byteOffset, byteLength } = await readFile(stranger.tarball)
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
    const { publint } = await foreign('publint')
    const { formatMessage } = await foreign('publint/utils')
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
    expect(messages.map((message: unknown) => formatMessage(message, pkg))).toEqual([])
  })

  test('has types that are right under every kind of resolution', async () => {
    const { checkPackage, createPackageFromTarballData } = await foreign('@arethetypeswrong/core')
    const found = await checkPackage(createPackageFromTarballData(await readFile(stranger.tarball)))
    expect(found).toMatchObject({ types: { kind: 'included' }, problems: [] })
  })
})

describe('the installed SDK', () => {
  const nodes = [
    ['20', join(programs, 'node-20/bin/node')],
    ['22', join(programs, 'node-22/bin/node')],
    ['24', process.execPath],
  ] as const

  test.each(nodes.flatMap(([version, node]) => ['main.mjs', 'main.cjs'].map((file) => ({ version, node, file }))))(
    'runs in Node $version as $file',
    async ({ version, node, file }) => {
      const { stdout: own } = await run(node, ['--version'])
      expect(own).toMatch(`v${version}.`)
      const { stdout } = await run(node, [file, server.issuer], { cwd: stranger.project })
      expect(JSON.parse(stdout)).toEqual(strangersResult)
    },
  )

  test('runs in Deno, and its types are right there', async () => {
    const deno = join(programs, '@deno/linux-x64-glibc/deno')
    const env = { ...process.env, DENO_DIR: join(stranger.project, '.deno'), DENO_NO_UPDATE_CHECK: '1' }
    const options = { cwd: stranger.project, env }
    const { stdout } = await run(deno, ['run', '--allow-net', '--allow-read', 'main.mjs', server.issuer], options)
    expect(JSON.parse(stdout)).toEqual(strangersResult)
    const typed = `import { createAccountClient } from '@openaccount/client'
export const name: Promise<string> = createAccountClient({ baseUrl: 'http://localhost' }).system.getLoginPublicKey()
`
    await writeFile(join(stranger.project, 'typed.ts'), typed)
    await run(deno, ['check', 'typed.ts'], options)
    await writeFile(join(stranger.project, 'wrong.ts'), typed.replace('Promise<string>', 'Promise<number>'))
    await expect(run(deno, ['check', 'wrong.ts'], options)).rejects.toThrow('not assignable')
  })

  test('runs in workerd', async () => {
    const { project } = stranger
    const contents = `import { program } from './program.mjs'
export default { fetch: async (request) => Response.json(await program(new URL(request.url).searchParams.get('server'))) }`
    const outfile = join(project, 'worker.mjs')
    const stdin = { contents, resolveDir: project }
    await build({ stdin, bundle: true, format: 'esm', platform: 'browser', conditions: ['workerd'], outfile })
    await writeFile(join(project, 'config.capnp'), workerdConfig)
    const workerd = spawn(
      join(programs, '@cloudflare/workerd-linux-64/bin/workerd'),
      ['serve', '--control-fd=3', 'config.capnp'],
      { cwd: project, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
    )
    try {
      const [line] = (await once(workerd.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer]
      const { port } = JSON.parse(line.toString().split('\n')[0] ?? '') as { port: number }
      const answer = await fetch(`http://127.0.0.1:${port}/?server=${encodeURIComponent(server.issuer)}`)
      expect(await answer.json()).toEqual(strangersResult)
    } finally {
      workerd.kill()
      await once(workerd, 'close')
    }
  })
})

/** One worker on a free port, which may call this machine. */
const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`
