import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildSite } from '../../scripts/docs/site.ts'

const root = join(import.meta.dirname, '../..')

/** Makes the docs site where a server of this checkout looks for it. */
export async function makeDocsSite(): Promise<void> {
  for (const [path, text] of await buildSite(root)) {
    const file = join(root, 'dist/docs', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
