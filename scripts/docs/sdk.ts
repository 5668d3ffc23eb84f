import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'
import { partOf, type SdkPart } from './sdk-parts.ts'

/** A doc comment: its text, and its tags in their order. */
export interface Comment {
  text: string
  tags: { name: string; subject: string; text: string }[]
}

/** One member of an interface or class. */
export interface Member extends Comment {
  signature: string
}

/** One exported name of the SDK, as its doc comment and its declaration have it. */
export interface SdkExport extends Comment {
  name: string
  kind: 'function' | 'class' | 'type'
  /** The subject under which it is shown. */
  part: SdkPart
  signature: string
  members: Member[]
}

type Declaration =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableStatement

/** Made from the contract; the reference of the operations shows what is in it. */
const GENERATED = '/generated/'

/**
 * Reads what `client/src/index.ts` exports, with the compiler's parser alone. Types made from the contract or of another
 * package are left out.
 * @returns the exports, by name
 * @throws Error that names an export whose declaration cannot be found
 */
export function readSdk(root: string): SdkExport[] {
  const sources = new Map<string, ts.SourceFile>()
  const index = parse(`${root}/client/src/index.ts`, sources)
  const found = index.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const file = target(statement, index.fileName)
    if (
      isForeign(statement) ||
      file?.includes(GENERATED) ||
      !statement.exportClause ||
      !ts.isNamedExports(statement.exportClause)
    )
      return []
    return statement.exportClause.elements.map(({ name, propertyName }) => {
      const declaration = file && find((propertyName ?? name).text, file, sources)
      if (!file || !declaration) throw new Error(`client/src/index.ts: no declaration of ${name.text} was found.`)
      return { ...describe(name.text, declaration), part: partOf(relative(`${root}/client/src`, file)) }
    })
  })
  return found.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

/** A module, parsed once however many names it exports. */
function parse(file: string, sources: Map<string, ts.SourceFile>): ts.SourceFile {
  const source =
    sources.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  sources.set(file, source)
  return source
}

/** Whether a package that we use has its own documentation of what is exported. */
function isForeign({ moduleSpecifier }: ts.ExportDeclaration): boolean {
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) && !moduleSpecifier.text.startsWith('.')
}

function target({ moduleSpecifier }: ts.ExportDeclaration, from: string): string | undefined {
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
  const file = resolve(dirname(from), moduleSpecifier.text)
  return existsSync(file) ? file : undefined
}

/** The declaration of a name in a module, or where that module has it from. */
function find(name: string, file: string, sources: Map<string, ts.SourceFile>): Declaration | undefined {
  const source = parse(file, sources)
  for (const statement of source.statements) {
    if (isNamed(statement) && statement.name?.text === name) return statement
    if (ts.isVariableStatement(statement)) {
      if (statement.declarationList.declarations.some((entry) => entry.name.getText() === name)) return statement
    }
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      const element = statement.exportClause.elements.find((entry) => entry.name.text === name)
      const next = element && target(statement, file)
      if (next) return find((element.propertyName ?? element.name).text, next, sources)
    }
  }
  return undefined
}

function isNamed(node: ts.Statement): node is Exclude<Declaration, ts.VariableStatement> {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
}

function describe(name: string, node: Declaration): Omit<SdkExport, 'part'> {
  const comment = commentOf(node)
  if (ts.isFunctionDeclaration(node)) return { name, kind: 'function', ...comment, signature: head(node), members: [] }
  if (ts.isVariableStatement(node)) {
    const declared = node.declarationList.declarations.find((entry) => entry.name.getText() === name)
    const signature = `const ${name}${declared?.type ? `: ${declared.type.getText()}` : ''}`
    return { name, kind: 'function', ...comment, signature, members: [] }
  }
  if (ts.isTypeAliasDeclaration(node)) return { name, kind: 'type', ...comment, signature: bare(node), members: [] }
  const heritage = (node.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join('')
  const parameters = (node.typeParameters ?? []).map((parameter) => parameter.getText()).join(', ')
  const kind = ts.isClassDeclaration(node) ? 'class' : 'type'
  const keyword = kind === 'class' ? 'class' : 'interface'
  const members = [...node.members]
    .filter(isPublic)
    .map((member) => ({ ...commentOf(member), signature: head(member) }))
  const signature = `${keyword} ${name}${parameters && `<${parameters}>`}${heritage.replaceAll(/\s+/g, ' ')}`
  return { name, kind, ...comment, signature, members }
}

function isPublic(member: ts.ClassElement | ts.TypeElement): boolean {
  if (member.name && ts.isPrivateIdentifier(member.name)) return false
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected
  return (ts.getCombinedModifierFlags(member) & hidden) === 0
}

/** A declaration without comment, body and the words that only matter inside the module. */
function head(node: ts.FunctionDeclaration | ts.ClassElement | ts.TypeElement): string {
  const { body } = node as { body?: ts.Node }
  const begin = node.getStart()
  let text = body ? node.getText().slice(0, body.getStart() - begin) : node.getText()
  if (ts.isFunctionDeclaration(node)) {
    // A destructured parameter is shown as one argument.
    for (const { name } of [...node.parameters].reverse()) {
      if (ts.isIdentifier(name)) continue
      text = `${text.slice(0, name.getStart() - begin)}options${text.slice(name.getEnd() - begin)}`
    }
  }
  const signature = text.trim().replace(/^(export |async |override )+/, '')
  return ts.isFunctionDeclaration(node) ? signature : signature.replaceAll('\n  ', '\n')
}

function bare(node: ts.Node): string {
  return node.getText().replace(/^export /, '')
}

function commentOf(node: ts.Node): Comment {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)
  const tags = (docs?.tags ?? []).map((tag) => ({
    name: tag.tagName.text,
    subject: subjectOf(tag),
    text: ts.getTextOfJSDocComment(tag.comment) ?? '',
  }))
  return { text: ts.getTextOfJSDocComment(docs?.comment) ?? '', tags }
}

function subjectOf(tag: ts.JSDocTag): string {
  if (ts.isJSDocParameterTag(tag)) return tag.name.getText()
  return ts.isJSDocThrowsTag(tag) ? (tag.typeExpression?.type.getText() ?? '') : ''
}
