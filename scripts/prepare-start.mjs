// Runs before a start, on whatever Node there is: plain JavaScript without an import that an old one lacks.
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major] = process.versions.node.split('.')

/** Whatever stops a start is said in one line. */
function stop(message) {
  console.error(message)
  process.exit(1)
}

if (Number(major) < 24) {
  stop(
    existsSync(join(root, 'node_modules/node'))
      ? `OpenAccount needs Node 24, and this is ${process.versions.node}: the Node among its packages is not complete (npm ci --ignore-scripts?); run: npm rebuild`
      : `OpenAccount needs Node 24, and this is ${process.versions.node}: run npm ci, which brings it`,
  )
}

if (process.argv.includes('--docs')) await makeDocs()

/** The docs site, unless it stands already or cannot be made here; the server starts without it as well. */
async function makeDocs() {
  const site = join(root, 'dist/docs')
  const { isCurrent } = await import('./docs/sources.ts')
  if (isCurrent(root, site)) return
  if (!existsSync(join(root, 'node_modules/markdown-it'))) {
    return console.log('The docs site is not made: it needs the development packages (npm ci, then npm run docs).')
  }
  if (!mayWrite(join(root, 'dist'))) return console.log('The docs site is not made: this checkout cannot be written.')
  process.argv.splice(2)
  await import('./docs.ts')
}

function mayWrite(folder) {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}
