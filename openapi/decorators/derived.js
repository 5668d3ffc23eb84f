import { basename, dirname, join } from 'node:path'
import { jsonExamplesOf } from '../rules/examples-of.js'
import { follow } from '../rules/follow.js'
import { shownBy } from '../rules/return-codes.js'
import { codeLists, failuresOf } from './answers.js'
import { failures } from './failures.js'
import { referringFrom } from './references.js'
import { withSamples } from './samples.js'

/** The addresses of the OneAccess user interfaces, and what every call of an app to them carries. */
const apps = {
  prefix: '/api/v2/sdk/',
  headers: ['OperatingSystemVersion', 'DeviceFingerprint', 'DeviceIp', 'Agent', 'Language', 'ClientId', 'TenantId'],
}

/** The error format of an operation that names none, by the beginning of its address. */
const formats = { '/api/v1.0/': 'envelope', '/api/v2/': 'error-code' }

/** The keys of an operation, in the order in which readers of the bundle meet them. */
const keys = [
  'operationId',
  'tags',
  'summary',
  'description',
  'x-zh',
  'x-source',
  'x-error-format',
  'x-served-by',
  'x-engine',
  'x-unknown-parameters',
  'x-return-codes',
  'x-caller',
  'x-roles',
  'x-permissions',
  'x-error-codes',
  'security',
  'parameters',
  'requestBody',
  'responses',
]

/** Who calls an operation: an app that says no more than its name, or whoever calls all operations of the tag. */
function callerOf({ security = [], tags = [] }, path, callers) {
  if (security.length === 0) return path.startsWith(apps.prefix) ? 'named-application' : undefined
  return security.some(({ oauth2 }) => oauth2) ? callers.get(tags[0]) : undefined
}

/** The answers that an operation has: what it writes wins, and gets the content that it leaves to us. */
function merged(derived, written) {
  const both = { ...derived, ...written }
  for (const [status, answer] of Object.entries(derived)) {
    if (answer.content && written[status] && !written[status].$ref) both[status] = { ...answer, ...written[status] }
  }
  return both
}

/** Gives an object other contents, in their order. */
function replace(object, contents) {
  for (const name of Object.keys(object)) delete object[name]
  Object.assign(object, contents)
}

/**
 * Adds to every operation what follows from what it says of itself, before the rules judge it and before it is bundled:
 * error format, who serves it and who calls it; the answers of its failures, with the codes that they show; the headers
 * of every call of an app. What an operation writes itself wins. Examples get the samples that they name.
 */
export function derived() {
  let known
  let path
  return {
    Root(root, { location, resolve }) {
      const file = location.source.absoluteRef
      const ofDocument = failures[basename(file, '.yaml')]
      const codes = follow(root['x-return-codes'] ?? root['x-error-codes'], file, resolve).node
      known = {
        failures: ofDocument,
        folder: join(dirname(file), ofDocument.folder),
        table: new Map(codes.map((row, index) => [row.error ?? row.code, { index, status: String(row.http) }])),
        callers: new Map(root.tags.map((tag) => [tag.name, tag['x-caller']])),
        samples: follow(root['x-samples'] ?? {}, file, resolve).node,
      }
      delete root['x-samples']
    },
    Example(example) {
      example.value = withSamples(example.value, known.samples)
    },
    Paths: {
      PathItem: {
        enter(item, { key, location }) {
          path = String(key)
          if (!path.startsWith(apps.prefix)) return
          const headers = apps.headers.map((name) => ({ $ref: `parameters.yaml#/${name}` }))
          const from = location.source.absoluteRef
          const { parameters = [], ...operations } = item
          replace(item, { parameters: [...referringFrom(from, known.folder, headers), ...parameters], ...operations })
        },
        Operation(operation, { location, resolve }) {
          const from = location.source.absoluteRef
          const format = Object.entries(formats).find(([prefix]) => path.startsWith(prefix))?.[1]
          const caller = callerOf(operation, path, known.callers)
          const complete = {
            'x-error-format': format,
            'x-served-by': operation['x-engine'] === undefined ? 'handler' : 'engine',
            ...(caller && { 'x-caller': caller }),
            ...operation,
          }
          const examples = [...jsonExamplesOf(operation, from, resolve)]
          const shown = examples.flatMap(({ value }) => shownBy(value).map(({ error }) => error))
          const { answers, codes } = failuresOf(complete, path, known.failures, known.table, new Set(shown))
          complete.responses = merged(referringFrom(from, known.folder, answers), operation.responses ?? {})
          const list = codeLists[complete['x-error-format']]
          if (list) complete[list] = codes
          const place = (name) => keys.indexOf(name) + 1 || keys.length + 1
          const entries = Object.entries(complete).sort(([a], [b]) => place(a) - place(b))
          replace(operation, Object.fromEntries(entries))
        },
      },
    },
  }
}
