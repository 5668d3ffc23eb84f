import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../generated/error-codes.ts'
import { operations, securitySchemes } from '../../generated/operations.ts'
import { returnCodes } from '../../generated/return-codes.ts'
import type { ErrorFormat } from '../../server/contract/faces.ts'
import { ContractFailure, type ContractFailureKind } from '../../server/contract/failure.ts'
import { Failure } from '../../server/domain/failure.ts'
import { failureShaper } from '../../server/errors/failure-answer.ts'
import { kinds } from '../../server/errors/kinds.ts'

const shape = failureShaper()
const request = { id: 'r', ip: '', userAgent: '', cookies: {}, issuer: 'https://accounts.example.com' }

/** Status and JSON of a failure in a shape. */
function shaped(failure: unknown, format: ErrorFormat, { locale = 'en' as 'zh' | 'en', url = '/' } = {}) {
  const { status, body } = shape(failure, format, { ...request, locale, url })
  return { status, body: JSON.parse(body) as unknown }
}
const textOf = (failure: unknown, format: ErrorFormat, url = '/') =>
  shape(failure, format, { ...request, locale: 'en', url })

describe('one failure, told by two faces', () => {
  const taken = new Failure('phone_taken')

  it('has the status of its return code in the envelope, and that of its error code beside it', () => {
    expect(shaped(taken, 'envelope')).toMatchObject({ status: 409, body: { error: 'PhoneTaken', status: 40902 } })
    expect(shaped(taken, 'error-code')).toEqual({
      status: 400,
      body: { error_code: 'USER.0030', error_msg: 'Mobile number already exists.' },
    })
    expect(shaped(taken, 'error-code', { locale: 'zh' }).body).toMatchObject({ error_msg: '手机号已存在。' })
  })

  it('fills the places for values in the texts', () => {
    expect(shaped(new Failure('sign_in_failed', [8]), 'error-code').body).toEqual({
      error_code: 'LOGIN.0002',
      error_msg: 'Invalid account name or password. Remaining attempts: 8.',
    })
    expect(shaped(new Failure('password_length', [8, 128]), 'error-code', { locale: 'zh' }).body).toMatchObject({
      error_msg: '密码长度须在 8 到 128 之间。',
    })
  })

  it.each([
    ['invalid_request', 400, 'COMMON.0400'],
    ['unauthorized', 401, 'COMMON.0401'],
    ['insufficient_scope', 403, 'COMMON.0403'],
    ['permission_required', 403, 'COMMON.0403'],
    ['not_found', 404, 'COMMON.0404'],
    ['method_not_allowed', 405, 'COMMON.0405'],
    ['internal_error', 500, 'COMMON.0500'],
    ['not_implemented', 501, 'COMMON.0501'],
    ['service_unavailable', 503, 'COMMON.0503'],
  ] as const)('says %s with %i %s', (kind, status, code) => {
    expect(shaped(new ContractFailure(kind), 'error-code')).toMatchObject({ status, body: { error_code: code } })
  })

  it('names the place of what is wrong only beside the general code', () => {
    const details = { description: '/body/token must be string' }
    expect(shaped(new ContractFailure('invalid_request', details), 'error-code').body).toMatchObject({
      error_msg: 'Invalid parameter. (/body/token must be string)',
    })
    const own = new ContractFailure('invalid_request', { ...details, errorCode: 'PARAM.0005' })
    expect(shaped(own, 'error-code').body).toMatchObject({ error_msg: 'Token required.' })
  })

  it('says nothing about itself when it is no failure of the design', () => {
    expect(shaped(new Error('secret'), 'envelope')).toEqual({
      status: 500,
      body: { status: 50000, error: 'InternalError', message: 'The server could not handle the request.', data: null },
    })
  })
})

describe('the table of kinds', () => {
  const named = Object.values(kinds)

  /** Codes that a place of the contract has, not a kind: of fields that are missing and credentials that are refused. */
  const ofPlaces = new Set([
    ...Object.values(operations).flatMap(({ missingCodes }) => Object.values(missingCodes)),
    ...Object.values(securitySchemes.oneaccess).flatMap((scheme) => ('refusal' in scheme ? [scheme.refusal] : [])),
  ])

  it('reaches every return code of the contract', () => {
    const reached = new Set<string>(named.map(([returnCode]) => returnCode))
    expect(Object.keys(returnCodes).filter((code) => !reached.has(code))).toEqual([])
  })

  it('reaches every error code of the contract that belongs to no field or credential and is not general', () => {
    const reached = new Set<string>([...named.map(([, errorCode]) => errorCode), ...ofPlaces])
    const unreached = Object.entries(errorCodes).filter(([code, row]) => !reached.has(code) && !('general' in row))
    expect(unreached.map(([code]) => code)).toEqual([])
  })

  it('has no place for a value that no failure fills', () => {
    const places = Object.entries(errorCodes).filter(([, { message }]) => /\{\d\}/.test(message.en))
    expect(places.map(([code]) => code)).toEqual(['LOGIN.0002', 'PWD.0002', 'PWD.0005'])
  })
})

describe('a failure that is a credential', () => {
  const challengeOf = (kind: ContractFailureKind, format: ErrorFormat) =>
    shape(new ContractFailure(kind), format, { ...request, locale: 'en', url: '/' }).headers['WWW-Authenticate']

  it('is told which one is asked for, where programs read it', () => {
    expect(challengeOf('unauthorized', 'envelope')).toBe('Bearer realm="https://accounts.example.com"')
    expect(challengeOf('invalid_token', 'error-code')).toContain('error="invalid_token"')
    expect(challengeOf('invalid_client', 'oauth')).toBe('Basic realm="https://accounts.example.com"')
    expect(challengeOf('unauthorized', 'html')).toBeUndefined()
  })
})

describe('a failure of a CAS validation', () => {
  const failure = new ContractFailure('invalid_request', { description: '/query/a<b>&c is unknown' })

  it('is escaped in XML and not in JSON', () => {
    expect(textOf(failure, 'cas', '/x?format=XML').body).toContain('>/query/a&lt;b&gt;&amp;c is unknown<')
    expect(textOf(failure, 'cas', '/x?a=b&format=JSON').body).toContain('"/query/a<b>&c is unknown"')
  })

  it('keeps the HTTP status of what is no fault of the request', () => {
    const busy = new ContractFailure('service_unavailable')
    expect([textOf(busy, 'cas').status, textOf(busy, 'cas-text').status]).toEqual([503, 503])
    expect([textOf(failure, 'cas').status, textOf(failure, 'cas-text').status]).toEqual([200, 200])
  })
})
