import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { pages, plain } from './site.ts'

const root = join(import.meta.dirname, '../..')

/** The SDK samples of the reference as modules that could stand in this project, by file name. */
function sampleModules(): Map<string, string> {
  const modules = new Map<string, string>()
  for (const [path, markup] of pages) {
    if (!path.startsWith('en/reference/')) continue
    for (const [, sample = ''] of markup.matchAll(/<code>(import \{ createAccountClient[\s\S]*?)<\/code>/g)) {
      const name = join(root, 'test/docs', `sample-${modules.size}.ts`)
      modules.set(name, `${plain(sample)}\nexport {}\ndeclare const accessToken: string\n`)
    }
  }
  return modules
}

test('every SDK sample of the reference compiles against the SDK', () => {
  const modules = sampleModules()
  expect(modules.size).toBeGreaterThan(10)
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const strict = { ...options, noUnusedLocals: false }
  const host = ts.createCompilerHost(strict)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => modules.has(name) || fileExists(name)
  host.readFile = (name) => modules.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...rest) => {
    const text = modules.get(name)
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2024)
  }
  const program = ts.createProgram([...modules.keys()], strict, host)
  const problems = [...modules.keys()].flatMap((name) => {
    const source = program.getSourceFile(name)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${ts.flattenDiagnosticMessageText(messageText, ' ')}\n${modules.get(name)}`,
    )
  })
  expect(problems).toEqual([])
}, 60_000)
