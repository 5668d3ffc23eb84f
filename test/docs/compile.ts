import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/**
 * Compiles modules as strictly as the project itself, with the SDK from its source.
 * @param modules source text by the name of its place
 * @returns what is wrong, each message with the place it is about
 */
export function compile(modules: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const strict: ts.CompilerOptions = {
    ...options,
    noUnusedLocals: false,
    paths: { '@openaccount/client': [join(root, 'client/src/index.ts')] },
  }
  const places = [...modules.keys()]
  const texts = new Map(
    places.map((place, index) => [join(root, 'test/docs', `${index}.ts`), modules.get(place) ?? '']),
  )
  const host = ts.createCompilerHost(strict)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => texts.has(name) || fileExists(name)
  host.readFile = (name) => texts.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name)
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2024)
  }
  const program = ts.createProgram([...texts.keys()], strict, host)
  return [...texts.keys()].flatMap((name, index) => {
    const source = program.getSourceFile(name)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${places[index]}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
}
