import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { apis } from './generate/apis.ts'
import { bundleDocument, lintDocuments } from './generate/bundle.ts'
import { checkBundles } from './generate/check.ts'
import { clientMethodsModule } from './generate/client-methods.ts'
import { clientOperationsModule } from './generate/client-operations.ts'
import type { ContractDocument } from './generate/document.ts'
import { errorCodesModule } from './generate/error-codes.ts'
import { inlineExamples } from './generate/inline-examples.ts'
import { operationsModule } from './generate/operations.ts'
import { returnCodesModule } from './generate/return-codes.ts'
import { clientView, serverView } from './generate/views.ts'

const root = join(import.meta.dirname, '..')

/** Everything the contract yields: paths below the project's root, and their texts. */
async function generateFiles(): Promise<Map<string, string>> {
  await lintDocuments(root)
  const scratch = await mkdtemp(join(tmpdir(), 'openaccount-generate-'))
  try {
    const documents = new Map<string, ContractDocument>()
    for (const api of apis) {
      const bundle = await bundleDocument(root, api, join(scratch, `${api}.json`))
      documents.set(api, inlineExamples(bundle))
    }
    checkBundles(documents)
    const files = new Map<string, string>()
    for (const [api, document] of documents) {
      files.set(`generated/${api}.json`, `${JSON.stringify(document, null, 2)}\n`)
      files.set(`generated/${api}.ts`, await serverView(document))
      files.set(`client/src/generated/${api}.ts`, await clientView(document))
      files.set(`client/src/generated/${api}-operations.ts`, clientOperationsModule(document))
      files.set(`client/src/generated/${api}-methods.ts`, clientMethodsModule(api, document))
    }
    files.set('generated/operations.ts', operationsModule(documents))
    const returnCodes = returnCodesModule(documents)
    files.set('generated/return-codes.ts', returnCodes)
    files.set('client/src/generated/return-codes.ts', returnCodes)
    const errorCodes = errorCodesModule(documents)
    files.set('generated/error-codes.ts', errorCodes)
    files.set('client/src/generated/error-codes.ts', errorCodes)
    return files
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function main(): Promise<number> {
  const checkOnly = process.argv.includes('--check')
  const stale: string[] = []
  for (const [path, text] of await generateFiles()) {
    const file = join(root, path)
    if ((await readIfThere(file)) === text) continue
    stale.push(path)
    if (checkOnly) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  if (checkOnly && stale.length > 0) {
    console.error(`Not what the contract yields: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`)
    return 1
  }
  console.log(stale.length === 0 ? 'Generated files are up to date.' : `Written: ${stale.join(', ')}`)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
