import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Folders that the site is made from, the scripts that make it among them. */
const folders = ['generated', 'openapi', 'scripts', 'client/src']

/** Files beside them: tables of the server, the templates, and the versions of the packages. */
const files = ['server/domain/exports/states.ts', 'server/pages/html.ts', 'package.json']

/**
 * One value for everything that the site is made from. Times would not do: a checkout, an archive or an image has those of
 * whoever made it.
 */
export function fingerprint(root: string): string {
  const sum = createHash('sha256')
  for (const path of [...folders.flatMap((folder) => filesBelow(root, folder)), ...files]) {
    // The length keeps the end of one file and the name of the next apart.
    const content = readFileSync(join(root, path))
    sum.update(`${path}\0${content.length}\0`).update(content)
  }
  return sum.digest('hex')
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort()
}

/** What the site says of its sources, in the page that is written last. */
export function sourcesTag(root: string): string {
  return `<meta name="sources" content="sha256-${fingerprint(root)}">`
}

/** Whether the site in that folder is whole, and made from what is there now. */
export function isCurrent(root: string, site: string): boolean {
  const entrance = join(site, 'index.html')
  return existsSync(entrance) && readFileSync(entrance, 'utf8').includes(sourcesTag(root))
}
