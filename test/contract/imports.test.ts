import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Import {
  readonly from: string
  /** A path below the root, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const note = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const { text } = specifier
    const to = text.startsWith('.') ? relative(root, resolve(root, dirname(file), text)) : text
    found.push({ from: file, to, typeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node))
      note(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function imports(folder: string): Import[] {
  return sources(folder).flatMap(importsOf)
}

const within = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
const show = ({ from, to }: Import) => `${from} → ${to}`
const http = (to: string) => /^(express|express-openapi-validator|cors|helmet|@types\/express)(\/|$)/.test(to)

describe('imports run one way', () => {
  it('finds imports at all', () => {
    expect(imports('server').length).toBeGreaterThan(100)
    expect(imports('server').some(({ typeOnly }) => typeOnly)).toBe(true)
  })

  it('contract sees generated, auth, errors, and types of views and services', () => {
    const wrong = imports('server/contract').filter(({ to, typeOnly }) => {
      if (!within(to, 'server', 'client', 'mocks', 'scripts', 'test')) return false
      if (within(to, 'server/contract', 'server/auth', 'server/errors')) return false
      return !(typeOnly && within(to, 'server/pages/views/html.ts', 'server/deps.ts'))
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('auth and errors see generated, each other, and the type of a page', () => {
    const wrong = [...imports('server/auth'), ...imports('server/errors')].filter(({ to, typeOnly }) => {
      if (!within(to, 'server') || within(to, 'server/auth', 'server/errors', 'server/contract/validate')) return false
      return !(typeOnly && to === 'server/pages/views/html.ts')
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('handlers go to the database through the domain', () => {
    const wrong = imports('server/handlers').filter(({ to }) => within(to, 'server/db') || http(to))
    expect(wrong.map(show)).toEqual([])
  })

  it('domain knows neither HTTP nor the contract nor who calls it', () => {
    const wrong = imports('server/domain').filter(
      ({ to }) =>
        http(to) || within(to, 'server/contract', 'server/handlers', 'server/pages', 'server/app.ts', 'generated'),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('sign-on is what protocols share, and knows none of them', () => {
    const below = ['domain', 'db', 'crypto', 'config', 'sign-on'].map((name) => `server/${name}`)
    const wrong = imports('server/sign-on').filter(
      ({ to }) => http(to) || within(to, 'generated') || (within(to, 'server') && !within(to, ...below)),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('oidc is called by the composition and calls neither handlers nor another protocol', () => {
    const above = ['handlers', 'federation', 'direct', 'jobs', 'seed', 'app.ts', 'deps.ts', 'services.ts']
    const wrong = imports('server/oidc').filter(({ to }) => within(to, ...above.map((name) => `server/${name}`)))
    expect(wrong.map(show)).toEqual([])
  })

  it('db knows nothing above it', () => {
    const above = [
      'contract',
      'handlers',
      'domain',
      'pages',
      'oidc',
      'sign-on',
      'errors',
      'auth',
      'jobs',
      'app.ts',
      'deps.ts',
    ].map((name) => `server/${name}`)
    const wrong = imports('server/db').filter(({ to }) => http(to) || within(to, 'generated', ...above))
    expect(wrong.map(show)).toEqual([])
  })

  it('only contract, errors and the composition know the HTTP framework', () => {
    const wrong = imports('server').filter(
      ({ from, to }) =>
        http(to) &&
        !within(
          from,
          'server/contract',
          'server/errors',
          'server/pages',
          'server/operational.ts',
          'server/log/metrics.ts',
          'server/oidc',
          'server/app.ts',
          'server/main.ts',
        ),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('client and mocks import nothing from the server', () => {
    const wrong = [...imports('client/src'), ...imports('mocks')].filter(({ to }) => within(to, 'server'))
    expect(wrong.map(show)).toEqual([])
  })
})
