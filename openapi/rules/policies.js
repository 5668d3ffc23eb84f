import { follow } from './follow.js'

/** Who calls with an access token of the Account API. */
const TOKEN_CALLERS = ['user', 'client', 'user-or-client']

/** What is wrong with the `x-caller` of an operation; `named` says that its callers name themselves in a header. */
function* wrongCaller(operation, named) {
  const caller = operation['x-caller']
  const byToken = operation.security?.some(({ oauth2 }) => oauth2 !== undefined)
  if (byToken && !TOKEN_CALLERS.includes(caller))
    yield `An operation with an access token has an \`x-caller\`: one of ${TOKEN_CALLERS.join(', ')}.`
  if (operation['x-roles'] && caller !== 'user') yield 'Roles are those of users: `x-caller` must be `user`.'
  if (named !== (caller === 'named-application'))
    yield '`x-caller` is `named-application` exactly where `security` is `[]` and there is a header `X-client-id`.'
  if (caller !== undefined && !byToken && !named) yield 'Nothing says who calls this operation: it has no `x-caller`.'
}

/**
 * What a policy brings with it. Whoever fails it is told by 401, or, where the scheme has `x-refusal`, by the error
 * code named there. `x-permissions` are codes of the table at the root, any one of which suffices; an operation with a
 * management token always says them (`[]` where every token suffices), so that none is forgotten. `x-roles` are names of
 * the other table there, and `x-caller` says whose token it is.
 */
export function policies() {
  let schemes = new Map()
  let permissions = new Set()
  let roles = new Set()
  return {
    Root: {
      enter(root, { report, location, resolve }) {
        const from = location.source.absoluteRef
        const entries = Object.entries(root.components?.securitySchemes ?? {})
        schemes = new Map(entries.map(([name, raw]) => [name, follow(raw, from, resolve).node]))
        const tableOf = (key) => follow(root[key] ?? [], from, resolve).node
        permissions = new Set(tableOf('x-permission-codes').map(({ code }) => code))
        roles = new Set(tableOf('x-roles').map(({ name }) => name))
        for (const { name, description, mark, 'x-zh': zh } of tableOf('x-roles')) {
          if (![name, description, mark, zh?.description].every((text) => typeof text === 'string' && text !== ''))
            report({
              message: `\`${name}\` needs \`description\`, \`mark\` and \`x-zh.description\`.`,
              location: location.child(['x-roles']),
            })
        }
      },
    },
    Paths: {
      PathItem: {
        Operation(operation, { report, location, resolve }, { PathItem: item }) {
          const fail = (message) => report({ message, location: location.key() })
          const alternatives = (operation.security ?? []).map((alternative) => Object.keys(alternative))
          const refusals = alternatives.map((names) => names.map((name) => schemes.get(name)?.['x-refusal']))
          for (const code of refusals.flat()) {
            if (code !== undefined && !operation['x-error-codes']?.includes(code))
              fail(`The scheme's \`x-refusal\` \`${code}\` is not in \`x-error-codes\`.`)
          }
          const by401 = refusals.some((codes) => codes.length > 0 && codes.includes(undefined))
          if (by401 && operation.responses?.['401'] === undefined) fail('An operation with a policy documents 401.')

          const asked = operation['x-permissions']
          if (asked === undefined && alternatives.flat().includes('managementToken'))
            fail('An operation with a management token says its `x-permissions` (`[]` for none).')
          for (const code of asked ?? []) {
            if (!permissions.has(code)) fail(`\`${code}\` is not in \`x-permission-codes\`.`)
          }
          for (const role of operation['x-roles'] ?? []) {
            if (!roles.has(role)) fail(`\`${role}\` is not in the table \`x-roles\`.`)
          }
          const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
          const header = parameters
            .map((parameter) => follow(parameter, location.source.absoluteRef, resolve).node)
            .some((parameter) => parameter.in === 'header' && parameter.name === 'X-client-id')
          for (const message of wrongCaller(operation, header && operation.security?.length === 0)) fail(message)
        },
      },
    },
  }
}
