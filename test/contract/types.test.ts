import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

const head = `
import type { Context, Handler, HandlersOf, Reply } from '../../server/handlers/types.ts'
import { html } from '../../server/pages/html.ts'
declare const handlers: HandlersOf<'account'>
declare const oneAccess: HandlersOf<'oneaccess'>
`

/** What must compile, and what must not, each with a part of the compiler's words. */
const snippets: Record<string, { code: string; error?: RegExp }> = {
  complete: { code: `export const map = { ...handlers } satisfies HandlersOf<'account'>` },
  missing: {
    code: `const { getUserInfo: _, ...rest } = handlers; export const map = rest satisfies HandlersOf<'account'>`,
    error: /Property 'getUserInfo' is missing/,
  },
  extra: {
    code: `export const map = { ...handlers, getNothing: () => 1 } satisfies HandlersOf<'account'>`,
    error: /'getNothing' does not exist/,
  },
  engine: {
    code: `export const map = { ...handlers, issueToken: () => 1 } satisfies HandlersOf<'account'>`,
    error: /'issueToken' does not exist/,
  },
  files: { code: `export const h = (c: Context<'uploadProfileImage'>): Buffer | undefined => c.files[0]?.content` },
  noFiles: { code: `export const h = (c: Context<'getUserBasic'>): undefined => c.files` },
  paging: { code: `export const h = (c: Context<'listUserGuids'>): number => c.query.pageSize` },
  unknownOperation: { code: `export type H = Handler<'getNothing'>`, error: /does not satisfy the constraint/ },
  status: {
    code: `export const h: Handler<'showUserCenter'> = () => ({ status: 418, body: html\`\` })`,
    error: /418/,
  },
  failure: {
    code: `export const h: Handler<'getLoginPublicKey'> = () => ({ status: 400, body: { status: 1, message: '', error: '', data: null } })`,
    error: /400/,
  },
  defaultStatus: {
    code: `export const h: Handler<'showUserCenter'> = () => ({ status: 'default', body: html\`\` })`,
    error: /not assignable/,
  },
  body: {
    code: `export const h: Handler<'getUserInfo'> = () => ({ status: 200, body: { sub: 1 } })`,
    error: /'number' is not assignable to type 'string'/,
  },
  markup: {
    code: `export const h: Handler<'showUserCenter'> = () => ({ status: 200, body: '<p>text</p>' })`,
    error: /'string' is not assignable to type 'Html'/,
  },
  bodyMissing: { code: `export const h: Handler<'getUserInfo'> = () => ({ status: 200 })`, error: /'body' is missing/ },
  header: { code: `export const h: Handler<'showUserCenter'> = () => ({ status: 303 })`, error: /headers/ },
  headerName: {
    code: `export const h: Handler<'showUserCenter'> = () => ({ status: 303, headers: { Locatoin: '/' } })`,
    error: /Property 'Location' is missing/,
  },
  headerGiven: {
    code: `export const h: Handler<'showUserCenter'> = () => ({ status: 303, headers: { Location: '/' } })`,
  },
  query: {
    code: `export const h = (c: Context<'checkUserSession'>): string => c.query.returnURL`,
    error: /Property 'returnURL' does not exist/,
  },
  queryOfNone: {
    code: `export const h = (c: Context<'getUserInfo'>): unknown => c.query.anything`,
    error: /Property 'anything' does not exist/,
  },
  queryGiven: { code: `export const h = (c: Context<'checkUserSession'>): string => c.query.returnUrl` },
  parameter: {
    code: `export const h = (c: Context<'getUserInfo'>): unknown => c.params.id`,
    error: /Property 'id' does not exist/,
  },
  field: {
    code: `export const h = (c: Context<'submitLoginForm'>): unknown => c.body.usrname`,
    error: /Property 'usrname' does not exist/,
  },
  noBody: { code: `export const h = (c: Context<'showUserCenter'>): undefined => c.body` },
  callerOfPublic: {
    code: `export const h = (c: Context<'showUserCenter'>): string => c.caller.clientId`,
    error:
      /possibly 'undefined'|Property 'clientId' does not exist on type 'never'|is 'undefined'|does not exist on type 'undefined'/,
  },
  user: { code: `export const h = (c: Context<'getUserInfo'>): string => c.caller.userId` },
  client: { code: `export const h = (c: Context<'createUsers'>): 'client' => c.caller.kind` },
  clientIsNoUser: {
    code: `export const h = (c: Context<'createUsers'>): string => c.caller.userId`,
    error: /Property 'userId' does not exist on type 'ClientCaller'/,
  },
  loginStatus: {
    code: `export const h: Handler<'submitUserLogin'> = () => ({ status: 200, body: { status: 4, msg: '' } })`,
    error: /not assignable/,
  },
  replyBody: {
    code: `export const t: string = (null as unknown as Extract<Reply<'getLoginPublicKey'>, { status: 200 }>).body`,
  },
  nullProperty: {
    code: `export const b: Extract<Reply<'listUserGuids'>, { status: 200 }>['body'] = { status: 0, message: '', data: [], totalNum: 0, pageSize: 1, pageNum: 1 }`,
    error: /Property 'error' is missing/,
  },
}

