import fc from 'fast-check'
import { type Api, resolve, type Schema } from './described.ts'

/** How deep values of schemas that hold themselves go. */
const deepest = 5
/** Longest text that is made where the contract sets no limit, and most items of a list. */
const [longestText, mostItems] = [40, 3]

/** Texts that programs trip over. */
const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  'é',
  '中文',
  '😀',
  'e\u0301',
  '\ud800',
  '\u202edcba',
  '\ufeff',
  'a\r\nX-Injected: 1',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../etc/passwd',
  '%00',
  '%ff',
  '%',
  '0',
  '-1',
  '1e309',
  '9'.repeat(30),
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '{"a":'.repeat(500),
  '__proto__',
  'constructor',
  'toString',
  'a.b.c',
  'eyJhbGciOiJub25lIn0.e30.',
  '0000-00-00',
  '2026-02-30T25:61:61Z',
  'http://[::1]:1/',
  'javascript:alert(1)',
  'a@b@c',
  'x'.repeat(129),
  'x'.repeat(2_049),
  'x'.repeat(20_000),
] as const

/** Any text: such as programs trip over, and such as nobody has thought of. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string>(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Any JSON value, of whatever type. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]]) },
)

/** Values that a schema allows, those at its limits more often than others, and its own examples. */
export function valuesOf(api: Api, schema: Schema = {}, depth = 0): fc.Arbitrary<unknown> {
  const { example, examples = [], ...rest } = resolve(api, schema)
  const made = madeOf(api, rest, depth)
  const given = [...examples, ...(example === undefined ? [] : [example])]
  return given.length === 0 ? made : fc.oneof(made, fc.constantFrom(...given))
}

function madeOf(api: Api, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const alternatives = schema.oneOf ?? schema.anyOf
  if (alternatives) return fc.oneof(...alternatives.map((one) => valuesOf(api, one, depth)))
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => valuesOf(api, part, depth))
    return fc.tuple(...parts).map((values) => Object.assign({}, ...values) as unknown)
  }
  const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat()
  return fc.oneof(...types.map((type) => ofType(api, type, schema, depth)))
}

function ofType(api: Api, type: string, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return ofObject(api, schema, depth)
    case 'array': {
      const { minItems = 0, maxItems = minItems + mostItems } = schema
      const most = depth >= deepest ? minItems : Math.min(maxItems, minItems + mostItems)
      return fc.array(valuesOf(api, schema.items, depth + 1), { minLength: minItems, maxLength: most })
    }
    case 'integer':
    case 'number': {
      const { minimum = -1_000_000, maximum = 1_000_000 } = schema
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }))
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return ofText(schema)
  }
}

function ofObject(api: Api, { properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const wanted = Object.entries(properties).filter(([name]) => depth < deepest || required.includes(name))
  const members = Object.fromEntries(wanted.map(([name, member]) => [name, valuesOf(api, member, depth + 1)]))
  return fc.record(members, { requiredKeys: required.filter((name) => name in members), noNullPrototype: true })
}

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((at) => at.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((at) => at.toISOString()),
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  uri: fc.webUrl({ withQueryParameters: true }),
}

function ofText({ format, pattern, minLength = 0, maxLength = minLength + longestText }: Schema): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : formats[format]
  if (known) return known
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: Math.max(maxLength, 1) })
  const lengths = fc.oneof(
    fc.constantFrom(minLength, maxLength),
    fc.integer({ min: minLength, max: Math.min(maxLength, minLength + longestText) }),
  )
  return lengths.chain((length) => fc.string({ unit: 'grapheme-ascii', minLength: length, maxLength: length }))
}
