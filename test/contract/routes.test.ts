import { describe, expect, it } from 'vitest'
import oneAccessDocument from '../../generated/oneaccess.json' with { type: 'json' }
import { type Operation, operationsOf } from '../../server/contract/operation.ts'
import { RouteTable } from '../../server/contract/routes.ts'
import { cutDocument } from '../../server/contract/validate/document-parts.ts'

const [template] = operationsOf('oneaccess')

function operation(path: string, method = 'get'): Operation {
  if (!template) throw new Error('The contract has no operations.')
  return { ...template, path, method }
}

describe('the table of routes', () => {
  const paths = ['/a/{x}/{y}', '/a/{x}/c', '/a/{x}', '/a/b', '/{w}/b']
  const asked: [string, string | undefined][] = [
    ['/a/b', '/a/b'],
    ['/a/z', '/a/{x}'],
    ['/z/b', '/{w}/b'],
    ['/a/z/c', '/a/{x}/c'],
    ['/a/z/z', '/a/{x}/{y}'],
    ['/z/z', undefined],
    ['/a/', undefined],
  ]

  it.each([
    ['as written', paths],
    ['the other way round', paths.toReversed()],
  ])('finds a literal segment before a parameter, %s', (_how, order) => {
    const routes = new RouteTable(order.map((path) => operation(path)))
    for (const [path, found] of asked) expect([path, routes.find(path)?.path]).toEqual([path, found])
  })
})

describe('a document cut for the validator', () => {
  const parts = cutDocument(oneAccessDocument, operationsOf('oneaccess'))

  it('has every operation of handlers once, and few in each part: every request walks the routes of its part', () => {
    const cut = parts.flatMap(({ operations }) => operations.map(({ id }) => id))
    expect(cut.sort()).toEqual(
      operationsOf('oneaccess')
        .filter(({ servedBy }) => servedBy === 'handler')
        .map(({ id }) => id)
        .sort(),
    )
    for (const { prefix, operations } of parts) expect(operations.length, prefix).toBeLessThanOrEqual(24)
    expect(parts.length).toBeLessThanOrEqual(12)
  })

  it('keeps policies from the validator: they are enforced before it', () => {
    const cut = JSON.stringify(parts.map(({ document }) => document))
    expect(cut).not.toContain('"security"')
    expect(cut).not.toContain('"securitySchemes"')
  })
})
