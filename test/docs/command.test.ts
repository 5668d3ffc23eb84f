import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const script = join(import.meta.dirname, '../../scripts/docs.ts')

test('the command builds into --out, leaves strange files alone and says what it did', async () => {
  const out = await mkdtemp(join(tmpdir(), 'openaccount-docs-'))
  try {
    await writeFile(join(out, 'mine.txt'), 'kept')
    const begin = performance.now()
    const { stdout } = await run(process.execPath, [script, '--out', out])
    console.log(`docs: ${Math.round(performance.now() - begin)} ms in all; ${stdout.trim()}`)
    expect(stdout).toMatch(/^\d+ files, \d+ kB, .* after [\d.]+ s\n$/)
    const own = ['assets', 'calls.json', 'en', 'index.html', 'llms.txt', 'openapi', 'zh']
    expect((await readdir(out)).sort()).toEqual([...own, 'mine.txt'].sort())
    expect(await readFile(join(out, 'zh/index.html'), 'utf8')).toContain('<html lang="zh-CN">')
  } finally {
    await rm(out, { recursive: true })
  }
})

test('--help explains the options, an unknown one is refused', async () => {
  const { stdout } = await run(process.execPath, [script, '--help'])
  expect(stdout).toContain('--out')
  await expect(run(process.execPath, [script, '--outt'])).rejects.toMatchObject({ code: 1 })
})
