import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every folder with sources of ours. */
const folders = ['server', 'client/src', 'mocks/src', 'embedded-postgres/src', 'scripts', 'bench', 'test']

/** Folders whose parts, the files and folders right inside, import each other one way only: all that have folders inside. */
const layered = ['server', 'mocks/src', 'embedded-postgres/src', 'scripts'].flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name))),
])

/** What each part may import of the rest of the project. Behind `type`: types only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'server/config': ['server/crypto/secret-key.ts'],
  'server/log': [],
  'server/crypto': [],
  'server/db': ['server/crypto', 'server/config', 'type server/log'],
  'server/domain': ['server/db', 'server/crypto', 'type server/log'],
  'server/pages': ['type generated'],
  'server/contract': ['generated'],
  'server/errors': ['generated', 'server/contract', 'server/domain/failure.ts', 'server/log'],
  'server/auth': ['server/domain', 'server/db', 'server/crypto', 'server/contract'],
  'server/sign-on': ['server/domain', 'server/db', 'server/crypto', 'server/config'],
  'server/federation': ['server/domain', 'server/db', 'server/crypto', 'server/sign-on', 'type server/log'],
  'server/oidc': [
    'generated',
    'server/domain',
    'server/db',
    'server/crypto',
    'server/config',
    'server/sign-on',
    'server/pages',
    'server/contract',
    'server/auth',
    'type server/log',
  ],
  'server/direct': [
    'type generated',
    'server/domain',
    'server/db',
    'server/crypto',
    'server/sign-on',
    'server/pages',
    'server/contract',
    'type server/auth',
    // The functions that configure the engine too, and nothing else of it.
    'server/oidc/faces',
    'server/oidc/grants/existing.ts',
    'server/oidc/rotation.ts',
  ],
  'server/handlers': [
    'server/domain',
    'server/sign-on',
    'server/federation',
    'server/pages',
    'server/contract',
    'server/errors',
    'type generated',
    'type server/auth',
    'type server/services.ts',
  ],
  'server/connectors': ['server/domain', 'type server/config', 'type server/log'],
  'server/jobs': ['server/domain', 'server/db', 'type server/sign-on', 'type server/log'],
  'server/tracing': ['generated', 'type server/config', 'type server/log'],
  'server/seed': ['server/domain', 'server/db', 'server/crypto'],
  'client/src': [],
  'mocks/src': ['generated'],
  'embedded-postgres/src': [],
  scripts: [
    'generated',
    'embedded-postgres',
    'server/config',
    'server/log',
    'server/crypto',
    'server/db',
    'server/domain',
    'server/seed',
    'server/events.ts',
    'server/logout-post.ts',
    // What a command leaves for the servers to do.
    'server/jobs/queue.ts',
    // The docs are made with the same templates as the pages.
    'server/pages/html.ts',
  ],
}

/** Who may know Express. */
const knowsHttp = [
  'server/direct/door.ts',
  'server/contract',
  'server/errors',
  'server/oidc',
  'server/pages/security-headers.ts',
  'server/pages/short-cookies.ts',
  'server/log/metrics.ts',
]

interface Import {
  readonly from: string
  /** A path below the root, or the name of a package that is not ours. */
  readonly to: string
  readonly typeOnly: boolean
}

const imports = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  // What `npm run test:peers` installs and generates is not ours.
  .filter((name) => name.endsWith('.ts') && !/^test\/peers\/(node_modules|dist)\//.test(name))
  .flatMap(importsOf)

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const note = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const { text } = specifier
    const to = text.startsWith('.')
      ? relative(root, resolve(root, dirname(file), text))
      : text.replace('@openaccount/', '')
    found.push({ from: file, to, typeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node))
      note(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const isOurs = (path: string) => ['generated', 'embedded-postgres', ...folders].some((folder) => within(path, folder))
const show = ({ from, to, typeOnly }: Import) => `${from} → ${to}${typeOnly ? ' (type)' : ''}`

/** The part of a folder that a path belongs to: the file or the folder right inside. */
function partOf(folder: string, path: string): string {
  return path.split('/', folder.split('/').length + 1).join('/')
}

/** At least one circle of each group of nodes that reach each other, written as a way. */
function circlesOf(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const graph = Map.groupBy(edges, ([from]) => from)
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (node: string, way: readonly string[]) => {
    if (way.includes(node)) circles.push([...way.slice(way.indexOf(node)), node].join(' → '))
    else if (!done.has(node)) {
      for (const next of new Set(graph.get(node)?.map(([, to]) => to))) walk(next, [...way, node])
      done.add(node)
    }
  }
  for (const node of graph.keys()) walk(node, [])
  return circles
}

describe('imports', () => {
  it('are found, of values and of types', () => {
    expect(imports.length).toBeGreaterThan(1000)
    expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true)
    for (const folder of folders) expect(imports.some(({ from }) => within(from, folder))).toBe(true)
  })

  it('make no circle of files, be it of types', () => {
    expect(circlesOf([...['ab', 'bc', 'ca', 'cd', 'dd'].map(([from = '', to = '']) => [from, to] as const)])).toEqual([
      'a → b → c → a',
      'd → d',
    ])
    expect(circlesOf(imports.map(({ from, to }) => [from, to]))).toEqual([])
  })

  it.each(layered)('make no circle of the parts of %s', (folder) => {
    const inside = imports.filter(({ from, to }) => within(from, folder) && within(to, folder))
    const edges = inside.map(({ from, to }) => [partOf(folder, from), partOf(folder, to)] as const)
    expect(circlesOf(edges.filter(([from, to]) => from !== to))).toEqual([])
  })

  it.each(Object.entries(mayImport))('of %s go only where they may', (part, allowed) => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!within(from, part) || within(to, part) || !isOurs(to)) return false
      return !allowed.some((entry) => within(to, entry) || (typeOnly && within(to, entry.replace('type ', ''))))
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('of every folder have a rule', () => {
    const inServer = readdirSync(join(root, 'server'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `server/${name}`)
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...inServer, ...folders.slice(1, 5)]))
  })

  it('of the HTTP framework stand only where HTTP is spoken, and in the composition', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^(express|express-openapi-validator|cors|helmet)$/.test(to) &&
        /^server\/.*\//.test(from) &&
        !knowsHttp.some((part) => within(from, part)),
    )
    expect(wrong.map(show)).toEqual([])
  })
})
