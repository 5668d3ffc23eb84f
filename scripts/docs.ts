import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './command.ts'
import { buildSite } from './docs/site.ts'

const root = join(import.meta.dirname, '..')

const usage = `Usage: npm run docs -- [options]

Builds the docs site from generated/ and openapi/guides/.

  --out <folder>   where it goes (dist/docs); what is in there is replaced
  --help           show this text
`

/** How many files are written at a time: a container may open 1024. */
const openAtOnce = 64

async function main(): Promise<string> {
  const { values: options } = parseArgs({
    options: {
      out: { type: 'string', default: join(root, 'dist/docs') },
      help: { type: 'boolean', default: false },
    },
  })
  if (options.help) return usage.trimEnd()
  const begin = performance.now()
  const files = await buildSite(root)
  const out = resolve(options.out)
  let bytes = 0
  const write = async ([path, text]: [string, string]) => {
    const file = join(out, path)
    await mkdir(dirname(file), { recursive: true })
    // Written aside: a running server shows the old page or the new one, and never half of it.
    const draft = `${file}.${process.pid}`
    await writeFile(draft, text)
    await rename(draft, file)
    bytes += Buffer.byteLength(text)
  }
  // The entrance comes last: where it stands, all of it does.
  const [entrance, ...pages] = files
  for (let from = 0; from < pages.length; from += openAtOnce) {
    await Promise.all(pages.slice(from, from + openAtOnce).map(write))
  }
  if (entrance) await write(entrance)
  // Only what an earlier build has made is removed, and last: a wrong --out deletes nothing of others.
  for (const part of ['zh', 'en', 'assets', 'openapi']) {
    for (const name of await readdir(join(out, part), { recursive: true })) {
      const path = join(part, name)
      if (!files.has(path) && (await stat(join(out, path))).isFile()) await rm(join(out, path), { force: true })
    }
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  return `${files.size} files, ${Math.round(bytes / 1024)} kB, in ${relative(process.cwd(), out) || '.'} after ${seconds} s`
}

await runCommand(main)
