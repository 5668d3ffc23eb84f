import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Errors of a file under the options the package is built with, plus what running from source needs. */
function errors(file: string): string[] {
  const path = fileURLToPath(new URL('../../client/tsconfig.json', import.meta.url))
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(new URL('.', import.meta.url)))
  const program = ts.createProgram([file], { ...options, rootDir: undefined, noEmit: true })
  return ts
    .getPreEmitDiagnostics(program)
    .map((found) => `${found.file?.fileName}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`)
}

test.each(['types.ts', 'oneaccess-types.ts'])(
  'wrong paths, parameters, bodies and codes are compile errors: %s',
  (file) => {
    expect(errors(fileURLToPath(new URL(file, import.meta.url)))).toEqual([])
  },
  120_000,
)
