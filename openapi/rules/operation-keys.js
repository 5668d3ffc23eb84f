import { MARKS } from './source-marks.js'

const FORMATS = ['envelope', 'oauth', 'html', 'login', 'error-code', 'cas', 'cas-text']
const SERVERS = ['handler', 'engine']
/** What our layer does with a request before the engine gets it. */
const ENGINE_WORK = ['authorization', 'form-as-query', 'user-code', 'sign-out', 'token', 'public-metadata']
/** What is said about an operation that we answer, and means nothing on an event that we send. */
const SERVER_KEYS = [
  'x-error-format',
  'x-served-by',
  'x-engine',
  'x-unknown-parameters',
  'x-caller',
  'x-roles',
  'x-permissions',
  'x-return-codes',
  'x-error-codes',
]
const PATH_ITEM_KEYS = new Set([
  'parameters',
  'summary',
  'description',
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
])

const failing =
  ({ report, location }) =>
  (message, key) =>
    report({ message, location: key ? location.child([key]) : location.key() })

/** What operations and webhooks have to say alike: policy, source, tag. */
function checkCommon(operation, fail) {
  if (!Array.isArray(operation.security)) fail('The operation declares no `security` (write `[]` when it is public).')
  if (operation.tags?.length !== 1) fail('The operation must have exactly one tag.')
  const source = operation['x-source']
  if (source === undefined) fail('The operation has no `x-source`.')
  else
    for (const entry of [source, ...(source.pages ?? [])]) {
      for (const key of ['page', 'title']) {
        if (typeof entry[key] !== 'string' || entry[key] === '') fail(`\`x-source\` needs \`${key}\`.`, 'x-source')
      }
      if (!MARKS.includes(entry.mark)) fail(`\`x-source.mark\` must be one of ${MARKS.join(', ')}.`, 'x-source')
    }
}

/** What every operation has to say: policy, source, error shape, `default` answer, tag; and no key the router trips over. */
export function operationKeys() {
  return {
    Paths: {
      PathItem: {
        enter(item, { report, location }) {
          for (const key of Object.keys(item)) {
            if (PATH_ITEM_KEYS.has(key) || key === '$ref') continue
            report({
              message: `A path item may not have \`${key}\`: the router would take it for a method.`,
              location: location.child([key]),
            })
          }
        },
        Operation(operation, context) {
          const fail = failing(context)
          checkCommon(operation, fail)
          if (operation.responses?.default === undefined) fail('The operation has no `default` response.')
          if (!FORMATS.includes(operation['x-error-format']))
            fail(`\`x-error-format\` must be one of ${FORMATS.join(', ')}.`)
          const servedBy = operation['x-served-by']
          if (!SERVERS.includes(servedBy)) fail(`\`x-served-by\` must be one of ${SERVERS.join(', ')}.`)
          const work = operation['x-engine']
          if (work !== undefined && !ENGINE_WORK.includes(work))
            fail(`\`x-engine\` must be one of ${ENGINE_WORK.join(', ')}.`)
          if (work !== undefined && servedBy !== 'engine')
            fail('Only an operation that the engine answers has `x-engine`.')
          if (![undefined, 'ignored'].includes(operation['x-unknown-parameters']))
            fail('`x-unknown-parameters` is `ignored` or left out.')
          for (const key of Object.keys(operation)) {
            if (key.startsWith('x-eov-')) fail(`\`${key}\` is a word of the validator, not of the contract.`)
          }
        },
      },
    },
    WebhooksMap: {
      PathItem: {
        Operation(operation, context) {
          const fail = failing(context)
          checkCommon(operation, fail)
          for (const key of SERVER_KEYS) {
            if (operation[key] !== undefined) fail(`A webhook has no \`${key}\`: the application answers it.`)
          }
        },
      },
    },
  }
}
