import { mkdir, rm, writeFile } from 'node:fs/promises'
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
  // Only what an earlier build has made is removed: a wrong --out deletes nothing of others.
  for (const part of ['zh', 'en', 'assets']) await rm(join(out, part), { recursive: true, force: true })
  let bytes = 0
  for (const [path, text] of files) {
    const file = join(out, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    bytes += Buffer.byteLength(text)
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  return `${files.size} files, ${Math.round(bytes / 1024)} kB, in ${relative(process.cwd(), out) || '.'} after ${seconds} s`
}

await runCommand(main)
