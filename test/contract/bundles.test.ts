import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type ContractDocument,
  type ContractExample,
  type ContractOperation,
  operationsOf,
  type Reference,
  resolve,
} from '../../scripts/generate/document.ts'

const root = join(import.meta.dirname, '../..')

interface Answer {
  description: string
  content?: Record<string, { examples: Record<string, ContractExample | Reference> }>
}

async function bundleOf(api: string): Promise<ContractDocument> {
  return JSON.parse(await readFile(join(root, `generated/${api}.json`), 'utf8')) as ContractDocument
}

const bundles = { account: await bundleOf('account'), oneaccess: await bundleOf('oneaccess') }

/** An answer of an operation, and the values that its examples show. */
function answerOf(document: ContractDocument, operation: ContractOperation, status: string) {
  const raw = operation.responses[status]
  if (raw === undefined) throw new Error(`${operation.operationId} has no answer ${status}.`)
  const answer = resolve(document, raw as Answer | Reference)
  const examples = Object.values(answer.content ?? {}).flatMap((media) => Object.values(media.examples))
  return { description: answer.description, values: examples.map((example) => resolve(document, example).value) }
}

/** Every code that stands anywhere in a value: of the value itself, or of an item of a bulk answer. */
function codesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(codesIn)
  if (typeof value !== 'object' || value === null) return []
  const { error_code: code, error, status } = value as Record<string, unknown>
  const own = typeof code === 'string' ? [code] : typeof error === 'string' && typeof status === 'number' ? [error] : []
  return [...own, ...Object.values(value).flatMap(codesIn)]
}

function find(api: keyof typeof bundles, id: string): ContractOperation {
  const found = [...operationsOf(bundles[api])].find(({ operation }) => operation.operationId === id)
  if (!found) throw new Error(`There is no operation ${id}.`)
  return found.operation
}

/**
 * The failures that operations have in common, said once more and in another way than in openapi/decorators: by error
 * format, when an operation has the status. A status of an operation that is not here is its own.
 */
type Condition = (operation: ContractOperation, path: string) => boolean
const always: Condition = () => true
const body: Condition = ({ requestBody }) => requestBody !== undefined
const limited: Condition = (_, path) => path.startsWith('/api/')
const credential =
  (...schemes: string[]): Condition =>
  ({ security }) =>
    security.some((alternative) => schemes.some((scheme) => scheme in alternative))
const scoped: Condition = ({ security }) => security.some((one) => Object.values(one).some((names) => names.length > 0))
const withRoles: Condition = (operation) => operation['x-roles'] !== undefined
const withPermissions: Condition = (operation) => operation['x-permissions'] !== undefined

const common: Record<keyof typeof bundles, Record<string, Record<string, Condition>>> = {
  account: {
    envelope: {
      400: always,
      401: credential('oauth2'),
      403: (operation, path) => scoped(operation, path) || withRoles(operation, path),
      413: body,
      415: body,
      429: limited,
      default: always,
    },
    oauth: {
      400: always,
      401: credential('oauth2', 'clientBasic'),
      403: scoped,
      413: body,
      415: body,
      default: always,
    },
    html: { 400: always, 413: body, 415: body, default: always },
    login: { 400: always, 413: body, 415: body, default: always },
  },
  oneaccess: {
    'error-code': {
      400: always,
      401: credential('managementToken'),
      403: withPermissions,
      413: body,
      415: body,
      429: limited,
      default: always,
    },
    oauth: {
      400: always,
      401: credential('clientBasic', 'accessToken'),
      403: scoped,
      413: body,
      415: body,
      429: always,
      default: always,
    },
    html: { 400: always, 429: always, default: always },
    cas: { 429: always, default: always },
    'cas-text': { 429: always, default: always },
  },
}

/** The codes that stand for no operation in particular, by the status of their answer. */
const general: Record<string, Record<string, string[]>> = {
  envelope: {
    400: ['InvalidRequest'],
    401: ['Unauthorized'],
    413: ['PayloadTooLarge'],
    415: ['UnsupportedMediaType'],
    429: ['TooManyRequests'],
    default: ['InternalError', 'NotImplemented', 'ServiceUnavailable'],
  },
  'error-code': {
    400: ['COMMON.0400'],
    401: ['COMMON.0401'],
    403: ['COMMON.0403'],
    413: ['COMMON.0413'],
    415: ['COMMON.0415'],
    429: ['COMMON.0429'],
    default: ['COMMON.0500', 'COMMON.0501', 'COMMON.0503'],
  },
}

