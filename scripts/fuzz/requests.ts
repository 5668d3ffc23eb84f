import fc from 'fast-check'
import type { Content, DescribedOperation, Holder, Parameter } from './described.ts'
import { hostileText, hostileValue, valuesOf } from './values.ts'
import type { Pair, WireRequest } from './wire.ts'

/** What a run knows of the server: credentials that are good there, and values that lead somewhere. */
export interface Knowledge {
  /** Values of `Authorization`: access tokens by whose they are, and secrets of clients. */
  readonly bearers: Readonly<Partial<Record<Holder, string>>>
  readonly basics: readonly string[]
  /** Values of `Cookie`. */
  readonly cookies: readonly string[]
  /** What has to stand in the place of an example for it to be good here, by the name of the parameter or field. */
  readonly instead: Readonly<Record<string, string>>
  /** Values of parameters and fields that may lead somewhere else, by name. */
  readonly others: Readonly<Record<string, readonly string[]>>
  /** What stands in the examples of the contract, and what there is of that kind here. */
  readonly examples: readonly (readonly [example: string, here: string])[]
}

/** Requests of an operation: as documented, at the limits, and wrong in every way that HTTP lets through. */
export function requestsOf(operation: DescribedOperation, knowledge: Knowledge): fc.Arbitrary<WireRequest> {
  const of = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place)
  const pairs = (place: Parameter['in']) =>
    pairsOf(of(place).map((parameter) => pairOf(operation, parameter, knowledge)))
  const path = fc.tuple(...of('path').map((parameter) => textOf(operation, parameter, knowledge)))
  return fc
    .record({
      path: path.map((values) => filled(operation, values)),
      query: pairs('query'),
      headers: pairs('header'),
      credentials: credentialsOf(operation, knowledge),
      body: bodyOf(operation, knowledge),
      tail: sometimes(0.05, fc.constantFrom('&', '&=', '&%zz=1', '&a=%ff', '&a=%00', ';a=b', '#x')),
      method: rarely(operation.method, fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH')),
    })
    .map(({ path, query, headers, credentials, body, tail, method }) => ({
      method,
      path,
      query,
      headers: [...headers, ...credentials, ...body.headers],
      cookies: [],
      ...(body.form && { form: body.form }),
      ...(body.text !== undefined && { text: body.text }),
      ...(tail !== undefined && { tail }),
    }))
}

/** A value that the contract allows, one that leads somewhere here, or anything. */
function textOf(operation: DescribedOperation, parameter: Parameter, knowledge: Knowledge): fc.Arbitrary<string> {
  const { name, example, schema } = parameter
  const good = knowledge.instead[name] ?? hereOf(example, knowledge)
  const others = knowledge.others[name] ?? []
  return fc.oneof(
    { weight: good === undefined ? 0 : 12, arbitrary: fc.constant(asText(good)) },
    { weight: 3, arbitrary: valuesOf(operation.api, schema).map(asText) },
    { weight: others.length > 0 ? 3 : 0, arbitrary: fc.constantFrom(...others, '') },
    { weight: 1, arbitrary: hostileText },
  )
}

/** A parameter, if it is there: most often when it has to be. */
function pairOf(operation: DescribedOperation, parameter: Parameter, knowledge: Knowledge) {
  const pair = textOf(operation, parameter, knowledge).map((value): Pair => [parameter.name, value])
  return sometimes(parameter.required ? 0.93 : 0.3, pair)
}

/** Those that are there; now and then one of them twice, or one that nobody knows. */
function pairsOf(pairs: readonly fc.Arbitrary<Pair | undefined>[]): fc.Arbitrary<readonly Pair[]> {
  return fc
    .tuple(fc.tuple(...pairs), sometimes(0.05, fc.nat(20)), sometimes(0.05, hostileText))
    .map(([found, twice, unknown]) => {
      const there = found.filter((pair) => pair !== undefined)
      const again = twice === undefined ? undefined : there[twice % there.length]
      return [...there, ...(again ? [again] : []), ...(unknown === undefined ? [] : [['unknown', unknown] as const])]
    })
}

interface Body {
  readonly headers: readonly Pair[]
  readonly form?: readonly Pair[]
  readonly text?: string
}

