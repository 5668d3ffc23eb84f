import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('the example of the README runs, and ends by itself', { timeout: 120_000 }, async () => {
  const readme = await readFile(join(root, 'embedded-postgres/README.md'), 'utf8')
  const example = /^```ts\n(.*?)^```$/ms.exec(readme)?.[1] ?? ''
  const directory = await temporaryDirectory()
  try {
    await symlink(join(root, 'node_modules'), join(directory.path, 'node_modules'))
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', example], {
      cwd: directory.path,
    })
    expect(stdout).toContain('PostgreSQL 18')
  } finally {
    await directory.remove()
  }
})