describe.each(Object.keys(bundles) as (keyof typeof bundles)[])('every operation of the bundle of %s', (api) => {
  const document = bundles[api]
  const statuses = new Map(
    [...(document['x-return-codes'] ?? []), ...(document['x-error-codes'] ?? [])].map((row) => [
      'code' in row ? row.code : row.error,
      String(row.http),
    ]),
  )
  const listed = (operation: ContractOperation) => operation['x-return-codes'] ?? operation['x-error-codes'] ?? []

  it('has the failures that follow from its error format, credential, policy and body', () => {
    for (const { path, operation } of operationsOf(document)) {
      const conditions = Object.entries(common[api][operation['x-error-format']] ?? {})
      const due = conditions.filter(([, condition]) => condition(operation, path)).map(([status]) => status)
      expect(due.length, operation.operationId).toBeGreaterThan(0)
      expect(Object.keys(operation.responses), operation.operationId).toEqual(expect.arrayContaining(due))
    }
  })

  it('has no other failure than those and its own', () => {
    // Written in the operation itself: pages that say no, limits of single pages, codes of nobody else.
    const own = ['404', '409', '422', '502']
    const written: Record<string, string[]> = {
      issueToken: ['429'],
      introspectToken: ['429'],
      revokeToken: ['429'],
      submitLoginForm: ['403', '429'],
      submitCodeLogin: ['403', '429'],
      submitUserLogin: ['403', '429'],
      submitConsent: ['403'],
      submitAccountChoice: ['403'],
      revokeAllowance: ['403'],
      submitProfile: ['403', '429'],
      submitProfilePicture: ['403', '429'],
      endUserSessions: ['403', '429'],
      getOwnData: ['403', '429'],
      getUserExportFile: ['403', '429'],
      submitSamlSignOn: ['413', '415'],
      submitSamlLogout: ['413', '415'],
      submitOauth2AuthorizationRequest: ['413', '415'],
      submitAccountClosure: ['403', '429'],
      submitNewPassword: ['403', '429'],
      submitSecondFactor: ['403', '429'],
      submitPasswordStep: ['403', '429'],
      receiveExternalSignIn: ['403', '429'],
      submitExternalBinding: ['403', '429'],
      confirmExternalLogin: ['403', '429'],
      unbindExternalLogin: ['403', '429'],
      submitContact: ['403', '429'],
      submitContactCode: ['403', '429'],
      submitRegistration: ['403', '429'],
      submitRegistrationCode: ['403', '429'],
      submitForgottenPassword: ['403', '429'],
      submitPasswordReset: ['403', '429'],
      verifyWecomCallback: ['403'],
      receiveWecomCallback: ['403'],
    }
    for (const { path, operation } of operationsOf(document)) {
      const conditions = common[api][operation['x-error-format']] ?? {}
      const extra = Object.keys(operation.responses).filter(
        (status) => /^([45]|default)/.test(status) && !conditions[status]?.(operation, path) && !own.includes(status),
      )
      expect(extra, operation.operationId).toEqual(written[operation.operationId] ?? [])
    }
  })

  it('shows each of its codes once, under the status of the code or in an item of a success', () => {
    for (const { operation } of operationsOf(document)) {
      const shown = new Map<string, string[]>()
      for (const status of Object.keys(operation.responses))
        shown.set(status, answerOf(document, operation, status).values.flatMap(codesIn))
      const items = [...shown].filter(([status]) => status.startsWith('2')).flatMap(([, codes]) => codes)
      const rest = general[operation['x-error-format']] ?? {}
      const expected = new Map<string, string[]>()
      for (const code of listed(operation).filter((one) => !items.includes(one))) {
        const status = rest.default?.includes(code) ? 'default' : (statuses.get(code) ?? 'no status')
        expected.set(status, [...(expected.get(status) ?? []), code].sort())
      }
      const failures = [...shown].filter(([status, codes]) => !status.startsWith('2') && codes.length > 0)
      if (listed(operation).length > 0)
        expect(new Map(failures.map(([status, codes]) => [status, codes.sort()])), operation.operationId).toEqual(
          expected,
        )
      for (const [status, codes] of Object.entries(rest))
        if (status in operation.responses)
          expect(shown.get(status), operation.operationId).toEqual(expect.arrayContaining(codes))
    }
  })

  it('says who serves it and has none of the words that only the sources know', async () => {
    for (const { operation } of operationsOf(document))
      expect(['handler', 'engine'], operation.operationId).toContain(operation['x-served-by'])
    expect(await readFile(join(root, `generated/${api}.json`), 'utf8')).not.toMatch(/"x-(sample|samples|eov-[a-z-]+)"/)
  })
})

describe('an operation in the bundle', () => {
  it('has an answer made of its own codes', () => {
    const { description, values } = answerOf(bundles.account, find('account', 'editUserSecurity'), '409')
    expect(description).toBe('The request conflicts with the present state.')
    expect(values.flatMap(codesIn)).toEqual(['UserNameTaken', 'PhoneTaken', 'EmailTaken'])
  })

  it('has its own codes beside the general one of the status', () => {
    const answer = answerOf(bundles.account, find('account', 'sendVerificationCode'), '429')
    expect(answer.values.flatMap(codesIn)).toEqual(['TooManyRequests', 'VerificationCodeTooFrequent'])
  })

  it('keeps what it writes itself: a whole answer, or the description of one that is made', () => {
    const manager = find('account', 'updateRoleGroup').responses['403']
    expect(manager).toEqual({ $ref: '#/components/responses/EnvelopeGroupManagerRequired' })
    const { description, values } = answerOf(bundles.oneaccess, find('oneaccess', 'listTenantUsers'), '400')
    expect(description).toBe('The request is not valid, or there is no such organization.')
    expect(values.flatMap(codesIn)).toEqual(['COMMON.0400', 'ORG.0001'])
  })

  it('has no answer for a code that it tells about single items', () => {
    const operation = find('account', 'queryUserDetails')
    expect(operation['x-return-codes']).toContain('UserNotFound')
    expect(Object.keys(operation.responses)).not.toContain('404')
  })

  it('shows samples with the changes that stand beside their names', () => {
    const example = answerOf(bundles.account, find('account', 'updateUserDetails'), '200').values[0]
    expect(example).toMatchObject({
      data: [{ userName: 'testUserName', address: { street: 'Binhai Road 1', city: 'Shenzhen' } }],
    })
  })

  it('takes its caller from its tag, or from the header with which an app names itself', () => {
    expect(find('account', 'getUserInfo')['x-caller']).toBe('user')
    expect(find('account', 'listOemUsers')['x-caller']).toBe('client')
    expect(find('oneaccess', 'resetPasswordByMobile')['x-caller']).toBe('named-application')
    expect(find('oneaccess', 'getProfile')['x-caller']).toBeUndefined()
  })
})
