import { describe, expect, it } from 'vitest'
import { casError, casTextError } from '../../server/errors/cas-shapes.ts'
import { DomainError } from '../../server/errors/domain-error.ts'
import { envelopeError, errorCodeError } from '../../server/errors/shapes.ts'

const bodyOf = ({ body }: { body: string }): unknown => JSON.parse(body)

describe('one failure, told by two faces', () => {
  const taken = new DomainError('conflict', { errorCode: 'USER.0030' })

  it('has the status of its kind in the envelope, and that of its code beside an error code', () => {
    expect([envelopeError(taken, 'en').status, errorCodeError(taken, 'en').status]).toEqual([409, 400])
    expect(bodyOf(envelopeError(taken, 'en'))).toMatchObject({ error: 'Conflict' })
    expect(bodyOf(errorCodeError(taken, 'en'))).toEqual({
      error_code: 'USER.0030',
      error_msg: 'Mobile number already exists.',
    })
    expect(bodyOf(errorCodeError(taken, 'zh'))).toMatchObject({ error_msg: '手机号已存在。' })
  })

  it('has the text that its service gives it, where the table has a place for a value', () => {
    const message = { zh: '剩余尝试次数：8。', en: 'Invalid account name or password. Remaining attempts: 8.' }
    const failure = new DomainError('unauthorized', { errorCode: 'LOGIN.0002', message })
    expect(errorCodeError(failure, 'en')).toMatchObject({ status: 400 })
    expect(bodyOf(errorCodeError(failure, 'en'))).toEqual({ error_code: 'LOGIN.0002', error_msg: message.en })
  })

  it.each([
    ['invalid_request', 400, 'COMMON.0400'],
    ['unauthorized', 401, 'COMMON.0401'],
    ['insufficient_scope', 403, 'COMMON.0403'],
    ['forbidden', 403, 'COMMON.0403'],
    ['not_found', 404, 'COMMON.0404'],
    ['conflict', 400, 'COMMON.0400'],
    ['unprocessable', 400, 'COMMON.0400'],
    ['too_many_requests', 429, 'COMMON.0429'],
    ['internal_error', 500, 'COMMON.0500'],
    ['not_implemented', 501, 'COMMON.0501'],
    ['service_unavailable', 503, 'COMMON.0503'],
  ] as const)('says %s with %i %s when it has no code of its own', (kind, status, code) => {
    const shaped = errorCodeError(new DomainError(kind), 'en')
    expect([shaped.status, bodyOf(shaped)]).toMatchObject([status, { error_code: code }])
  })

  it('names the place of what is wrong only beside the general code', () => {
    const details = { description: '/body/token must be string' }
    expect(bodyOf(errorCodeError(new DomainError('invalid_request', details), 'en'))).toMatchObject({
      error_msg: 'Invalid parameter. (/body/token must be string)',
    })
    const own = new DomainError('invalid_request', { ...details, errorCode: 'PARAM.0005' })
    expect(bodyOf(errorCodeError(own, 'en'))).toMatchObject({ error_msg: 'Token required.' })
  })
})

describe('a failure of a CAS validation', () => {
  const failure = new DomainError('invalid_request', { description: '/query/a<b>&c is unknown' })

  it('is escaped in XML and not in JSON', () => {
    expect(casError(failure, '/x?format=XML').body).toContain('>/query/a&lt;b&gt;&amp;c is unknown<')
    expect(casError(failure, '/x?a=b&format=JSON').body).toContain('"/query/a<b>&c is unknown"')
  })

  it('keeps the HTTP status of what is no fault of the request', () => {
    const busy = new DomainError('service_unavailable')
    expect([casError(busy, '/x').status, casTextError(busy).status]).toEqual([503, 503])
    expect([casError(failure, '/x').status, casTextError(failure).status]).toEqual([200, 200])
  })
})
