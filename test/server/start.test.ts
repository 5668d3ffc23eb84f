import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { freePort, run as runProgram } from '../support/process.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** What the docs are made from, and what makes them. */
const copied = ['client/src', 'generated', 'openapi', 'scripts', 'server', 'package.json']

/** The packages that it takes. */
const needed = ['@openaccount', 'markdown-it', 'minisearch', 'typescript', 'yaml']

const checkouts: { path: string; remove(): Promise<void> }[] = []
afterAll(() => Promise.all(checkouts.map(({ remove }) => remove())))

/** A checkout of its own, with the packages of this one. */
async function checkout(packages = needed): Promise<string> {
  const directory = await temporaryDirectory()
  checkouts.push(directory)
  const { path } = directory
  for (const name of copied) {
    await mkdir(join(path, dirname(name)), { recursive: true })
    await cp(join(root, name), join(path, name), { recursive: true })
  }
  await mkdir(join(path, 'node_modules'))
  for (const name of packages) await symlink(join(root, 'node_modules', name), join(path, 'node_modules', name))
  return path
}

const makeDocs = async (path: string) => (await run(process.execPath, [join(path, 'scripts/docs-at-start.ts')])).stdout

describe('the docs site', { timeout: 120_000 }, () => {
  test('is made by the first start, left alone by the second, and made anew when a source is another', async () => {
    const path = await checkout()
    const entrance = join(path, 'dist/docs/index.html')
    expect(await makeDocs(path)).toMatch(/^\d+ files, /)
    const { ino } = await stat(entrance)
    expect(await makeDocs(path)).toBe('')
    expect((await stat(entrance)).ino).toBe(ino)

    // The time of a file says nothing: one that is older than the site may have come with a checkout just now.
    const guide = join(path, 'openapi/guides/account/sign-in.en.md')
    await writeFile(guide, `${await readFile(guide, 'utf8')}\nA line of this test.\n`)
    await utimes(guide, 0, 0)
    expect(await makeDocs(path)).toMatch(/^\d+ files, /)
    expect(await readFile(join(path, 'dist/docs/en/guides/account/sign-in.html'), 'utf8')).toContain(
      'A line of this test.',
    )
  })

  test('is made anew where a build was cut off', async () => {
    const path = await checkout()
    await mkdir(join(path, 'dist/docs/en'), { recursive: true })
    await writeFile(join(path, 'dist/docs/en/index.html'), 'an old page')
    expect(await makeDocs(path)).toMatch(/^\d+ files, /)
    expect(await readFile(join(path, 'dist/docs/en/index.html'), 'utf8')).toContain('<html lang="en">')
  })

  test('is left out, with a word, where the development packages are not installed', async () => {
    const path = await checkout([])
    expect(await makeDocs(path)).toMatch(/^The docs site is not made: it needs the development packages/)
  })
})

/** A checkout's server as `npm start` runs it, asked once it is ready. */
async function withServer(path: string, work: (origin: string) => Promise<void>): Promise<void> {
  const { url, drop } = await createEmptyDatabase()
  const port = await freePort()
  const env = { PORT: String(port), DATABASE_URL: url, SECRET_KEY: randomBytes(32).toString('base64') }
  const server = runProgram(join(path, 'server/main.ts'), env, ['--docs'])
  try {
    await server.says('OpenAccount ready')
    await work(`http://localhost:${port}`)
  } finally {
    server.child.kill('SIGTERM')
    await server.ended()
    await drop()
  }
}

describe('the server of npm start', { timeout: 120_000 }, () => {
  test('has its docs for whoever asks once it is ready', async () => {
    const path = await checkout(await readdir(join(root, 'node_modules')))
    await withServer(path, async (origin) => {
      const page = await fetch(`${origin}/docs/en/index.html`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('<html lang="en">')
      expect((await fetch(`${origin}/openapi/account.yaml`)).status).toBe(200)
    })
  })

  test('is ready before they are made', async () => {
    const path = await checkout(await readdir(join(root, 'node_modules')))
    // Makes its page when it is told to.
    await writeFile(
      join(path, 'scripts/docs-at-start.ts'),
      `import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
       while (!existsSync(${JSON.stringify(join(path, 'go'))})) await new Promise((resolve) => setTimeout(resolve, 10))
       mkdirSync(${JSON.stringify(join(path, 'dist/docs'))}, { recursive: true })
       writeFileSync(${JSON.stringify(join(path, 'dist/docs/page.html'))}, 'made')`,
    )
    await withServer(path, async (origin) => {
      let answered = false
      const page = fetch(`${origin}/docs/page.html`).finally(() => {
        answered = true
      })
      // What needs no docs is answered meanwhile.
      expect((await fetch(`${origin}/openapi/account.json`)).status).toBe(200)
      expect(answered).toBe(false)
      await writeFile(join(path, 'go'), '')
      expect(await (await page).text()).toBe('made')
    })
  })
})

describe('what Node has compiled', () => {
  const status = async (path: string) => {
    const script = "console.log(process.getBuiltinModule('node:module').getCompileCacheDir() ?? 'none')"
    const args = ['--import', './scripts/compile-cache.mjs', '--eval', script]
    // Whoever runs this may have said where to keep it.
    const { NODE_COMPILE_CACHE: _, ...env } = process.env
    return (await run(process.execPath, args, { cwd: path, env })).stdout.trim()
  }

  test('is kept among the packages', async () => {
    const path = await checkout([])
    expect(await status(path)).toContain(join(path, 'node_modules/.cache/'))
  })

  test('is not kept where that cannot be written, and the start goes on', async () => {
    const path = await checkout([])
    // What stands in the way is in the way of root as well, whom no permission stops.
    await writeFile(join(path, 'node_modules/.cache'), '')
    expect(await status(path)).toBe('none')
  })
})
