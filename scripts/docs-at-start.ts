import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isCurrent } from './docs/sources.ts'

const root = join(import.meta.dirname, '..')
const site = join(root, 'dist/docs')

/** Makes the docs site, unless it stands already or cannot be made here. */
async function makeDocs(): Promise<void> {
  if (isCurrent(root, site)) return
  if (!existsSync(join(root, 'node_modules/markdown-it'))) {
    return console.log('The docs site is not made: it needs the development packages (npm ci, then npm run docs).')
  }
  if (!mayWrite(dirname(site))) return console.log('The docs site is not made: this checkout cannot be written.')
  await import('./docs.ts')
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

await makeDocs()