function bodyOf(operation: DescribedOperation, knowledge: Knowledge): fc.Arbitrary<Body> {
  if (operation.bodies.length === 0) return fc.constant({ headers: [] })
  return fc.oneof(
    ...operation.bodies.map(([mediaType, content, examples]) => {
      const type = rarely(mediaType, fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', ''))
      const typed = (said: string): readonly Pair[] => (said === '' ? [] : [['Content-Type', said]])
      const documented = membersOf(operation, content, hereOf(examples, knowledge))
      if (mediaType === 'application/x-www-form-urlencoded')
        return fc
          .tuple(
            type,
            documented.chain((members) => formOf(members, knowledge)),
          )
          .map(([said, form]) => ({ headers: typed(said), form }))
      const whole = fc.oneof(
        { weight: 3, arbitrary: documented },
        { weight: 3, arbitrary: documented.chain(spoiled) },
        { weight: 1, arbitrary: hostileValue },
      )
      const text = rarely(undefined, hostileText)
      return fc
        .tuple(type, whole, text)
        .map(([said, value, instead]) => ({ headers: typed(said), text: instead ?? written(mediaType, value) }))
    }),
  )
}

/** JSON, or the text itself where the body is no JSON. */
const written = (mediaType: string, value: unknown) =>
  mediaType.endsWith('json') ? JSON.stringify(value) : asText(value)

/** The same with what there is here in the place of what examples name. */
function hereOf<T>(value: T, { examples }: Knowledge): T {
  const text = JSON.stringify(value)
  if (text === undefined) return value
  return JSON.parse(examples.reduce((changed, [example, here]) => changed.replaceAll(example, here), text)) as T
}

/** A body as documented: an example of the contract, or made from its schema. */
function membersOf({ api }: DescribedOperation, { schema }: Content, examples: readonly unknown[]) {
  const made = valuesOf(api, schema)
  if (examples.length === 0) return made
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: made })
}

/** A form of these fields: as it is good here, or each of them as something else, as anything, or not there. */
function formOf(members: unknown, { instead, others }: Knowledge): fc.Arbitrary<readonly Pair[]> {
  const fields = Object.entries((members ?? {}) as Record<string, unknown>).map(
    ([name, value]): Pair => [name, instead[name] ?? asText(value)],
  )
  const changed = fields.map(([name, value]) => {
    const known = others[name] ?? []
    const text = fc.oneof(
      { weight: 12, arbitrary: fc.constant(value) },
      { weight: known.length > 0 ? 4 : 0, arbitrary: fc.constantFrom(...known, '') },
      { weight: 2, arbitrary: hostileText },
    )
    return sometimes(
      0.95,
      text.map((chosen): Pair => [name, chosen]),
    )
  })
  return fc.oneof(fc.constant(fields), pairsOf(changed))
}

/** The same with one member gone or anything. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return hostileValue
  const names = Object.keys(value)
  if (names.length === 0) return hostileValue
  return fc
    .tuple(fc.constantFrom(...names), fc.option(hostileValue, { nil: undefined }))
    .map(([name, instead]) => (Array.isArray(value) ? [...value, instead] : { ...value, [name]: instead }))
}

/** Credentials that are good here, or missing, or nobody's. */
function credentialsOf(
  { scheme, holder }: DescribedOperation,
  { bearers, basics, cookies }: Knowledge,
): fc.Arbitrary<readonly Pair[]> {
  const all = Object.values(bearers)
  const good = bearers[holder] ?? all[0] ?? ''
  const [proper, improper] = scheme === 'basic' ? [basics, all] : [[good], [...all, ...basics]]

  const foreign = hostileText.chain((text) => fc.constantFrom(`Bearer ${text}`, `Basic ${text}`, text))
  const authorization = fc.oneof(
    { weight: scheme === 'bearer' ? 1 : 6, arbitrary: fc.constant(undefined) },
    { weight: 10, arbitrary: fc.constantFrom(...proper) },
    { weight: 1, arbitrary: fc.constantFrom(...improper) },
    { weight: 1, arbitrary: foreign },
  )
  const cookie = fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 4, arbitrary: fc.constantFrom(undefined, ...cookies) },
    { weight: 1, arbitrary: hostileText.map((text) => `_session=${text}`) },
  )
  // Each call comes from an address of its own, so that what counts failures by address does not end the run.
  const address = fc.integer({ min: 0, max: 2 ** 24 - 1 }).map((n) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`)
  return fc
    .tuple(authorization, cookie, address)
    .map(([authorized, session, from]) => [
      ['X-Forwarded-For', from],
      ...(authorized === undefined ? [] : [['Authorization', authorized] as const]),
      ...(session === undefined ? [] : [['Cookie', session] as const]),
    ])
}

function filled({ path, parameters }: DescribedOperation, values: readonly string[]): string {
  const names = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
  // A lone surrogate cannot be written into an address; one without the value, or with NUL, is nobody's address.
  const written = values.map((value) => encodeURIComponent(value.toWellFormed().replaceAll('\0', '') || ' '))
  return names.reduce((address, name, index) => address.replace(`{${name}}`, () => written[index] ?? ''), path)
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Now and then, by this probability; else undefined. */
function sometimes<T>(probability: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  const there = Math.round(probability * 100)
  return fc.oneof({ weight: there, arbitrary: value }, { weight: 100 - there, arbitrary: fc.constant(undefined) })
}

/** The ordinary, and rarely something else. */
function rarely<T>(ordinary: T, else_: fc.Arbitrary<T extends string ? string : string | undefined>) {
  return fc.oneof({ weight: 19, arbitrary: fc.constant(ordinary as string) }, { weight: 1, arbitrary: else_ })
}
