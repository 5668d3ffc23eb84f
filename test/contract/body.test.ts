import { Readable } from 'node:stream'
import type { Request } from 'express'
import { describe, expect, it } from 'vitest'
import { ContractFailure } from '../../server/contract/failure.ts'
import { defaultBodyLimits, readBody } from '../../server/contract/request/body.ts'
import { prefixOf } from '../../server/contract/validate/document-parts.ts'
import { requestFailure } from '../../server/contract/validate/validator-failure.ts'
import { describeFailure } from '../../server/errors/described.ts'

/** A request with a JSON body, its Content-Type as the canonicaliser leaves it. */
function json(body: Uint8Array | string): Request {
  const stream = Readable.from([Buffer.from(body)])
  return Object.assign(stream, { headers: { 'content-type': 'application/json' } }) as unknown as Request
}

describe('JSON bodies', () => {
  it('are read', async () => {
    expect(await readBody(json('{"a":[1,"ü"]}'), defaultBodyLimits)).toEqual({ a: [1, 'ü'] })
  })

  it.each([
    ['broken', '{"a":', '/body is not valid JSON'],
    ['empty', '', '/body is not valid JSON'],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), '/body is not valid JSON'],
    ['holding a NUL character', '{"a":{"b":["\\u0000"]}}', '/body/a/b/0 contains a NUL character'],
    ['holding a NUL character in a name', '{"\\u0000":1}', '/body contains a NUL character'],
  ])('are refused when %s', async (_what, body, description) => {
    await expect(readBody(json(body), defaultBodyLimits)).rejects.toMatchObject({
      kind: 'invalid_request',
      details: { description },
    })
  })

  it('are refused beyond the limit, whether announced or not', async () => {
    const limits = { ...defaultBodyLimits, json: 10 }
    await expect(readBody(json('"12345678901"'), limits)).rejects.toMatchObject({ kind: 'payload_too_large' })
    const announced = json('')
    announced.headers['content-length'] = '11'
    await expect(readBody(announced, limits)).rejects.toMatchObject({ kind: 'payload_too_large' })
  })
})

describe('failures', () => {
  it('that nobody foresaw say nothing', () => {
    for (const error of [new Error('secret'), 'text', undefined, { status: 200 }, { status: 503, message: 'secret' }]) {
      expect(requestFailure(error, undefined)).toBeUndefined()
      expect(describeFailure(error)).toMatchObject({ kind: 'internal_error', place: undefined })
      expect(describeFailure(error).description).not.toContain('secret')
    }
  })

  it('of the validator name the place, never the value', () => {
    const error = {
      status: 400,
      errors: [{ path: '/body/ClientId', message: 'must NOT have more than 128 characters' }],
    }
    expect(requestFailure(error, undefined)?.details.description).toBe(
      '/body/ClientId must NOT have more than 128 characters',
    )
  })

  it('keep to the characters of RFC 6749 section 5.2', () => {
    const failure = new ContractFailure('invalid_request', { description: 'a "quoted" \\ 中文\n text' })
    const { description } = describeFailure(failure)
    expect(description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  })
})

it('documents are cut by the first segment, and the API by its area', () => {
  expect(['/usercenter', '/connect/userinfo', '/api/v1.0/user/basic'].map(prefixOf)).toEqual([
    '/usercenter',
    '/connect',
    '/api/v1.0/user',
  ])
})
