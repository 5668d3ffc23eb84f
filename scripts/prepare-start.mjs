// Runs before a start, on whatever Node there is: plain JavaScript without an import that an old one lacks.
import { existsSync } from 'node:fs'
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
