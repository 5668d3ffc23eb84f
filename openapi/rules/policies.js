import { follow } from './follow.js'

/**
 * What a policy brings with it. Whoever fails it is told by 401, or, where the scheme has `x-refusal`, by the error
 * code named there. `x-permissions` are codes of the table at the root, any one of which suffices; an operation with a
 * management token always says them (`[]` where every token suffices), so that none is forgotten.
 */
export function policies() {
  let schemes = new Map()
  let permissions = new Set()
  return {
    Root: {
      enter(root, { location, resolve }) {
        const from = location.source.absoluteRef
        const entries = Object.entries(root.components?.securitySchemes ?? {})
        schemes = new Map(entries.map(([name, raw]) => [name, follow(raw, from, resolve).node]))
        const { node } = follow(root['x-permission-codes'] ?? [], from, resolve)
        permissions = new Set(node.map(({ code }) => code))
      },
    },
    Paths: {
      PathItem: {
        Operation(operation, { report, location }) {
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
        },
      },
    },
  }
}
