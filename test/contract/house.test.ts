import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'

const root = join(import.meta.dirname, '../..')

const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }))

interface Found {
  readonly api: string
  readonly file: string
  readonly id: OperationId
  readonly lines: number
}

const handlers = (['account', 'oneaccess'] as const).flatMap((api) =>
  filesIn(`server/handlers/${api}`, '.ts').flatMap(({ name, text }) => {
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
    return source.statements.filter(ts.isVariableStatement).flatMap((statement): Found[] => {
      const [declaration] = statement.declarationList.declarations
      const [, id] = /^Handler<'(\w+)'>$/.exec(declaration?.type?.getText() ?? '') ?? []
      const lines = lineOf(statement.end) - lineOf(statement.getStart()) + 1
      return id === undefined ? [] : [{ api, file: name.replace('.ts', ''), id: id as OperationId, lines }]
    })
  }),
)

describe('a handler', () => {
  it('is found', () => {
    expect(handlers.length).toBeGreaterThan(25)
    expect(handlers.find(({ id }) => id === 'getUserDetails')?.lines).toBe(1)
    expect(handlers.find(({ id }) => id === 'updateUserDetails')?.lines).toBe(2)
  })

  it('stands in the file that is named as that of its operation in the contract', () => {
    const contract = ['account', 'oneaccess'].flatMap((api) =>
      filesIn(`openapi/paths/${api}`, '.yaml').flatMap(({ name, text }) =>
        [...text.matchAll(/^ {4}operationId: (\w+)$/gm)].map(([, id]) => [id, name.replace('.yaml', '')] as const),
      ),
    )
    const fileOf = new Map(contract)
    expect(handlers.filter(({ id, file }) => fileOf.get(id) !== file)).toEqual([])
  })

  it('of an API translates and calls a service, in 15 lines at most', () => {
    const ofPrograms = handlers.filter(({ id }) => !['html', 'login'].includes(operations[id].errorFormat))
    expect(ofPrograms.filter(({ lines }) => lines > 15)).toEqual([])
  })
})

describe('a file', () => {
  /** Lists whose length says nothing: one text a place. */
  const lists = ['server/pages/text/en.ts', 'server/pages/text/zh.ts']

  it('is read in a sitting', () => {
    const files = ['server', 'client/src', 'mocks/src', 'embedded-postgres/src', 'scripts', 'bench'].flatMap((folder) =>
      filesIn(folder, '.ts').map(({ name, text }) => ({ path: `${folder}/${name}`, lines: text.split('\n').length })),
    )
    expect(files.length).toBeGreaterThan(400)
    const long = files.filter(
      ({ path, lines }) => lines > 300 && !path.includes('/generated/') && !lists.includes(path),
    )
    expect(long).toEqual([])
  })
})

describe('a transaction', () => {
  /** Its end is its own, or it changes nothing that others wait for. */
  const own = ['db/transact.ts', 'domain/account-centre/own-data.ts']

  it('is run again after a deadlock', () => {
    const raw = filesIn('server', '.ts').filter(({ text }) => /\.transaction\(\)/.test(text))
    expect(raw.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([])
  })
})
