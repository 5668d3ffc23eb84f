import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../../generated/operations.ts'

const root = join(import.meta.dirname, '../..')
const walk = readFileSync(join(root, 'docs/adding-an-operation.md'), 'utf8')

test('the walk to a new operation names files that are there', () => {
  const named = [...walk.matchAll(/`((?:openapi|server|test|docs|generated|client|scripts)\/[\w./-]+)`/g)]
  const linked = [...walk.matchAll(/\]\(([\w./-]+\.md)\)/g)]
  const paths = [...named.map(([, path = '']) => path), ...linked.map(([, path = '']) => `docs/${path}`)]
  expect(paths.length).toBeGreaterThan(15)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('its example is the code of the handler', () => {
  const [, example = ''] = /```ts\n([\s\S]+?)```/.exec(walk) ?? []
  expect(readFileSync(join(root, 'server/handlers/account/user-details.ts'), 'utf8')).toContain(example)
  for (const [id] of example.matchAll(/(?<=Handler<')\w+/g)) expect(operations).toHaveProperty(id)
})
