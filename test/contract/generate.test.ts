import { describe, expect, it } from 'vitest'
import { jsonParts } from '../../scripts/generate/bundle.ts'
import { checkBundles } from '../../scripts/generate/check.ts'
import type { ContractDocument, ContractOperation } from '../../scripts/generate/document.ts'
import { operationsModule } from '../../scripts/generate/operations.ts'

/** The smallest document that the generator reads. */
function documentOf(operationId: string, more: object = {}): ContractDocument {
  const operation: ContractOperation = {
    operationId,
    tags: ['a'],
    summary: 'a',
    security: [],
    responses: {},
    'x-source': { page: 'a', title: 'b', mark: 'documented' },
    'x-error-format': 'oauth',
    'x-served-by': 'handler',
  }
  return { openapi: '3.1.1', info: { title: 'a', version: '1.0.0' }, paths: { '/a': { get: operation } }, ...more }
}

const event = (operationId: string) => ({
  webhooks: { event: { post: { operationId, tags: ['a'], security: [], responses: {}, 'x-source': {} } } },
})

describe('the generator', () => {
  it('reads every report of a lint, also where they stand right behind each other', () => {
    expect(jsonParts('a\n{\n  "n": 1\n}{\n  "n": 2\n}b\n{\n  "n": 3\n}').map((text) => JSON.parse(text).n)).toEqual([
      1, 2, 3,
    ])
    expect(() => jsonParts('nothing')).toThrow('gave no report')
  })

  it('refuses an operationId that two documents have', () => {
    const documents = new Map([
      ['a', documentOf('getIt')],
      ['b', documentOf('getIt')],
    ])
    expect(() => checkBundles(documents)).toThrow('getIt is used in a and in b (get /a).')
  })

  it('refuses an event with the name of an operation, or without a verb', () => {
    expect(() => checkBundles(new Map([['a', documentOf('getIt', event('getIt'))]]))).toThrow('getIt is used in a')
    expect(() => checkBundles(new Map([['a', documentOf('getIt', event('theEvent'))]]))).toThrow('does not begin with')
    expect(() => checkBundles(new Map([['a', documentOf('getIt', event('receiveEvent'))]]))).not.toThrow()
  })

  it('finds codes for missing fields inside lists and combinations, and the nearest one on a reference', () => {
    const document = documentOf('createIt', {
      components: { schemas: { Code: { type: 'string', 'x-missing-code': 'PARAM.0001' } } },
    })
    const { get } = document.paths['/a'] as { get: object }
    const properties = {
      code: { $ref: '#/components/schemas/Code' },
      other: { $ref: '#/components/schemas/Code', 'x-missing-code': 'PARAM.0002' },
      list: {
        type: 'array',
        items: { allOf: [{ properties: { id: { type: 'string', 'x-missing-code': 'PARAM.0003' } } }] },
      },
    }
    Object.assign(get, { requestBody: { content: { 'application/json': { schema: { properties } } } } })
    const text = operationsModule(new Map([['a', document]]))
    const codes = /"missingCodes":(\{[^}]*\})/.exec(text)?.[1] ?? ''
    expect(JSON.parse(codes)).toEqual({
      '/body/code': 'PARAM.0001',
      '/body/other': 'PARAM.0002',
      '/body/list/*/id': 'PARAM.0003',
    })
  })
})