/** Of the second document, and of both together. */
const oneAccessSnippets: typeof snippets = {
  oneAccessComplete: { code: `export const map = { ...oneAccess } satisfies HandlersOf<'oneaccess'>` },
  oneAccessMissing: {
    code: `const { getServerDate: _, ...rest } = oneAccess; export const map = rest satisfies HandlersOf<'oneaccess'>`,
    error: /Property 'getServerDate' is missing/,
  },
  otherDocument: {
    code: `export const map = { ...oneAccess, getUserInfo: handlers.getUserInfo } satisfies HandlersOf<'oneaccess'>`,
    error: /'getUserInfo' does not exist/,
  },
  event: { code: `export type H = Handler<'receiveCheckUrlEvent'>`, error: /does not satisfy the constraint/ },
  errorCodeFailure: {
    code: `export const h: Handler<'getServerDate'> = () => ({ status: 400, body: { error_code: 'a', error_msg: 'b' } })`,
    error: /400/,
  },
  failureKind: {
    code: `import { Failure } from '../../server/domain/failure.ts'
export const e = new Failure('phone_taken')`,
  },
  failureKindUnknown: {
    code: `import { Failure } from '../../server/domain/failure.ts'
export const e = new Failure('phone_lost')`,
    error: /not assignable/,
  },
  failureKindWithoutRow: {
    code: `import { kinds } from '../../server/errors/kinds.ts'
const { phone_taken: _, ...rest } = kinds; export const rows: typeof kinds = rest`,
    error: /Property 'phone_taken' is missing/,
  },
  application: { code: `export const h = (c: Context<'createTenantUser'>): string => c.caller.applicationId` },
  namedApplication: { code: `export const h = (c: Context<'getServerDate'>): 'named-application' => c.caller.kind` },
  session: { code: `export const h = (c: Context<'getProfile'>): 'session' => c.caller.kind` },
  state: { code: `export const h = (c: Context<'skipPasswordChange'>): 'state' => c.caller.kind` },
  optionalCredential: {
    code: `export const h = (c: Context<'issueAccessCredential'>): string => c.caller.clientId`,
    error: /possibly 'undefined'/,
  },
  pathParameter: { code: `export const h = (c: Context<'getTenantUser'>): string => c.params.user_id` },
  deleteWithBody: {
    code: `export const h = (c: Context<'removeApplicationRoleMembers'>): readonly string[] => c.body.account_Ids`,
  },
  optionalBody: {
    code: `export const h = (c: Context<'authorizeApplicationAccount'>): object => c.body`,
    error: /undefined/,
  },
  noContent: { code: `export const h: Handler<'deleteTenantUser'> = () => ({ status: 204 })` },
}

const all = { ...snippets, ...oneAccessSnippets }

/** Compiles all snippets as one program, each a file of its own beside this test; the messages by snippet. */
function compile(): Map<string, string[]> {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as object
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['package.json'] }, ts.sys, root)
  const files = new Map(
    Object.entries(all).map(([name, { code }]) => [join(import.meta.dirname, `snippet-${name}.ts`), head + code]),
  )
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  host.readFile = (path) => files.get(path) ?? readFile(path)
  host.fileExists = (path) => files.has(path) || fileExists(path)
  host.getSourceFile = (path, language, ...rest) => {
    const text = files.get(path)
    return text === undefined ? getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language, true)
  }
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, noUnusedLocals: false, noUnusedParameters: false },
    host,
  )
  const found = new Map<string, string[]>()
  for (const name of Object.keys(all)) {
    const source = program.getSourceFile(join(import.meta.dirname, `snippet-${name}.ts`))
    const diagnostics = [...program.getSemanticDiagnostics(source), ...program.getSyntacticDiagnostics(source)]
    found.set(
      name,
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    )
  }
  return found
}

describe('the compiler holds handlers against the contract', () => {
  const found = compile()

  it.each(Object.entries(all).map(([name, { error }]) => [error ? 'refuses' : 'takes', name, error] as const))(
    '%s: %s',
    (_verdict, name, error) => {
      const messages = found.get(name) ?? []
      if (error) expect(messages.join('\n')).toMatch(error)
      else expect(messages).toEqual([])
    },
  )
})
