import { readdir, readFile } from 'node:fs/promises'
import { toYaml } from './yaml.ts'

/** Where the documents themselves stand, below the root of the site; a server shows them at `/openapi` too. */
export const DOWNLOADS = 'openapi'

/** The documents as programs read them: each contract as JSON and as YAML, and the journeys, which refer to them. */
export async function downloads(root: string, apis: readonly string[]): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const api of apis) {
    const text = await readFile(`${root}/generated/${api}.json`, 'utf8')
    files.set(`${DOWNLOADS}/${api}.json`, text)
    files.set(`${DOWNLOADS}/${api}.yaml`, toYaml(JSON.parse(text)).trimStart())
  }
  const folder = `${root}/openapi/workflows`
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.arazzo.yaml')).sort()) {
    files.set(`${DOWNLOADS}/workflows/${name}`, await readFile(`${folder}/${name}`, 'utf8'))
  }
  return files
}
